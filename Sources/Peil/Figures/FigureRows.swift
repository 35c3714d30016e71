import Columnar
import Graphics
import Planning
import Wording

/// The rows behind a figure, read by column name.
struct FigureRows {
  let spec: FigureSpec
  let table: Table
  let language: Language

  init(_ spec: FigureSpec, _ table: Table, _ options: SessionOptions) {
    self.spec = spec
    self.table = table
    language = options.wording
  }

  var valueField: Field { table.schema.field(spec.value) ?? Field(spec.value, .number) }

  /// The number format of the drawn measure.
  var format: NumberFormat {
    NumberFormat(
      style: language.numberStyle,
      decimals: valueField.decimals.map { .exactly($0) } ?? .atMost(2),
      isPercentage: valueField.unit?.text == "%")
  }

  /// A cell as shown: labels of codes, numbers in the style, words of missing ones.
  func text(_ column: String, _ row: Int) -> String {
    guard let index = table.schema.index(of: column) else { return "" }
    let field = table.schema.fields[index]
    let style = language.numberStyle
    switch table.columns[index].value(at: row) {
    case .missing(let reason): return MissingWording(reason, in: language).words
    case .text(let text): return field.entity?.label(of: text) ?? text
    case .integer(let value):
      return field.role == .measure ? style.integer(value) : String(value)
    case .number(let value): return style.atMost(value, decimals: 2)
    case .boolean(let flag): return flag ? "ja" : "nee"
    case .date(let date): return date.text
    case .period(let period): return period.text
    }
  }

  /// The drawn value of a row.
  func value(_ row: Int) -> Datum {
    guard let column = table.column(spec.value) else { return .missing("") }
    let value = column.value(at: row)
    if case .missing(let reason) = value {
      return .missing(MissingWording(reason, in: language).words)
    }
    return value.asNumber.map { .known($0) } ?? .missing("")
  }

  /// The title of the rows when they share one, else the measure's heading.
  var title: String {
    if let shared = shared("title") { return shared }
    let heading = valueField.heading
    guard let by = spec.by, let field = table.schema.field(by) else { return heading }
    return language == .dutch
      ? "\(heading) per \(field.heading.lowercased())" : "\(heading) by \(field.name)"
  }

  var subtitle: String {
    guard let unit = valueField.unit?.text, unit != "%", unit != valueField.heading.lowercased()
    else { return "" }
    return unit
  }

  /// The rows' own sources, else the table's citation.
  var source: String {
    let prefix = language == .dutch ? "Bron: " : "Source: "
    let own = distinct("source")
    if !own.isEmpty { return prefix + own.joined(separator: "; ") }
    return table.schema.citation.map { prefix + $0 } ?? ""
  }

  /// The text of a column when all rows have the same one.
  func shared(_ column: String) -> String? {
    let values = distinct(column)
    return values.count == 1 ? values[0] : nil
  }

  private func distinct(_ column: String) -> [String] {
    guard let index = table.schema.index(of: column) else { return [] }
    var values: [String] = []
    for row in 0..<table.count {
      if case .text(let text) = table.columns[index].value(at: row), !values.contains(text) {
        values.append(text)
      }
    }
    return values
  }

  /// The name of a row: an edition is named as one.
  func category(_ row: Int) -> String {
    guard let by = spec.by else { return "" }
    let text = text(by, row)
    guard table.schema.field(by)?.role == .edition else { return text }
    return (language == .dutch ? "Editie " : "Edition ") + text
  }
}
