import Columnar
import Planning
import Wording

/// The texts around a drawing when its author wrote none.
extension FigureRows {
  /// The title of the rows when they share one, else the measure's heading with what parts it.
  var title: String {
    if let shared = shared("title") { return shared }
    let heading = valueField.heading
    guard let by = spec.by, by != spec.value, let field = table.schema.field(by) else {
      return heading
    }
    return language == .dutch
      ? "\(heading) per \(field.heading.lowercased())" : "\(heading) by \(field.name)"
  }

  /// The unit, unless the values or the heading say it already, and the period all rows share when
  /// the drawing does not show it. A key figure has its unit beside it and the period of its row.
  var subtitle: String {
    let isKey = spec.mark == "key_figure"
    let isSaid = isKey || unit == "%" || unit == valueField.heading.lowercased()
    return [isSaid ? "" : unit, period(isKey)].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// "Jaar: 2017" for the last row of a key figure, "2017" for rows that share it; empty when they
  /// do not or when it is drawn.
  private func period(_ isKey: Bool) -> String {
    guard count > 0, let time = table.schema.time, !spec.columns.contains(time.name) else {
      return ""
    }
    let last = cell(time.name, count - 1)
    if case .missing? = last { return "" }
    let text = text(time.name, count - 1)
    if isKey { return "\(language == .dutch ? time.heading : time.name): \(text)" }
    return (0..<count).allSatisfy { cell(time.name, $0) == last } ? text : ""
  }

  /// The rows' own sources, else the table's citation.
  var source: String {
    let prefix = language == .dutch ? "Bron: " : "Source: "
    let own = distinct("source")
    if !own.isEmpty { return prefix + own.joined(separator: "; ") }
    return table.schema.citation.map { prefix + $0 } ?? ""
  }
}
