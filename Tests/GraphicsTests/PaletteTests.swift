import Testing

@testable import Graphics

/// The colours of figures, computed: contrast on paper, and distance for those who see fewer of
/// them.
@Suite struct PaletteTests {
  private static let palettes = [("light", Palette.light), ("dark", Palette.dark)]

  @Test(arguments: palettes.map(\.0))
  func coloursStandOutFromThePaper(name: String) throws {
    let palette = try #require(Self.palettes.first { $0.0 == name }).1
    // WCAG 2.1: 3:1 for shapes, 4.5:1 for text of these sizes.
    for colour in palette.series + [palette.missingEdge, palette.soft] {
      #expect(ColourVision.contrast(colour, palette.paper) >= 3, "\(colour.hex)")
    }
    for colour in palette.seriesText + [palette.ink, palette.soft] {
      #expect(ColourVision.contrast(colour, palette.paper) >= 4.5, "\(colour.hex)")
    }
    #expect(ColourVision.contrast(palette.ink, palette.missing) >= 4.5)
    #expect(ColourVision.contrast(palette.soft, palette.missing) >= 4.5)
  }

  /// The least distance that is promised: 20 on white paper, 17 on a dark screen.
  @Test(arguments: [("light", 20.0), ("dark", 17.0)])
  func seriesDifferUnderEveryColourBlindness(name: String, least: Double) throws {
    let palette = try #require(Self.palettes.first { $0.0 == name }).1
    for vision in ColourVision.all {
      for (index, one) in palette.series.enumerated() {
        for other in palette.series[(index + 1)...] {
          let distance = ColourVision.distance(one, other, seenBy: vision)
          #expect(distance >= least, "\(one.hex) \(other.hex) \(vision.name): \(distance)")
        }
      }
    }
  }

  /// Texts in the colour of a series belong to that series: its hue is nearest to theirs.
  @Test func textsHaveTheHueOfTheirSeries() {
    for palette in [Palette.light, Palette.dark] {
      for (index, text) in palette.seriesText.enumerated() {
        let distances = palette.series.map { colour -> Double in
          let turn = (ColourVision.hue(text) - ColourVision.hue(colour)).magnitude
          return min(turn, 360 - turn)
        }
        #expect(distances.firstIndex(of: distances.min() ?? 0) == index, "\(text.hex)")
      }
    }
  }

  /// Pairs with known answers: black and white, and pairs 1, 9 and 24 of the test data of Sharma,
  /// Wu and Dalal (2005), which are given in CIELAB.
  @Test func theFormulasGiveWhatIsPublished() {
    #expect(ColourVision.contrast(Colour(0x000000), Colour(0xffffff)) == 21)
    let pairs: [(ColourVision.Lab, ColourVision.Lab, Double)] = [
      (.init(50, 2.6772, -79.7751), .init(50, 0, -82.7485), 2.0425),
      (.init(50, -0.001, 2.49), .init(50, 0.0009, -2.49), 4.8045),
      (.init(50, 2.5, 0), .init(56, -27, -3), 31.9030),
      (.init(60.2574, -34.0099, 36.2677), .init(60.4626, -34.1751, 39.4387), 1.2644),
      (.init(2.0776, 0.0795, -1.1350), .init(0.9033, -0.0636, -0.5514), 0.9082),
    ]
    for (one, other, expected) in pairs {
      #expect((ColourVision.distance(one, other) - expected).magnitude < 0.0001)
    }
  }

  /// Every class of a drawing that has a colour has one on a dark screen too.
  @Test func darkStyleKnowsEveryClass() throws {
    var unknown: Set<String> = []
    for sample in FigureSamples.all {
      let root = try XMLReader.read(sample.figure.svg(layout: .wide))
      for node in root.all where node.name != "g" && node["class"] != nil {
        let names = (node["class"] ?? "").split(separator: " ").map(String.init)
        // A sample of a colour stays what it is.
        if names == ["staal"] { continue }
        let isText = node.name == "text"
        let isKnown = names.contains { name in
          FigureStyle.css.contains(".\(name) {") || FigureStyle.css.contains(".\(name)[")
        }
        if !isText, !isKnown { unknown.insert("\(node.name).\(names.joined(separator: "."))") }
      }
    }
    #expect(unknown.sorted() == [])
  }
}
