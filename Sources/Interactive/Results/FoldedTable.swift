import Columnar
import Tables

/// A table so that a row fits on a line: with headings in several lines, and when that is not
/// enough without the columns that tell least.
///
/// Left out are, until the rest fits: notes and attributes that say the same in every row, then
/// those that repeat another column, then others from the right on, then measures, times and keys.
struct FoldedTable {
  /// The view with the columns that are shown.
  let view: TableView
  /// A sentence about what is not shown; empty when everything is.
  let remark: String

  private enum Telling: Int, Comparable {
    case constantNote
    case repetition
    case note
    case attribute
    case constant
    case measure
    case axis
    case key

    static func < (left: Telling, right: Telling) -> Bool { left.rawValue < right.rawValue }
  }

  /// Folds a table into a number of columns of the terminal.
  init(_ view: TableView, columns: Int) {
    var view = view
    var widths = view.columnWidths
    func width(_ kept: [Int]) -> Int { kept.reduce(-2) { $0 + widths[$1] + 2 } }
    var kept = Array(widths.indices)
    if width(kept) > columns {
      view.wrapsHeadings = true
      widths = view.columnWidths
    }
    guard width(kept) > columns else {
      self.view = view
      remark = ""
      return
    }
    let ranks = kept.map { Self.telling($0, view.table) }
    // The least telling first, and of equals the rightmost.
    let order = kept.sorted { (ranks[$0], -$0) < (ranks[$1], -$1) }
    for column in order where kept.count > 1 && width(kept) > columns {
      kept.removeAll { $0 == column }
    }
    let dropped = widths.indices.filter { !kept.contains($0) }
    var folded = view
    folded.table.schema.fields = kept.map { view.table.schema.fields[$0] }
    folded.table = Table(
      schema: folded.table.schema, columns: kept.map { view.table.columns[$0] },
      count: view.table.count)
    self.view = folded
    remark = Self.remark(dropped, view.table)
  }

  private static func remark(_ dropped: [Int], _ table: Table) -> String {
    guard !dropped.isEmpty else { return "" }
    let names = dropped.map { index -> String in
      let name = "`\(table.schema.fields[index].name)`"
      guard let value = constant(index, table) else { return name }
      return "\(name) (\(value) in every row)"
    }
    let verb = dropped.count == 1 ? "1 column does" : "\(dropped.count) columns do"
    return "\(verb) not fit: \(names.joined(separator: ", ")); `:mode vertical` shows all"
  }

  private static func telling(_ index: Int, _ table: Table) -> Telling {
    let isConstant = constant(index, table) != nil
    switch table.schema.fields[index].role {
    case .note: return isConstant ? .constantNote : .note
    case .attribute:
      if isConstant { return .constantNote }
      return repeats(index, table) ? .repetition : .attribute
    case .measure:
      // What `yoy` compares with stands a row higher as well.
      let name = table.schema.fields[index].name
      if name.hasSuffix("_prior"), table.schema.index(of: String(name.dropLast(6))) != nil {
        return .repetition
      }
      return isConstant ? .constant : .measure
    case .time, .edition: return isConstant ? .constant : .axis
    case .key, .candidateKey: return isConstant ? .constant : .key
    }
  }

  /// The value that every row has, as shown; nil when they differ, or it is missing.
  private static func constant(_ index: Int, _ table: Table) -> String? {
    guard table.count > 1, let first = shown(index, 0, table) else { return nil }
    let isSame = (1..<table.count).allSatisfy { shown(index, $0, table) == first }
    return isSame ? first : nil
  }

  /// Whether a column to the left shows the same in every row, such as a name beside its code.
  private static func repeats(_ index: Int, _ table: Table) -> Bool {
    (0..<index).contains { other in
      table.count > 0
        && (0..<table.count).allSatisfy {
          shown(index, $0, table) != nil && shown(index, $0, table) == shown(other, $0, table)
        }
    }
  }

  private static func shown(_ index: Int, _ row: Int, _ table: Table) -> String? {
    let field = table.schema.fields[index]
    switch table.columns[index].value(at: row) {
    case .missing: return nil
    case .text(let text): return field.entity?.label(of: text) ?? text
    case .integer(let number): return String(number)
    case .number(let number): return "\(number)"
    case .boolean(let flag): return flag ? "true" : "false"
    case .date(let date): return date.text
    case .period(let period): return period.text
    }
  }
}
