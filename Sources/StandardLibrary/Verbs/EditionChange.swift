import Columnar
import Planning

/// The change and growth of one measure between two editions.
struct EditionChange {
  private let column: Column
  private let rows: [(earlier: Int, later: Int)]
  /// Why a figure has no change, as raw value of a missing reason; 0 where it has one.
  private var reasons: [UInt8]
  private let kinds: [MeasureKind]

  init(
    _ input: Table, measure index: Int, _ rows: [(earlier: Int, later: Int)],
    _ verdicts: [FigureVerdict]
  ) {
    let column = input.columns[index]
    self.column = column
    self.rows = rows
    kinds = Self.kinds(input, index, rows)
    // The first that applies: the figure's own reason, not comparable, nothing to compare with.
    reasons = rows.indices.map { position in
      let (earlier, later) = rows[position]
      guard later >= 0 else { return MissingReason.noRow.rawValue }
      if let own = column.reason(at: later) { return own.rawValue }
      if verdicts[position] == .notComparable { return MissingReason.notComparable.rawValue }
      if earlier < 0 || column.reason(at: earlier) != nil {
        return MissingReason.baseMissing.rawValue
      }
      return 0
    }
  }

  /// What each figure measures: of a mixed measure the kind its row names.
  private static func kinds(
    _ input: Table, _ index: Int, _ rows: [(earlier: Int, later: Int)]
  ) -> [MeasureKind] {
    let measure = input.schema.fields[index].measure
    let kind = measure?.kind ?? .undeclared
    guard kind == .mixed, let name = measure?.kindColumn, let words = input.column(name) else {
      return rows.map { _ in kind }
    }
    return rows.map { pair in
      let row = pair.later >= 0 ? pair.later : pair.earlier
      guard row >= 0, case .text(let word) = words.value(at: row) else { return .undeclared }
      return MeasureKind(name: word) ?? .undeclared
    }
  }

  /// The later figure minus the earlier. Throws when it is too large for an integer.
  func difference() throws -> Column {
    if let integers = column.integers {
      var values = [Int64](repeating: 0, count: rows.count)
      for position in rows.indices where reasons[position] == 0 {
        let pair = rows[position]
        let (value, overflow) = integers[pair.later].subtractingReportingOverflow(
          integers[pair.earlier])
        guard !overflow else {
          throw EvaluationFault(
            code: "integer-overflow", "the change is too large for an integer", row: pair.later)
        }
        values[position] = value
      }
      return Column(.integer(values), missing: reasons, coverage: coverage)
    }
    let numbers = column.numbers ?? []
    var values = [Double](repeating: 0, count: rows.count)
    var scale = column.scale
    var missing = reasons
    for position in rows.indices where reasons[position] == 0 {
      let (earlier, later) = (numbers[rows[position].earlier], numbers[rows[position].later])
      let exact = column.scale.flatMap { Decimals.added(later, earlier, sign: -1, scale: $0) }
      if exact == nil { scale = nil }
      values[position] = exact ?? later - earlier
      if !values[position].isFinite {
        values[position] = 0
        missing[position] = MissingReason.outOfDomain.rawValue
      }
    }
    return Column(.number(values, scale: scale), missing: missing, coverage: coverage)
  }

  /// The change in percent of the earlier figure: not of percentages, and of a cumulative only
  /// with a third edition, since flows are compared.
  func growth() -> Column {
    let numbers = column.numbers ?? []
    var values = [Double](repeating: 0, count: rows.count)
    var missing = reasons
    for position in rows.indices {
      switch kinds[position] {
      case .percentage, .share:
        missing[position] = MissingReason.notApplicable.rawValue
      case .cumulative:
        if missing[position] == 0 { missing[position] = MissingReason.baseMissing.rawValue }
      case .count, .amount, .rate, .index, .score, .mixed, .undeclared:
        guard missing[position] == 0 else { continue }
        let base = numbers[rows[position].earlier]
        let value = (numbers[rows[position].later] - base) / base * 100
        if base == 0 {
          missing[position] = MissingReason.baseZero.rawValue
        } else if base < 0 {
          missing[position] = MissingReason.baseNegative.rawValue
        } else if value.isFinite {
          values[position] = value
        } else {
          missing[position] = MissingReason.outOfDomain.rawValue
        }
      }
    }
    return Column(.number(values, scale: nil), missing: missing, coverage: coverage)
  }

  /// The least covered of the two figures.
  private var coverage: Coverage? {
    guard let own = column.coverage else { return nil }
    func picked(_ places: [Int]) -> Column {
      Column(
        .integer([Int64](repeating: 0, count: places.count)),
        coverage: Coverage(
          known: places.map { $0 < 0 ? 1 : own.known[$0] },
          all: places.map { $0 < 0 ? 1 : own.all[$0] }))
    }
    return MissingMasks.leastCovered([picked(rows.map(\.earlier)), picked(rows.map(\.later))])
  }
}
