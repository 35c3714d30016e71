package import Columnar

/// What a window function sees: its arguments for all rows, and where the other rows are.
package struct WindowFrame: Sendable {
  /// The arguments in the order of the signature, nil where left out.
  package let arguments: [Column?]
  /// Their values where they are literals.
  package let literals: [Value?]
  /// Where the row of each step is.
  package let bases: [WindowBase]
  /// The rows of each series or group, in order; empty when the function only takes steps.
  package let groups: [[Int]]
  /// The period of each row, for functions of whole series.
  package let periods: [Period?]
  /// For each row why it does not belong to what comes before it in its series, as raw value of a
  /// missing reason; 0 where it does. Empty when the function only takes steps.
  package let reasons: [UInt8]
  /// What the first argument measures.
  package let kind: MeasureKind
  /// What it measures in each row, when that differs by row.
  package let kinds: [MeasureKind]?
  /// The number of rows.
  package let count: Int
  /// How work over the rows is spread.
  package let workers: RowWorkers

  /// Makes a frame.
  package init(
    arguments: [Column?], literals: [Value?], bases: [WindowBase] = [], groups: [[Int]] = [],
    periods: [Period?] = [], reasons: [UInt8] = [], kind: MeasureKind,
    kinds: [MeasureKind]? = nil, count: Int, workers: RowWorkers = .one
  ) {
    self.arguments = arguments
    self.literals = literals
    self.bases = bases
    self.groups = groups
    self.periods = periods
    self.reasons = reasons
    self.kind = kind
    self.kinds = kinds
    self.count = count
    self.workers = workers
  }

  /// The column it is computed of; all missing for a function without one.
  package var argument: Column {
    arguments.first.flatMap { $0 }
      ?? .allMissing(
        .number, reasons: [UInt8](repeating: MissingReason.unknown.rawValue, count: count))
  }

  /// For each row the row of the first step, or -1.
  package var base: [Int32] { bases.first?.rows ?? [Int32](repeating: -1, count: count) }

  /// For each row why the first step has no row; 0 where it has.
  package var reason: [UInt8] {
    bases.first?.reasons
      ?? [UInt8](repeating: MissingReason.noPriorPeriod.rawValue, count: count)
  }

  /// A whole number among the literals.
  package func integer(_ index: Int) -> Int? {
    guard index < literals.count, case .integer(let value)? = literals[index] else { return nil }
    return Int(clamping: value)
  }

  /// The same frame for other values of the first argument.
  package func of(_ column: Column, kind: MeasureKind) -> WindowFrame {
    WindowFrame(
      arguments: [column] + arguments.dropFirst(), literals: literals, bases: bases,
      groups: groups, periods: periods, reasons: reasons, kind: kind, kinds: nil, count: count,
      workers: workers)
  }
}

/// For each row another row of its series, or why there is none.
package struct WindowBase: Sendable {
  /// The row, or -1.
  package let rows: [Int32]
  /// The raw value of a missing reason; 0 where there is a row.
  package let reasons: [UInt8]

  /// Makes it of two arrays with an entry a row.
  package init(rows: [Int32], reasons: [UInt8]) {
    self.rows = rows
    self.reasons = reasons
  }
}

extension Column {
  /// The rows at positions; a position below 0 gives a missing row with the reason at its place.
  package func gather(_ rows: [Int32], orMissing reasons: [UInt8]) -> Column {
    gather(rows.map { Int($0) }, orMissing: reasons)
  }
}
