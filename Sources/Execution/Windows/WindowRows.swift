import Columnar
import Planning

/// Finds the rows window functions look at, and keeps what several of them need.
struct WindowRows {
  private let input: Batch
  private let schema: Schema
  /// What the breaks crossed by any call say, each once.
  private(set) var crossed: [String] = []
  private var bases: [BaseKey: BaseRows] = [:]
  private var known: [[Int]: (any SeriesPlaces)?] = [:]
  private let threads: Int
  private var orders: [[Int]: SeriesOrder] = [:]

  init(_ input: Batch, _ schema: Schema, threads: Int) {
    self.threads = threads
    self.input = input
    self.schema = schema
  }

  /// The frame of a call. `batch` has the input's columns and those of earlier calls.
  mutating func frame(of call: WindowCall, _ batch: Batch) throws -> WindowFrame {
    let arguments = try call.arguments.enumerated().map { place, expr -> Column? in
      // What is a literal is known by its value, and need not be written out for every row.
      if place > 0, expr?.literal != nil, case .periods = call.function.reach { return nil }
      return try expr.map { try ExprEvaluator.evaluate($0, batch) }
    }
    let kind = call.arguments.first.flatMap { $0?.meaning.measure?.kind } ?? .undeclared
    let literals = call.arguments.map { $0?.literal }
    switch call.function.reach {
    case .periods:
      return WindowFrame(
        arguments: arguments, literals: literals, bases: try call.steps.map { try base(call, $0) },
        kind: kind, kinds: kinds(call), count: input.count, workers: .threads(threads))
    case .series:
      let order = try order(call)
      return WindowFrame(
        arguments: arguments, literals: literals, groups: order.groups, periods: order.periods,
        reasons: order.reasons, kind: kind, kinds: kinds(call), count: input.count)
    case .rows(let place):
      var groups = RowGroups.rows(call.series.map { batch.columns[$0] }, count: input.count)
      if let place, place < arguments.count, let column = arguments[place] {
        let ranks = column.ranks(entity: call.arguments[place]?.meaning.entity)
        groups = groups.map { rows in
          rows.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] < ranks[$1] }
        }
      }
      return WindowFrame(
        arguments: arguments, literals: literals, groups: groups, kind: kind, count: input.count)
    }
  }

  /// The places of series, found once for all steps; nil when the table does not allow it.
  private mutating func places(_ series: [Int], _ axis: Int) throws -> (any SeriesPlaces)? {
    if let places = known[series + [axis]] { return places }
    let places = try SeriesColumns.places(input, schema, series, axis: axis)
    known[series + [axis]] = .some(places)
    return places
  }

  private mutating func base(_ call: WindowCall, _ step: WindowCall.Step) throws -> WindowBase {
    guard let axis = call.axis else {
      return WindowBase(
        rows: [Int32](repeating: -1, count: input.count),
        reasons: [UInt8](repeating: MissingReason.noPriorPeriod.rawValue, count: input.count))
    }
    let key = BaseKey(series: call.series, axis: axis, step: step)
    let found =
      try bases[key]
      ?? BaseRows(
        input, schema, key, places: try places(call.series, axis), threads: threads)
    bases[key] = found
    for text in found.crossed where !crossed.contains(text) { crossed.append(text) }
    return WindowBase(rows: found.rows, reasons: found.reasons)
  }

  private mutating func order(_ call: WindowCall) throws -> SeriesOrder {
    let axis = call.axis ?? 0
    let key = call.series + [axis]
    let found = try orders[key] ?? SeriesOrder(input, schema, call.series, axis: axis)
    orders[key] = found
    for text in found.crossed where !crossed.contains(text) { crossed.append(text) }
    return found
  }

  /// The kind of each row, by the name in the column that tells it.
  private func kinds(_ call: WindowCall) -> [MeasureKind]? {
    guard let index = call.kindColumn, index < input.columns.count,
      case .text(let codes, let dictionary) = input.columns[index].storage
    else { return nil }
    let named = dictionary.entries.map { MeasureKind(name: $0) ?? .undeclared }
    let missing = input.columns[index].missing
    return codes.indices.map { row in
      let code = Int(codes[row])
      return (missing?[row] ?? 0) == 0 && code < named.count ? named[code] : .undeclared
    }
  }
}
