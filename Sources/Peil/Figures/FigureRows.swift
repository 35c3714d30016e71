import Columnar
import Graphics
import Planning
import Wording

/// The rows behind a figure, or behind one panel of it, read by column name.
struct FigureRows {
  let spec: FigureSpec
  let table: Table
  let language: Language
  /// Positions in the table of the rows of this panel, in order.
  private let positions: [Int]

  /// All rows of a table.
  init(_ spec: FigureSpec, _ table: Table, _ options: SessionOptions) {
    self.init(spec, table, options.wording, Array(0..<table.count))
  }

  private init(_ spec: FigureSpec, _ table: Table, _ language: Language, _ positions: [Int]) {
    self.spec = spec
    self.table = table
    self.language = language
    self.positions = positions
  }

  var count: Int { positions.count }

  /// The rows of all panels.
  var whole: FigureRows { FigureRows(spec, table, language, Array(0..<table.count)) }

  /// The rows of each value of a column, in order of appearance, with its name.
  func parts(_ column: String) -> (names: [String], rows: [FigureRows]) {
    var names: [String] = []
    var groups: [[Int]] = []
    var places: [String: Int] = [:]
    for row in 0..<count {
      let name = name(column, row)
      if let place = places[name] {
        groups[place].append(row)
      } else {
        places[name] = groups.count
        names.append(name)
        groups.append([row])
      }
    }
    return (names, groups.map(only))
  }

  /// The same rows drawn by other columns.
  func drawn(by: String?, color: String?) -> FigureRows {
    var spec = spec
    spec.by = by
    spec.color = color
    return FigureRows(spec, table, language, positions)
  }

  /// Some of the rows.
  func only(_ rows: [Int]) -> FigureRows {
    FigureRows(spec, table, language, rows.map { positions[$0] })
  }

  var valueField: Field { table.schema.field(spec.value) ?? Field(spec.value, .number) }

  /// The unit of the measure, or the one all rows share when it differs by row.
  var unit: String {
    if let unit = valueField.unit?.text { return unit }
    return valueField.measure?.unitColumn.flatMap(whole.shared) ?? ""
  }

  /// How the drawn measure is written: with the decimals it was declared with, else with as many as
  /// its values need.
  var format: ValueFormat {
    let unit = unit
    var decimals = valueField.decimals
    if decimals == nil, let column = table.column(spec.value) {
      decimals = FigureDecimals.count(
        (0..<table.count).compactMap { column.value(at: $0).asNumber }, isPercentage: unit == "%")
    }
    return ValueFormat(style: language.numberStyle, decimals: decimals, unit: unit)
  }

  /// A cell; nil without such a column.
  func cell(_ column: String, _ row: Int) -> Value? {
    table.column(column)?.value(at: positions[row])
  }

  /// A cell as shown: labels of codes, numbers in the style, words of missing ones.
  func text(_ column: String, _ row: Int) -> String {
    guard let field = table.schema.field(column), let cell = cell(column, row) else { return "" }
    let style = language.numberStyle
    switch cell {
    case .missing(let reason): return MissingWording(reason, in: language).words
    case .text(let text): return field.entity?.label(of: text) ?? text
    case .integer(let value):
      return field.role == .measure ? style.integer(value) : String(value)
    case .number(let value): return style.atMost(value, decimals: 2)
    case .boolean(let flag):
      return language == .dutch ? (flag ? "ja" : "nee") : (flag ? "yes" : "no")
    case .date(let date): return date.text
    case .period(let period): return period.marked(.none).text
    }
  }

  /// The drawn value of a row.
  func value(_ row: Int) -> Datum {
    guard let cell = cell(spec.value, row) else { return .missing("") }
    if case .missing(let reason) = cell { return .missing(words(reason)) }
    return cell.asNumber.map { .known($0) } ?? .missing("")
  }

  /// The words for a reason.
  func words(_ reason: MissingReason) -> String { MissingWording(reason, in: language).words }

  /// The growth, or else the change, that the table has beside the measure, as written; empty for
  /// none.
  func change(_ row: Int) -> String {
    let style = language.numberStyle
    if let growth = cell("\(spec.value)_growth", row)?.asNumber {
      return style.signedPercent(growth, decimals: 1)
    }
    guard let change = cell("\(spec.value)_change", row)?.asNumber else { return "" }
    return style.signed(
      change, decimals: valueField.decimals ?? (change == change.rounded() ? 0 : 1))
  }

  /// The growth, or else the change, as a number; nil for none.
  func changeAmount(_ row: Int) -> Double? {
    (cell("\(spec.value)_growth", row) ?? cell("\(spec.value)_change", row))?.asNumber
  }

  /// The change in words: as written, or why there is none; empty when the table has no changes.
  func changeWords(_ row: Int) -> String {
    let written = change(row)
    guard written.isEmpty else { return written }
    for name in ["\(spec.value)_growth", "\(spec.value)_change"] {
      if case .missing(let reason)? = cell(name, row) { return words(reason) }
    }
    return ""
  }

  /// Whether the row does not compare with the one before it.
  func isBreak(_ row: Int) -> Bool {
    ["growth", "change"].contains { kind in
      cell("\(spec.value)_\(kind)", row) == .missing(.notComparable)
    }
  }

  /// Whether the value of a row is marked as provisional.
  func isProvisional(_ row: Int) -> Bool {
    let periods = table.schema.time.flatMap { $0.type == .period ? $0.name : nil }
    return [table.schema.provisional, periods].contains { name in
      name.flatMap { cell($0, row) }?.marksProvisional ?? false
    }
  }

  /// The text of a column when all rows have the same one.
  func shared(_ column: String) -> String? {
    let values = distinct(column)
    return values.count == 1 ? values[0] : nil
  }

  /// The texts of a column, each once, in order of appearance.
  func distinct(_ column: String) -> [String] {
    guard let column = table.column(column) else { return [] }
    var values: [String] = []
    var seen: Set<String> = []
    for position in positions {
      if case .text(let text) = column.value(at: position), seen.insert(text).inserted {
        values.append(text)
      }
    }
    return values
  }

  /// The name of a row: an edition is named as one.
  func category(_ row: Int) -> String { spec.by.map { name($0, row) } ?? "" }

  /// A cell as a name: an edition is named as one.
  func name(_ column: String, _ row: Int) -> String {
    let text = text(column, row)
    guard table.schema.field(column)?.role == .edition else { return text }
    return (language == .dutch ? "Editie " : "Edition ") + text
  }
}
