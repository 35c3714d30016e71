import Columnar
import Graphics
import Reporting
import SourceText
import Tables
import Wording

/// Reports, tables and figures that several tests share.
enum Samples {
  /// The editions of an indicator.
  static var editions: Table {
    var edition = Field("edition", .text, role: .key)
    edition.label = "Editie"
    var year = Field("year", .integer, role: .time)
    year.label = "Peiljaar"
    var value = Field("value", .integer, role: .measure)
    value.label = "Waarde"
    value.unit = MeasureUnit("initiatieven")
    return Table(
      schema: Schema([edition, year, value]),
      columns: [
        column(.text, [.text("Monitor 2019"), .text("Monitor 2020"), .text("Monitor 2021")]),
        column(.integer, [.integer(2017), .integer(2017), .missing(.notYet)]),
        column(.integer, [.integer(536), .integer(1471), .missing(.notYet)]),
      ], count: 3)
  }

  static func column(_ type: DataType, _ values: [Value]) -> Column {
    var builder = ColumnBuilder(type)
    for value in values { builder.append(value) }
    return builder.finish()
  }

  static let bars = Figure(
    FigureFrame(
      id: "", label: "", title: "Bewonersinitiatieven in het domein Zorg en Welzijn",
      subtitle: "Aantal initiatieven in Nederland, per editie van de monitor",
      shortSubtitle: "Aantal initiatieven in Nederland, per editie",
      source: "Bron: nlzve.nl, 2017"),
    Bars(
      categories: [
        .init("Monitor 2019", detail: "peiljaar 2017", values: [.known(536)], isEarlier: true),
        .init("Monitor 2020", detail: "peiljaar 2017", values: [.known(1471)]),
        .init(
          "Monitor 2021", detail: "nieuw cijfer aangekondigd",
          values: [.missing("nog niet bekend")]),
      ], format: ValueFormat(unit: "initiatieven")))

  static let key = Figure(
    FigureFrame(
      id: "", label: "Indicator 24", title: "Het aantal bewonersinitiatieven",
      subtitle: "Jaar: 2017", source: "Bron: nlzve.nl, 2017"),
    KeyFigure(.known("536"), facts: ["Monitor 2019: 536", "ongewijzigd (0,0%)"]))

  /// A report of a text.
  static func report(_ text: String, folder: String = "/nowhere") throws -> Report {
    try Report(
      name: "proef", file: SourceFile(name: "report.md", text: text), folder: folder)
  }

  /// A report with a title and a body.
  static func body(_ text: String) throws -> Report {
    try report("---\ntitle: Proef\n---\n" + text)
  }

  /// What a body is as a page, between `<h1>` and the end of `main`.
  static func page(_ body: String, _ session: FakeSession = FakeSession()) throws -> String {
    let html = try text(".html", body, session)
    let start = html.firstRange(of: "</h1>\n")?.upperBound ?? html.startIndex
    let end = html.firstRange(of: "</main>")?.lowerBound ?? html.endIndex
    return String(html[start..<end])
  }

  /// What a body is as Markdown, with its title.
  static func markdown(_ body: String, _ session: FakeSession = FakeSession()) throws -> String {
    try text(".md", body, session)
  }

  private static func text(_ ending: String, _ body: String, _ session: FakeSession) throws
    -> String
  {
    try self.body(body).rendered(in: session, engineVersion: "1.0.0").text("proef" + ending)
  }

  /// The messages of what a text does wrong, as they are printed.
  static func faults(_ text: String, _ session: FakeSession = FakeSession()) -> [String] {
    do {
      _ = try report(text).rendered(in: session, engineVersion: "1.0.0")
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.list.map { DiagnosticRenderer().text(of: $0) }
    } catch {
      return ["\(error)"]
    }
  }
}

extension RenderedReport {
  /// The text of a file; empty when there is no such file.
  func text(_ path: String) -> String {
    String(decoding: file(path)?.bytes ?? [], as: UTF8.self)
  }
}
