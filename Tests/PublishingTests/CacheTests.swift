import FoundationEssentials
import Peil
import Publishing
import Reporting
import SourceText
import Testing

/// What is kept from run to run: what depends on a change runs again, and nothing else.
@Suite struct CacheTests {
  /// Two files, an include and a param; `a` and `b` lead to `c`, `d` stands alone.
  private static let body = """
    ```peil begin
    param drempel: integer = 2
    use "begrippen.peil"
    let a = csv "a.csv" | where waarde > $drempel
    let b = csv "b.csv" | sum waarde by naam
    ```

    ```peil tabel-a
    a | sum waarde by naam
    ```

    ```peil tabel-b
    b
    ```

    ```peil beide
    a | append b
    ```

    ```peil dubbel
    csv "b.csv" | derive tweemaal = dubbel(waarde)
    ```

    ```peil los
    population | where year = 2022 | sum inhabitants by province
    ```

    Er zijn {{ (b | count) }} namen.

    """

  private static let blocks = ["begin", "tabel-a", "tabel-b", "beide", "dubbel", "los"]

  private static func prepare(_ scratch: Scratch) throws {
    try scratch.write("r/a.csv", "naam,waarde\nx,1\ny,5\nz,9\n")
    try scratch.write("r/b.csv", "naam,waarde\nx,3\ny,4\n")
    try scratch.write("r/begrippen.peil", "def dubbel(n) = n * 2\ndef half(n) = n / 2\n")
    try scratch.report(body)
  }

  /// Names of the blocks that ran with why, and those that were kept.
  private static func ran(
    _ scratch: Scratch, _ arguments: [String: String] = [:]
  ) -> [String: String] {
    var ran: [String: String] = [:]
    var run = scratch.run(arguments: arguments)
    run.tell = { event in
      guard case .block(let progress) = event else { return }
      if case .ran(let reason, _) = progress.state { ran[progress.name] = reason ?? "" }
    }
    let outcome = run.run()
    #expect(outcome.faults.isEmpty, "\(PeilError(Diagnostics(outcome.faults)))")
    return ran
  }

  @Test func secondRunExecutesNoBlockAndRewritesNoFile() throws {
    let scratch = try Scratch()
    try Self.prepare(scratch)
    #expect(Set(Self.ran(scratch).keys) == Set(Self.blocks))
    let before = scratch.text("uit/r/manifest.json")
    #expect(Self.ran(scratch).isEmpty)
    #expect(scratch.text("uit/r.run.json")?.contains("\"outcome\": \"unchanged\"") == true)
    // What was not read again is in the manifest all the same.
    #expect(before?.contains("\"path\": \"a.csv\"") == true)
    #expect(scratch.text("uit/r/manifest.json") == before)
  }

