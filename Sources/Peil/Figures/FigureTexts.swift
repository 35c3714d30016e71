import Columnar
import Graphics
import Planning
import Wording

/// The texts around a drawing when its author wrote none.
extension FigureRows {
  /// The title of the rows when they share one, else the measure's heading with what parts it.
  var title: String {
    if let shared = shared("title") { return shared }
    let heading = valueField.heading.sentenceCased
    if !valueField.type.isNumeric, let noun = noun(of: spec.value) {
      return noun.many.sentenceCased
    }
    guard let by = spec.by, by != spec.value, let field = table.schema.field(by) else {
      return heading
    }
    return language == .dutch
      ? "\(heading) per \(field.heading.lowercased())" : "\(heading) by \(field.name)"
  }

  /// What is counted, of whom and when, as far as the title and the drawing do not say it; then what
  /// the changes at a line are.
  ///
  /// A key figure has its unit beside it and the period of its row.
  func subtitle(below title: String) -> String {
    if spec.mark == "key_figure" { return period(isKey: true) }
    let parts = [counted(below: title), population, period(isKey: false)].filter {
      !$0.isEmpty && !title.lowercased().contains($0.lowercased())
    }
    return [parts.joined(separator: ", "), compared].filter { !$0.isEmpty }
      .joined(separator: "; ").sentenceCased
  }

  /// The unit, or what the bars of a histogram count; values in percent say it themselves.
  private func counted(below title: String) -> String {
    if spec.mark == "histogram" { return countTitle }
    let unit = unit
    let isSaid = unit == "%" || unit == valueField.heading.lowercased() && spec.title == nil
    // The legend of a map has the heading of the measure.
    if isSaid || spec.mark == "map" && unit == valueField.heading.lowercased() { return "" }
    guard language == .dutch, case .count? = valueField.measure?.kind, !unit.isEmpty,
      !title.lowercased().contains(unit.lowercased())
    else { return unit }
    return "aantal \(unit)"
  }

  /// What the bars of a histogram count: "Aantal gemeenten".
  var countTitle: String {
    let rows = rowNoun?.many ?? (language == .dutch ? "rijen" : "rows")
    return (language == .dutch ? "Aantal " : "Number of ") + rows
  }

  /// What all rows have in common of what the drawn column names, such as the province of all
  /// municipalities.
  private var population: String {
    guard count > 1, let by = spec.by ?? (spec.mark == "map" ? spec.value : nil) else { return "" }
    let shared = table.schema.fields.compactMap { field -> String? in
      guard case .attribute(let keys) = field.role, keys.contains(by), field.type == .text,
        !spec.columns.contains(field.name), !["source", "title"].contains(field.name)
      else { return nil }
      return whole.shared(field.name)
    }
    return shared.joined(separator: ", ")
  }

  /// "Jaar: 2017" for the last row of a key figure, "2017" for rows that share it; empty when they
  /// do not or when it is drawn. Of rows that no longer have it, the one a filter left.
  private func period(isKey: Bool) -> String {
    guard let time = table.schema.time else { return isKey ? "" : spec.period ?? "" }
    guard count > 0, !spec.columns.contains(time.name) else { return "" }
    let last = cell(time.name, count - 1)
    if case .missing? = last { return "" }
    let text = text(time.name, count - 1)
    if isKey { return "\(language == .dutch ? time.heading : time.name.sentenceCased): \(text)" }
    return (0..<count).allSatisfy { cell(time.name, $0) == last } ? text : ""
  }

  /// What the changes written at the points of lines are.
  private var compared: String {
    guard spec.mark == "line", spec.facet == nil,
      (0..<count).contains(where: { !change($0).isEmpty })
    else { return "" }
    let isEdition = spec.by.flatMap { table.schema.field($0) }?.role == .edition
    switch (language, isEdition) {
    case (.dutch, false): return "verandering ten opzichte van een jaar eerder"
    case (.dutch, true): return "verandering ten opzichte van een editie eerder"
    case (.english, false): return "change from a year earlier"
    case (.english, true): return "change from an edition earlier"
    }
  }

  /// What of a publication the rows are, when it numbers them: "Indicator 24".
  ///
  /// The number of a key figure is that of its row; of several editions it has to be the same.
  var subject: String {
    guard let field = table.schema.field("number"), field.type == .text, count > 0,
      let key = table.schema.fields.first(where: { $0.role == .key }), key.type == .text,
      shared(key.name) != nil
    else { return "" }
    let number: String?
    if spec.mark == "key_figure", case .text(let own)? = cell("number", count - 1) {
      number = own
    } else {
      number = shared("number")
    }
    return number.map { "\(language == .dutch ? key.heading : key.name.sentenceCased) \($0)" } ?? ""
  }

  /// The rows' own sources, of those that have a value when any has; else the table's citation. Files
  /// that neither speaks for are named themselves.
  ///
  /// Throws a fault when such a file is gone or became another.
  func source() throws(PeilError) -> String {
    let known = (0..<count).filter { value($0).value != nil }
    let own = (known.isEmpty ? self : only(known)).distinct("source")
    let cited = own.isEmpty ? table.schema.citation.map { [$0] } ?? [] : own
    let sources = cited + (try FigureFiles.named(spec, language))
    guard !sources.isEmpty else { return "" }
    return (language == .dutch ? "Bron: " : "Source: ") + FigureSources.joined(sources, language)
  }
}
