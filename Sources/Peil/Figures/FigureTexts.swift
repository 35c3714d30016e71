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

  /// The unit, unless the values or the heading say it already.
  var subtitle: String {
    let unit = unit
    return unit == "%" || unit == valueField.heading.lowercased() ? "" : unit
  }

  /// The rows' own sources, else the table's citation.
  var source: String {
    let prefix = language == .dutch ? "Bron: " : "Source: "
    let own = distinct("source")
    if !own.isEmpty { return prefix + own.joined(separator: "; ") }
    return table.schema.citation.map { prefix + $0 } ?? ""
  }
}
