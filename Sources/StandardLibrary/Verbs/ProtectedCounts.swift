import Columnar
import Planning
import SourceText

/// Suppresses and rounds counts of a whole table.
struct ProtectedCounts: TableTransform {
  let counts: [Int]
  let keys: [Int]
  let fixed: [Int]
  let threshold: Int
  let base: Int?

  var summary: String {
    "protect under \(threshold)\(base.map { " round \($0)" } ?? "")"
  }

  func apply(_ input: Table, _ run: TransformRun) throws -> Batch {
    try checkUnique(input)
    let sums = PublicSums(input, keys: keys, fixed: fixed).all
    var columns = input.columns
    for index in counts {
      let column = input.columns[index]
      let numbers = column.numbers ?? []
      let values = try (0..<input.count).map { row -> Double? in
        guard column.reason(at: row) == nil else { return nil }
        guard numbers[row] >= 0 else {
          throw EvaluationFault(
            code: "negative-count", "`\(input.schema.fields[index].name)` is below 0", row: row)
        }
        return numbers[row]
      }
      let isWhole = values.allSatisfy { $0.map { $0 == $0.rounded() } ?? true }
      let result = Suppression(values, sums: sums, under: Double(threshold), isWhole: isWhole)
      columns[index] = try rounded(column).suppressing(result.suppressed)
      for note in notes(result, input.schema.fields[index]) { run.note(note) }
    }
    return Batch(columns: columns, count: input.count)
  }

  private func checkUnique(_ input: Table) throws {
    let names = keys + fixed
    var encoder = KeyEncoder(columnCount: names.count)
    let ids = encoder.encode(names.map { input.columns[$0] }, count: input.count).ids
    var seen = [Bool](repeating: false, count: encoder.count)
    for row in 0..<input.count {
      guard !seen[Int(ids[row])] else {
        let values = names.map { index in
          "\(input.schema.fields[index].name) = \(input.columns[index].value(at: row).shown)"
        }
        throw Diagnostic(
          .error, phase: .run, code: "duplicate-row",
          "two rows have the same keys, so it is not known what totals add up",
          notes: [
            values.isEmpty
              ? "the table has no keys" : "first twice: " + values.joined(separator: ", "),
            "aggregate first, or name all keys with `within …`",
          ])
      }
      seen[Int(ids[row])] = true
    }
  }

  private func rounded(_ column: Column) throws -> Column {
    guard let base else { return column }
    switch column.storage {
    case .integer(let values):
      let step = Int64(base)
      let rounded = try values.enumerated().map { row, value -> Int64 in
        let rest = value % step
        let (up, overflow) = (value - rest).addingReportingOverflow(rest * 2 >= step ? step : 0)
        guard !overflow else {
          throw EvaluationFault(
            code: "integer-overflow", "the rounded count is too large for an integer", row: row)
        }
        return up
      }
      return Column(.integer(rounded), missing: column.missing, coverage: column.coverage)
    case .number(let values, _):
      let step = Double(base)
      let rounded = values.map { value in
        let steps = (value / step).rounded(.toNearestOrAwayFromZero)
        return (steps * step).isFinite ? steps * step : value
      }
      return Column(
        .number(rounded, scale: nil), missing: column.missing, coverage: column.coverage)
    case .boolean, .text, .date, .period: return column
    }
  }

  private func notes(_ result: Suppression, _ field: Field) -> [Note] {
    let all = result.suppressed.count { $0 }
    let more = all - result.smallCount
    guard all > 0 else { return [] }
    var notes = [
      Note(
        code: "suppressed",
        dutch: "\(field.heading): \(all) \(all == 1 ? "cel" : "cellen") onderdrukt, "
          + "\(result.smallCount) kleiner dan \(threshold) en \(more) om te verbergen wat totalen verraden",
        english: "\(field.name): \(all) \(all == 1 ? "cell" : "cells") suppressed, "
          + "\(result.smallCount) under \(threshold) and \(more) to hide what totals give away")
    ]
    if !result.withheld.isEmpty {
      let names = result.withheld.prefix(5).map(\.name).joined(separator: "; ")
      let rest = result.withheld.count - min(5, result.withheld.count)
      notes.append(
        Note(
          code: "sum-withheld",
          dutch: "niet publiceren, want verraadt een onderdrukte cel: \(names)"
            + (rest > 0 ? "; en \(rest) meer" : ""),
          english: "do not publish, gives a suppressed cell away: \(names)"
            + (rest > 0 ? "; and \(rest) more" : "")))
    }
    return notes
  }
}

extension Column {
  /// The column with some cells suppressed; what was there is gone.
  fileprivate func suppressing(_ cells: [Bool]) -> Column {
    let rows = cells.indices.map { cells[$0] ? -1 : $0 }
    let reason = [UInt8](repeating: MissingReason.suppressed.rawValue, count: cells.count)
    return gather(rows, orMissing: reason)
  }
}
