import Graphics
import Testing

/// What holds for every figure.
@Suite struct PropertyTests {
  @Test(arguments: FigureSamples.all.map(\.name), FigureLayout.allCases)
  func sampleKeepsTheRules(name: String, layout: FigureLayout) throws {
    let figure = try #require(FigureSamples.all.first { $0.name == name }).figure
    try expectRules(figure, layout, "\(name)")
  }

  @Test(arguments: FigureLayout.allCases)
  func randomFigureKeepsTheRules(layout: FigureLayout) throws {
    for seed in 1...400 {
      var figures = RandomFigures(seed: UInt64(seed))
      try expectRules(figures.figure(), layout, "seed \(seed)")
    }
  }

  @Test func sameFigureGivesTheSameBytes() {
    for seed in 1...20 {
      var one = RandomFigures(seed: UInt64(seed))
      var other = RandomFigures(seed: UInt64(seed))
      #expect(one.figure().svg(layout: .wide) == other.figure().svg(layout: .wide))
    }
  }

  @Test func rulesSeeWhatIsWrong() throws {
    let text = FigureSamples.editions.svg(layout: .wide)
    let id = "fig-24-1"
    #expect(try SVGRules.problem(text, id: id, width: 720) == nil)
    #expect(try SVGRules.problem(text, id: id, width: 600) != nil)
    for (old, new) in [
      ("x=\"170\" y=\"340\"", "x=\"382\" y=\"340\""), ("x1=\"64\"", "x1=\"64.123\""),
      ("staaf-2\"", "staaf-1\""), ("<line ", "<use "), ("class=\"s1\"", "style=\"s1\""),
    ] {
      #expect(text.contains(old))
      let parts = text.split(separator: old, omittingEmptySubsequences: false)
      let broken = parts.joined(separator: new)
      #expect(try SVGRules.problem(broken, id: id, width: 720) != nil, "\(new)")
    }
    #expect(throws: XMLProblem.self) { try XMLReader.read("<a>&</a>") }
    #expect(throws: XMLProblem.self) { try XMLReader.read("<a><b></a>") }
  }

  private func expectRules(_ figure: Figure, _ layout: FigureLayout, _ name: String) throws {
    let text = figure.svg(layout: layout)
    let problem = try SVGRules.problem(
      text, id: figure.frame.id + layout.idSuffix, width: layout.width)
    #expect(problem == nil, "\(name) \(layout)")
  }
}
