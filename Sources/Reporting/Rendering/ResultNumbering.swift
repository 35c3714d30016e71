import Graphics
import Peil
import SourceText
import Tables
import Wording

/// Numbers the results of a report in the order of the text and gives them ids that stay.
struct ResultNumbering {
  private let wording: ReportWording
  /// "24." or nothing.
  private let prefix: String
  /// The publication figures name when their author named none.
  private let edition: String
  private var figures = 0
  private var tables = 0
  private var names: Set<String> = []
  private var identifiers: Set<String> = []

  init(language: Language, number: String, edition: String) {
    wording = ReportWording(language: language)
    prefix = number.isEmpty ? "" : number + "."
    self.edition = edition
  }

  /// The results of the block at a position, numbered on from those before.
  mutating func number(_ results: [BlockResult], of block: ReportBlock, at position: Int)
    -> [NumberedResult]
  {
    let name = block.name(at: position)
    return results.map { result in
      switch result {
      case .table(let view): .table(table(view, name, block.texts))
      case .figure(let figure, let data): .figure(self.figure(figure, data, name))
      case .text(let text): .text(text)
      }
    }
  }

  private mutating func table(_ view: TableView, _ block: String, _ texts: BlockTexts)
    -> NumberedTable
  {
    tables += 1
    let label = wording.label(.table, prefix + String(tables))
    var view = view
    view.title = Self.joined(label, texts.title?.text ?? view.title)
    view.emptyText = texts.empty?.text
    view.options.namesReasons = false
    view.id = unique("tabel-" + block)
    return NumberedTable(label: label, view: view)
  }

  private mutating func figure(_ figure: Figure, _ data: TableView, _ block: String)
    -> NumberedFigure
  {
    let isKey = figure.mark is KeyFigure
    if !isKey { figures += 1 }
    let label = isKey ? figure.frame.label : wording.label(.figure, prefix + String(figures))
    let name = label.isEmpty ? wording.keyFigure : label
    var data = data
    data.options.namesReasons = false
    let digest = figure.frame.digest ?? Self.digest(of: data)
    // Parts of a drawing have ids too, which another block may have chosen as its name.
    var attempt = 1
    while true {
      let id = "fig-" + block + (attempt == 1 ? "" : "-\(attempt)")
      let drawn = Figure(frame(figure.frame, id: id, label: label, digest: digest), figure.mark)
      let wide = drawn.svg(layout: .wide, placement: .page)
      let narrow = drawn.svg(layout: .narrow, placement: .page)
      let ids = Self.identifiers(in: wide) + Self.identifiers(in: narrow) + [id + "-tabel"]
      attempt += 1
      if ids.contains(where: identifiers.contains) { continue }
      identifiers.formUnion(ids)
      data.id = id + "-tabel"
      data.title = data.title ?? Self.joined(name, figure.frame.title)
      return NumberedFigure(
        label: name, anchor: unique("figuur-" + block), figure: drawn, wide: wide, narrow: narrow,
        data: data)
    }
  }

  private func frame(_ frame: FigureFrame, id: String, label: String, digest: String)
    -> FigureFrame
  {
    FigureFrame(
      id: id, label: label, title: frame.title, subtitle: frame.subtitle,
      shortSubtitle: frame.shortSubtitle, source: frame.source,
      edition: frame.edition.isEmpty ? edition : frame.edition, subject: frame.subject,
      digest: digest, language: frame.language, note: frame.note,
      alternativeText: frame.alternativeText)
  }

  private mutating func unique(_ name: String) -> String {
    var candidate = name
    var attempt = 1
    while !names.insert(candidate).inserted {
      attempt += 1
      candidate = "\(name)-\(attempt)"
    }
    return candidate
  }

  private static func joined(_ label: String, _ title: String?) -> String {
    [label, title ?? ""].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// The digest of rows: of their csv, which knows no language and no decimals shown.
  private static func digest(of view: TableView) -> String {
    Digest.hexadecimal(view.table)
  }

  private static func identifiers(in svg: String) -> [String] {
    svg.split(separator: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}
