import SourceText
import Testing

@testable import Peil

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file is read again when it changed, and only then.
@Suite struct RereadingTests {
  private static let query = "csv \"t.csv\" | sum v"

  private static func write(_ text: String, to path: String, secondsAgo: Int) throws {
    let file = unsafe try #require(unsafe fopen(path, "w"))
    unsafe fputs(text, file)
    unsafe fclose(file)
    let then = timespec(tv_sec: time(nil) - secondsAgo, tv_nsec: 0)
    unsafe [then, then].withUnsafeBufferPointer { times in
      _ = unsafe utimensat(AT_FDCWD, path, times.baseAddress, 0)
    }
  }

  private static func inFolder(_ body: (Session, String) throws -> Void) throws {
    let folder = unsafe String(cString: mkdtemp(strdup("/tmp/peil-reread-XXXXXX")))
    defer {
      _ = unsafe unlink(folder + "/t.csv")
      _ = unsafe rmdir(folder)
    }
    var options = SessionOptions()
    options.folder = folder
    try body(Session(options: options), folder + "/t.csv")
  }

  private static func sum(_ session: Session) throws -> String {
    try #require(try session.run(query).last).text(as: "csv")
  }

  @Test func aFileWrittenAMomentAgoIsReadAgainAfterAChangeOfTheSameSize() throws {
    try Self.inFolder { session, path in
      try Self.write("v\n1\n", to: path, secondsAgo: 0)
      #expect(try Self.sum(session) == "v\n1\n")
      try Self.write("v\n2\n", to: path, secondsAgo: 0)
      #expect(try Self.sum(session) == "v\n2\n")
    }
  }

  @Test func aFileWithItsOldTimeSetBackIsReadAgain() throws {
    try Self.inFolder { session, path in
      try Self.write("v\n1\n", to: path, secondsAgo: 100)
      #expect(try Self.sum(session) == "v\n1\n")
      try Self.write("v\n2\n", to: path, secondsAgo: 100)
      #expect(try Self.sum(session) == "v\n2\n")
    }
  }

  @Test func aFileThatIsGoneIsAFault() throws {
    try Self.inFolder { session, path in
      try Self.write("v\n1\n", to: path, secondsAgo: 100)
      #expect(try Self.sum(session) == "v\n1\n")
      _ = unsafe unlink(path)
      #expect(throws: PeilError.self) { try Self.sum(session) }
    }
  }

  @Test func aFileThatStayedIsNotOpenedAnew() throws {
    try Self.inFolder { session, path in
      try Self.write("v,w\n1,3\n", to: path, secondsAgo: 100)
      // What the system says of the file's rights and name is of this moment, so a file is
      // trusted only after that has passed.
      sleep(3)
      #expect(try Self.sum(session) == "v\n1\n")
      let first = try #require(session.files.opened.first)
      #expect(try Self.sum(session) == "v\n1\n")
      #expect(try session.run("csv \"t.csv\" | sum w").last?.text(as: "csv") == "w\n3\n")
      #expect(session.files.opened.count == 1 && session.files.opened.first === first)
    }
  }
}
