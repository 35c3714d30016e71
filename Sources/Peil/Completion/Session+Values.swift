import Columnar
import Execution
import Planning
import StandardLibrary

extension Session {
  /// How long the rows may take that values are looked up in: who presses Tab waits.
  private static let patience = Duration.seconds(2)

  /// The values of a column with the number of rows that have them, or a remark why there are none.
  func values(of plan: LogicalPlan?, column: String) -> (matches: [Match], remark: String?) {
    guard let plan, let index = plan.schema.index(of: column) else { return ([], nil) }
    let field = plan.schema.fields[index]
    guard field.type == .text else {
      return ([], "`\(column)` is \(field.type.rawValue): its values are written without quotes")
    }
    var impatient = options
    let end = ContinuousClock.now + Self.patience
    let isCancelled = options.isCancelled
    impatient.isCancelled = { ContinuousClock.now > end || isCancelled?() ?? false }
    impatient.watch = nil
    guard let table = try? impatient.rows(of: plan.keeping([index])).table,
      let values = table.column(column),
      case .text(let codes, let dictionary) = values.storage
    else {
      let isLate = ContinuousClock.now > end
      return ([], isLate ? "the values take too long to find; `let` keeps rows at hand" : nil)
    }
    var counts = [Int](repeating: 0, count: dictionary.entries.count)
    for row in codes.indices where (values.missing?[row] ?? 0) == 0 { counts[Int(codes[row])] += 1 }
    var shown: [String: Int] = [:]
    for (entry, count) in counts.enumerated() where count > 0 {
      let code = dictionary.entries[entry]
      shown[field.entity?.label(of: code) ?? code, default: 0] += count
    }
    let texts = Array(shown.keys)
    var sorted = texts
    for (text, rank) in zip(texts, TextOrder.ranks(of: texts)) { sorted[rank] = text }
    let matches = sorted.map { value in
      let rows = shown[value] ?? 0
      return Match(
        value, text: "\"\(value.replacingQuotes())\"", rows == 1 ? "1 row" : "\(rows) rows")
    }
    return (matches, nil)
  }
}

extension String {
  /// With quotes and backslashes escaped, as a text literal needs them.
  func replacingQuotes() -> String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
      return self
    }
    return reduce(into: "") { result, character in
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
  }
}
