import SourceText
import Testing

@testable import Peil

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What `save` writes behind a figure.
@Suite struct SavedFigureTests {
  private static let figure = #"""
    indicators | where indicator = "bewonersinitiatieven"
      | bars value by edition title "Initiatieven" | save "
    """#

  private func saved(_ name: String, after clauses: String = "") throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "peil-figure-" + name)
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = SessionOptions()
    options.folder = folder.path
    _ = try Session(options: options).run(Self.figure + name + "\" " + clauses)
    return [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  @Test func csvHoldsTheColumnsItIsDrawnBy() throws {
    let text = String(decoding: try saved("a.csv"), as: UTF8.self)
    #expect(text == "edition,value\n2019,536\n2020,536\n2021,1471\n")
  }

  @Test func svgIsTheFigure() throws {
    let text = String(decoding: try saved("a.svg"), as: UTF8.self)
    #expect(text.hasPrefix("<?xml"))
    #expect(text.contains("<title id=\"fig-1-titel\">Indicator 24. Initiatieven</title>"))
  }

  @Test func narrowLayoutIsDrawnForPhones() throws {
    let text = String(decoding: try saved("n.svg", after: "layout narrow"), as: UTF8.self)
    #expect(text.contains("viewBox=\"0 0 360 "))
    #expect(throws: PeilError.self) { _ = try saved("n.csv", after: "layout narrow") }
    #expect(throws: PeilError.self) { _ = try saved("n.svg", after: "layout tall") }
  }

  @Test func vegaLiteHoldsMarkAndData() throws {
    let text = String(decoding: try saved("a.vl.json"), as: UTF8.self)
    let recorded = ScriptTests.root.appending(path: "Tests/ScriptTests/Expected/bars.vl.json")
    if ProcessInfo.processInfo.environment["PEIL_RECORD"] == "1" {
      try text.write(to: recorded, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: recorded, encoding: .utf8) == text)
  }

  /// Where librsvg is there the file is a PNG of twice the size; where it is not the fault says so.
  @Test func pngIsTwiceTheSizeOrRefused() throws {
    do {
      let bytes = try saved("a.png")
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
      #expect(Int(bytes[18]) * 256 + Int(bytes[19]) == 1440)
      #expect(try saved("b.png") == bytes)
    } catch let error as PeilError {
      #expect(error.exitCode == 69)
      #expect(error.description.contains("no-librsvg"))
    }
  }

  @Test func withoutLibrsvgThePNGIsRefused() {
    do {
      _ = try PNGRenderer(drawing: ["librsvg-of-nobody.so.1"])
      Issue.record("a library that is not there was opened")
    } catch {
      #expect(error.code == "no-librsvg")
      #expect(PeilError(error).exitCode == 69)
    }
  }
}
