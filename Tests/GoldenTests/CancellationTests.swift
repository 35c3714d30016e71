import FoundationEssentials
import Peil
import SourceText
import Synchronization
import Testing

/// A query that is told to stop does, whatever it is doing.
@Suite(.serialized) struct CancellationTests {
  /// Each keeps one kind of work busy for long.
  static let queries = [
    "csv \"large.csv\" | sum value by place",
    "csv \"large.csv\" | derive d = value * 2 + 1, e = upper(place) ++ \"x\" | where d > 3",
    "csv \"large.csv\" | sort -value, place | take 5",
    "csv \"large.csv\" | top 3 by value within place",
    "csv \"large.csv\" | summarise v = sum(value) by key, year | derive p = prior(v) | take 5",
    "csv \"large.csv\" | join (csv \"large.csv\" | distinct key) on key | count",
    "csv \"large.csv\" | pivot value by year | count",
    "csv \"large.csv\" | summarise m = median(value), n = count_distinct(key) by place",
    "csv \"large.csv\"",
    "csv \"large.csv\" | save \"copy.csv\"",
  ]

  private static let rows = 60_000

  private static func place(in folder: String) throws {
    var random = RandomNumbers(seed: 7)
    var text = "key,year,place,value\n"
    for row in 0..<rows {
      text += "k\(row / 20),\(2000 + row % 20),p\(random.next(300)),\(random.next(100_000))\n"
    }
    try CaseFolder.place(text, named: "large.csv", in: folder)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
  }

  /// A moment at which a run is told to stop, and when that was.
  private final class Signal: Sendable {
    let start = ContinuousClock.now
    let delay: Duration
    init(_ delay: Duration) { self.delay = delay }
    var isRaised: Bool { ContinuousClock.now - start >= delay }
    /// How long it has been raised.
    var age: Duration { ContinuousClock.now - start - delay }
  }

  @Test func stopsAtAnyMoment() throws {
    try CaseFolder.temporary { folder in
      try Self.place(in: folder)
      var random = RandomNumbers(seed: 11)
      var stopped = 0
      var longest = Duration.zero
      for query in Self.queries {
        for _ in 0..<4 {
          let signal = Signal(.milliseconds(random.next(400)))
          var options = SessionOptions()
          options.folder = folder
          options.isCancelled = { signal.isRaised }
          let session = Session(options: options)
          do {
            for result in try session.run(query) { _ = try result.text(as: "table") }
            #expect(!signal.isRaised || signal.age < .seconds(3), "\(query) went on")
          } catch let error as PeilError {
            #expect(error.exitCode == 130, "\(query): \(error)")
            stopped += 1
            longest = max(longest, signal.age)
          }
        }
      }
      #expect(stopped > Self.queries.count, "too few runs were still at work: \(stopped)")
      // Tens of milliseconds on a quiet machine.
      #expect(longest < .seconds(3), "\(longest)")
      #expect(try !names(in: folder).contains { $0.hasSuffix(".new") })
    }
  }

  @Test(arguments: queries) func stopsBeforeItBegins(query: String) throws {
    try CaseFolder.temporary { folder in
      try CaseFolder.place("key,year,place,value\na,2020,p,1\n", named: "large.csv", in: folder)
      var options = SessionOptions()
      options.folder = folder
      options.isCancelled = { true }
      let session = Session(options: options)
      let fault = #expect(throws: PeilError.self) { try session.run(query) }
      #expect(fault?.exitCode == 130)
      #expect(try names(in: folder) == ["large.csv"])
      // The session lives on.
      session.options.isCancelled = nil
      #expect(try session.run("population | count").count == 1)
    }
  }

  @Test func stopsBesideWhoeverWatches() throws {
    let seen = Mutex<[String]>([])
    try CaseFolder.temporary { folder in
      try Self.place(in: folder)
      var options = SessionOptions()
      options.folder = folder
      options.watch = { step, part in
        #expect(part.map { (0...1).contains($0) } ?? true)
        seen.withLock { $0.append(step) }
      }
      _ = try Session(options: options).run("csv \"large.csv\" | sum value by place")
    }
    #expect(seen.withLock { $0 }.contains("read csv \"large.csv\""))
  }
}
