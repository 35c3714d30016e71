import Columnar
import FoundationEssentials
import SourceText
import Testing

@testable import DataSources

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Faults of files as a whole.
@Suite struct FileFaultTests {
  /// Runs a body in a folder of its own.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let path = temporaryFolder() + "peil-csv-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func temporaryFolder() -> String {
    FileManager.default.temporaryDirectory.path + "/"
  }

  private func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  private func openFault(_ path: String) -> Diagnostic? {
    do {
      _ = try CSVSource(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test func namesTheNearestFile() throws {
    try withFolder { folder in
      try write("a\n1\n", folder + "/wmo_2020.csv")
      try write("a\n1\n", folder + "/zzz.csv")
      let found = try #require(openFault(folder + "/wmo_2021.csv"))
      #expect(found.code == "file-not-found")
      #expect(found.phase == .input)
      #expect(found.notes == ["did you mean `wmo_2020.csv`?"])
      #expect(openFault(folder + "/entirely-different")?.notes == [])
    }
  }

  @Test func saysThatTheFolderIsAbsent() throws {
    try withFolder { folder in
      let found = try #require(openFault(folder + "/geen/a.csv"))
      #expect(found.notes == ["there is no folder \(folder)/geen"])
      try write("", folder + "/file")
      #expect(openFault(folder + "/file/a.csv")?.code == "file-not-found")
    }
  }

  @Test func refusesAFolder() throws {
    try withFolder { #expect(openFault($0)?.code == "is-directory") }
  }

  @Test(arguments: ["", "a\0b", String(repeating: "n", count: 5000)])
  func refusesImpossibleNames(_ path: String) {
    #expect(openFault(path)?.code == "file-not-found")
  }

  @Test func explainsPermission() throws {
    let made = FileFault.diagnostic(EACCES, path: "/x/a.csv", name: "a.csv")
    #expect(made.code == "no-permission")
    #expect(made.phase == .input)
    // The superuser may read everything, so that the file itself shows nothing then.
    guard geteuid() != 0 else { return }
    try withFolder { folder in
      try write("a\n1\n", folder + "/a.csv")
      _ = unsafe chmod(folder + "/a.csv", 0)
      #expect(openFault(folder + "/a.csv")?.code == "no-permission")
    }
  }

  @Test func noticesAFileThatVanishes() throws {
    try withFolder { folder in
      try write("a\n1\n", folder + "/a.csv")
      let source = try CSVSource(path: folder + "/a.csv", displayName: "a.csv")
      #expect(try source.read().values("a") == [.integer(1)])
      try FileManager.default.removeItem(atPath: folder + "/a.csv")
      #expect { try source.read() } throws: { ($0 as? Diagnostic)?.code == "file-not-found" }
      #expect { try source.forEachPiece { _ in } } throws: {
        ($0 as? Diagnostic)?.phase == .input
      }
    }
  }

  @Test func noticesAFileThatChanges() throws {
    try withFolder { folder in
      try write("a\n1\n", folder + "/a.csv")
      let source = try CSVSource(path: folder + "/a.csv", displayName: "a.csv")
      try write("a\n1\n2\n", folder + "/a.csv")
      #expect { try source.read() } throws: { ($0 as? Diagnostic)?.code == "file-changed" }
    }
  }

  @Test func handsOutTheBytesAsStored() throws {
    try withFolder { folder in
      let text = "\u{FEFF}a;b\r\n" + String(repeating: "1;é\r\n", count: 300_000) + "Bron: CBS;\r\n"
      try write(text, folder + "/a.csv")
      let source = try CSVSource(path: folder + "/a.csv")
      var bytes: [UInt8] = []
      var pieces = 0
      try source.forEachPiece { piece in
        pieces += 1
        for index in piece.indices { bytes.append(piece[index]) }
      }
      #expect(bytes == Array(text.utf8))
      #expect(source.byteCount == text.utf8.count)
      #expect(pieces > 1)
      #expect(try source.read().count == 300_000)
    }
  }

  @Test func readsWhatIsNoRegularFile() {
    #expect(openFault("/dev/null")?.code == "empty-file")
  }
}
