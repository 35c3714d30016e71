import Peil
import Publishing
import Reporting
import SourceText
import Testing

/// What the users of other report engines complain of, each a test (`quarto-r#205` and others).
///
/// The rest stands where it belongs: unknown params and files that change in the suites beside this
/// one, characters without a width with the figures, notes in every format and equal bytes of five
/// runs in `Tests/acceptance`.
@Suite struct LessonTests {
  private static func body(_ name: String) -> String {
    """
    ```peil figuur
    param naam: text = "\(name)"
    population | where name = $naam | line inhabitants title "Inwoners"
    ```

    ```peil tweede
    population | where name = $naam | bars inhabitants by year title "Inwoners"
    ```

    """
  }

  /// quarto-r#205: all reports showed the last plot.
  @Test func twoReportsInOneProcessDoNotShareFigures() throws {
    let scratch = try Scratch()
    try scratch.report(Self.body("Utrecht"))
    let one = scratch.run(out: "een/r").run()
    try scratch.report(Self.body("Zeist"))
    let two = scratch.run(out: "twee/r").run()
    #expect(one.faults.isEmpty && two.faults.isEmpty)
    for name in ["figuur", "tweede"] {
      let first = try #require(scratch.text("een/r/figures/fig-\(name).svg"))
      let second = try #require(scratch.text("twee/r/figures/fig-\(name).svg"))
      #expect(first.contains("367.947") && !first.contains("66.629"))
      #expect(second.contains("66.629") && !second.contains("367.947"))
    }
  }

  /// oxyplot#2166: two drawings in one page had parts of one name.
  @Test func twoFiguresInOnePageShareNoIdentifier() throws {
    let scratch = try Scratch()
    try scratch.report(Self.body("Utrecht"))
    _ = scratch.run().run()
    let page = try #require(scratch.text("uit/r/r.html"))
    let identifiers = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(identifiers.count > 8)
    #expect(Set(identifiers).count == identifiers.count)
  }

  /// vega-lite#9846, #3481: an edition without a value left the axis, a place without one was drawn
  /// as zero and stood in no legend.
  @Test func missingEditionsAndPlacesAreDrawnAndNamed() throws {
    let scratch = try Scratch()
    try scratch.write("r/a.csv", "gemeente,waarde\nGM0034,\nGM0995,3\nGM0184,2\n")
    try scratch.report(
      """
      ```peil edities
      indicators | where indicator = "tevredenheid-woning" | bars value by edition
      ```

      ```peil kaart
      csv "a.csv" | map waarde by gemeente
      ```

      """)
    #expect(scratch.run().run().faults.isEmpty)
    let bars = try #require(scratch.text("uit/r/figures/fig-edities.svg"))
    for words in ["Editie 2019", "Editie 2021", "niet van toepassing", "onbekend"] {
      #expect(bars.contains(">\(words)</text>"), "\(words)")
    }
    #expect(bars.split(separator: "class=\"missing\"").count > 2)
    let map = try #require(scratch.text("uit/r/figures/fig-kaart.svg"))
    let legend = try #require(
      map.split(separator: ">Waarde</text>", maxSplits: 1).dropFirst().first)
    #expect(legend.contains(">onbekend</text>") && legend.contains(">Almere</text>"))
    #expect(map.contains("class=\"empty\""))
  }

  /// superset#43031: a blank was delivered.
  @Test func blockThatFailsLeavesTheLastGoodEdition() throws {
    let scratch = try Scratch()
    try scratch.write("r/a.csv", "naam,waarde\nx,1\ny,2\n")
    let text = """
      ```peil a
      csv "a.csv"
      ```

      ```peil b
      csv "a.csv" | assert count() > 1, "te weinig rijen"
      ```

      ```peil c
      print 3
      ```

      """
    try scratch.report(text)
    #expect(scratch.run().run().exitCode == 0)
    let page = scratch.text("uit/r/r.html")
    try scratch.write("r/a.csv", "naam,waarde\nx,1\n")
    let failed = scratch.run().run()
    #expect(failed.exitCode == 3)
    #expect(failed.faults.first?.range != nil && failed.faults.count == 1)
    #expect(page != nil && scratch.text("uit/r/r.html") == page)
    #expect(scratch.text("uit/r.failed/faults.txt")?.contains("te weinig rijen") == true)
  }

  /// quarto#6793: a changed include was not seen.
  @Test func changedIncludeRunsExactlyItsBlocks() throws {
    let scratch = try Scratch()
    try scratch.report("{{ include \"deel.md\" }}\n\n```peil los\nthemes | count\n```\n")
    try scratch.write("r/deel.md", "```peil deel\nthemes | take 1\n```\n")
    var ran: [String] = []
    func runOnce() {
      ran = []
      var next = scratch.run()
      next.tell = { event in
        guard case .block(let progress) = event, case .ran = progress.state else { return }
        ran.append(progress.name)
      }
      #expect(next.run().faults.isEmpty)
    }
    runOnce()
    #expect(ran == ["deel", "los"])
    try scratch.write("r/deel.md", "```peil deel\nthemes | take 2\n```\n")
    runOnce()
    #expect(ran == ["deel"])
    try scratch.write("r/deel.md", "Meer tekst.\n\n```peil deel\nthemes | take 2\n```\n")
    runOnce()
    #expect(ran.isEmpty)
    #expect(scratch.text("uit/r/r.md")?.contains("Meer tekst.") == true)
  }

  /// A report without rows is a result, unless its author wants rows.
  @Test func emptyDataIsAResultUnlessRowsAreAsserted() throws {
    let scratch = try Scratch()
    try scratch.report("```peil a\nthemes | where number > 99\n```\n")
    #expect(scratch.run().run().exitCode == 0)
    #expect(scratch.text("uit/r/r.md")?.contains("geen rijen") == true)
    try scratch.report(
      "```peil a\nthemes | where number > 99 | assert count() > 0, \"leeg\"\n```\n")
    #expect(scratch.run().run().exitCode == 3)
  }
}
