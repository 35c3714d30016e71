import Columnar
import Planning
import SourceText

/// For each row the row it is compared with, or why there is none.
///
/// Periods are addressed, not rows: a gap in the series is a missing base, and a break between
/// the two periods makes them not comparable.
struct BaseRows {
  private(set) var rows: [Int32]
  private(set) var reasons: [UInt8]
  /// What the breaks crossed say, each once, in order of the rows.
  private(set) var crossed: [String] = []

  /// A series and a period in it.
  private struct Place: Hashable {
    let series: UInt32
    let period: Period
  }

  /// Finds the bases of all rows. Throws when a period occurs twice in a series.
  init(_ batch: Batch, _ schema: Schema, _ key: BaseKey, places: (any SeriesPlaces)?, threads: Int)
    throws
  {
    if let places,
      let targets = places.periods.targets({ Self.target(of: $0, key.step) })
    {
      (rows, reasons) = places.bases(
        targets, absent: Self.absent(key.step), .threads(threads))
      return
    }
    self = try BaseRows(searching: batch, schema, key)
  }

  /// Finds them for periods of any length and series with breaks.
  private init(searching batch: Batch, _ schema: Schema, _ key: BaseKey) throws {
    let ids = KeyedRows.ids(key.series.map { batch.columns[$0] }, count: batch.count)
    let axis = batch.columns[key.axis]
    let periods = axis.periods()
    rows = [Int32](repeating: -1, count: batch.count)
    reasons = [UInt8](repeating: 0, count: batch.count)
    var places: [Place: Int] = [:]
    places.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      guard let period = periods[row] else { continue }
      let place = Place(series: ids[row], period: period)
      if places[place] != nil {
        throw Self.duplicate(row, batch, schema, key.series, axis: key.axis)
      }
      places[place] = row
    }
    let spans = SeriesSpans(periods, series: ids)
    let breaks = SeriesBreaks(batch, schema, key.series, axis: key.axis)
    for row in 0..<batch.count {
      guard let period = periods[row] else {
        reasons[row] = (axis.reason(at: row) ?? .outOfDomain).rawValue
        continue
      }
      guard let target = Self.target(of: period, key.step) else {
        reasons[row] = MissingReason.noPriorPeriod.rawValue
        continue
      }
      let seen = Self.viewpoint(period, key.step)
      let base = places[Place(series: ids[row], period: target)]
      if spans.forbids(seen, with: target, series: ids[row], isThere: base != nil) {
        reasons[row] = MissingReason.notComparable.rawValue
      } else if let texts = breaks.between(target, seen, row: row) {
        reasons[row] = MissingReason.notComparable.rawValue
        for text in texts where !text.isEmpty && !crossed.contains(text) { crossed.append(text) }
      } else if let base {
        rows[row] = Int32(truncatingIfNeeded: base)
      } else {
        reasons[row] = Self.absent(key.step).rawValue
      }
    }
  }

  private static func target(of period: Period, _ step: WindowCall.Step) -> Period? {
    switch step {
    case .periods(let count): period.stepped(back: count)
    case .years(let count): period.yearsBack(count)
    case .at(let named), .named(let named, _): named
    }
  }

  /// The period a base is compared with.
  private static func viewpoint(_ period: Period, _ step: WindowCall.Step) -> Period {
    switch step {
    case .periods, .years, .at: period
    case .named(_, let other): other
    }
  }

  private static func absent(_ step: WindowCall.Step) -> MissingReason {
    switch step {
    case .periods, .years: .noPriorPeriod
    case .at, .named: .baseMissing
    }
  }

  /// The fault of a period that occurs twice.
  static func duplicate(
    _ row: Int, _ batch: Batch, _ schema: Schema, _ series: [Int], axis: Int
  ) -> Diagnostic {
    let names = series + [axis]
    let values = names.map { index in
      "\(schema.fields[index].name) = \(batch.columns[index].value(at: row).shown)"
    }
    let keys = names.map { schema.fields[$0].name }.joined(separator: ", ")
    return Diagnostic(
      .error, phase: .run, code: "duplicate-period",
      "a period occurs twice in a series, so there is no one prior value",
      notes: [
        "first twice: " + values.joined(separator: ", "),
        "aggregate first, as in `sum value by \(keys)`, or name the series with `within …`",
      ])
  }

  /// One note of all breaks crossed.
  static func note(_ texts: [String]) -> Note {
    let shown = texts.prefix(5).joined(separator: "; ")
    let rest = texts.count - min(texts.count, 5)
    return Note(
      code: "not-comparable",
      dutch: "niet vergelijkbaar: \(shown)\(rest > 0 ? "; en \(rest) meer" : "")",
      english: "not comparable: \(shown)\(rest > 0 ? "; and \(rest) more" : "")")
  }
}