  @Test(arguments: [
    // Another row that passes: everything that uses `a`.
    (
      "r/a.csv", "naam,waarde\nx,1\ny,5\nz,8\n", ["begin", "tabel-a", "beide"],
      "let a: file a.csv changed"
    ),
    // A row that does not pass: `a` has the same rows, and it stops there.
    ("r/a.csv", "naam,waarde\nx,0\ny,5\nz,9\n", ["begin"], "let a: file a.csv changed"),
    (
      "r/b.csv", "naam,waarde\nx,3\ny,5\n", ["begin", "tabel-b", "beide", "dubbel"],
      "let b: file b.csv changed"
    ),
    (
      "r/begrippen.peil", "def dubbel(n) = n + n\ndef half(n) = n / 2\n", ["dubbel"],
      "definition dubbel in begrippen.peil changed"
    ),
    // Nobody uses it.
    ("r/begrippen.peil", "def dubbel(n) = n * 2\ndef half(n) = n * 0.5\n", [], ""),
  ])
  func aChangeRunsExactlyItsDependants(
    file: String, text: String, dependants: [String], reason: String
  ) throws {
    let scratch = try Scratch()
    try Self.prepare(scratch)
    _ = Self.ran(scratch)
    try scratch.write(file, text)
    let ran = Self.ran(scratch)
    #expect(ran.keys.sorted() == dependants.sorted())
    if let first = dependants.first { #expect(ran[first] == reason) }
    let page = scratch.text("uit/r/r.html")
    var fresh = scratch.run(out: "vers/r")
    fresh.isFresh = true
    _ = fresh.run()
    #expect(scratch.text("vers/r/r.html") == page)
    #expect(scratch.text("vers/r/manifest.json") == scratch.text("uit/r/manifest.json"))
  }

  @Test func paramIsPartOfTheKey() throws {
    let scratch = try Scratch()
    try Self.prepare(scratch)
    _ = Self.ran(scratch)
    let ran = Self.ran(scratch, ["drempel": "6"])
    #expect(ran.keys.sorted() == ["begin", "beide", "tabel-a"])
    #expect(ran["begin"] == "let a: param drempel changed")
  }

  @Test func planTellsWhatWouldRunAndRunsNothing() throws {
    let scratch = try Scratch()
    try Self.prepare(scratch)
    var options = SessionOptions()
    options.arguments = [:]
    let job = ReportJob(folder: scratch.path + "/r", options: options)
    let edition = EditionFolder(scratch.path + "/uit/r")
    #expect(try RunPlan(job, edition).steps.first?.step == .runs("let a: nothing kept"))
    #expect(scratch.names("uit").isEmpty)
    _ = Self.ran(scratch)
    #expect(try RunPlan(job, edition).steps.allSatisfy { $0.step == .kept })
    try scratch.write("r/a.csv", "naam,waarde\nx,1\ny,5\n")
    let steps = try RunPlan(job, edition).steps
    #expect(
      steps.map(\.step) == [
        .runs("let a: file a.csv changed"), .follows("a"), .kept, .follows("a"), .kept, .kept,
      ])
  }

  @Test func whatWasTamperedWithIsMadeAgain() throws {
    let scratch = try Scratch()
    try Self.prepare(scratch)
    _ = Self.ran(scratch)
    let page = scratch.text("uit/r/r.html")
    let rows = scratch.path + "/uit/.r.peil/cache/rows"
    for name in try FileManager.default.contentsOfDirectory(atPath: rows) {
      let place = URL(filePath: rows + "/" + name)
      var bytes = try Data(contentsOf: place)
      bytes[bytes.count - 1] ^= 1
      try bytes.write(to: place)
    }
    let ran = Self.ran(scratch)
    #expect(ran["los"] == "what was kept is damaged")
    #expect(Set(ran.keys) == Set(Self.blocks))
    #expect(scratch.text("uit/r/r.html") == page)
    #expect(Self.ran(scratch).isEmpty)
    try FileManager.default.removeItem(atPath: rows)
    #expect(Self.ran(scratch)["los"] == "what was kept is gone")
  }

  @Test func anotherEngineMakesEverythingAgain() throws {
    let scratch = try Scratch()
    try Self.prepare(scratch)
    _ = Self.ran(scratch)
    let keys = scratch.path + "/uit/.r.peil/cache/keys"
    // As an earlier version would have left it.
    for name in try FileManager.default.contentsOfDirectory(atPath: keys) {
      let place = URL(filePath: keys + "/" + name)
      let text = String(decoding: try Data(contentsOf: place), as: UTF8.self)
      try Data(text.replacing(EngineVersion.text + " ", with: "0.0.9 ").utf8).write(to: place)
    }
    try FileManager.default.removeItem(atPath: scratch.path + "/uit/.r.peil/cache/rows")
    #expect(Self.ran(scratch)["los"] == "engine changed")
  }

  /// A column that is wider than its first rows makes the script be planned anew.
  @Test func columnThatTurnsOutWiderIsKeptAsItWas() throws {
    let scratch = try Scratch()
    let lines = (0..<1500).map { "2020,\($0)\n" }.joined()
    try scratch.write("r/laat.csv", "jaar,waarde\n" + lines + "2020,0.5\n")
    try scratch.report(
      """
      ```peil a
      let som = csv "laat.csv" | sum waarde
      let eerste = population | take 3
      csv "laat.csv" | summarise hoogste = max(waarde), aantal = count()
      eerste | count
      som
      ```

      """)
    _ = Self.ran(scratch)
    let page = scratch.text("uit/r/r.md")
    #expect(page?.contains("1.124.250,5") == true)
    #expect(page?.contains("| 3 |") == true)
    #expect(Self.ran(scratch).isEmpty)
    #expect(scratch.text("uit/r/r.md") == page)
  }
}
