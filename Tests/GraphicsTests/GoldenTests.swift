import FoundationEssentials
import Graphics
import Testing

/// Every figure compared byte for byte with a file that people have looked at.
///
/// `PEIL_RECORD=1 swift test` writes the files anew; the difference is then reviewed like code.
@Suite struct GoldenTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast()
    .reduce(into: "") { $0 += "/" + $1 } + "/Golden/"

  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["PEIL_RECORD"] == "1"
  }

  @Test(arguments: FigureSamples.all.map(\.name), FigureLayout.allCases)
  func figureIsAsRecorded(name: String, layout: FigureLayout) throws {
    let sample = try #require(FigureSamples.all.first { $0.name == name })
    try compare(sample.figure.svg(layout: layout), file: name + layout.idSuffix + ".svg")
  }

  @Test func styleSheetIsAsRecorded() throws {
    try compare(FigureStyle.css, file: "figure.css")
  }

  @Test func pageHasNoDeclarationAndTheClassOfItsLayout() {
    let text = FigureSamples.editions.svg(layout: .narrow, placement: .page)
    #expect(text.hasPrefix("<svg xmlns="))
    #expect(text.contains(" id=\"fig-24-1-smal\" class=\"smal\" viewBox="))
  }

  private func compare(_ text: String, file: String) throws {
    let url = URL(filePath: Self.folder + file)
    if Self.isRecording {
      try Data(text.utf8).write(to: url)
      return
    }
    let recorded = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(text == recorded, "\(file) differs from its recording")
  }
}
