import Columnar
import Planning

/// What keeps the figures of two editions from being compared, and what is to be said about it.
struct EditionBreaks {
  private let sets: [(set: BreakSet, column: Column)]
  private let periods: [Period?]
  private let days: (earlier: Int32, later: Int32)?
  private var texts: [String] = []

  init(_ input: Table, series: [Int], time: Int?, earlier: Value, later: Value) {
    sets = input.schema.breaks.compactMap { set in
      let index = series.first { input.schema.fields[$0].name == set.key }
      return index.map { (set, input.columns[$0]) }
    }
    periods = time.map { input.columns[$0].periods() } ?? []
    if let from = EditionAxis.day(of: earlier), let to = EditionAxis.day(of: later) {
      days = (from, to)
    } else {
      days = nil
    }
  }

  /// Whether a break lies between two rows, or their periods overlap or are of unequal length.
  mutating func reason(from earlier: Int, to later: Int) -> Bool {
    let before = periods.isEmpty ? nil : periods[earlier]
    let after = periods.isEmpty ? nil : periods[later]
    for (set, column) in sets where column.reason(at: later) == nil {
      for found in set.breaks(of: column.value(at: later).shown) {
        let range: (Int32, Int32)? =
          switch found.axis {
          case .edition: days.map { ($0.earlier, $0.later) }
          case .period:
            if let before, let after {
              (min(before.firstDay, after.firstDay), max(before.firstDay, after.firstDay))
            } else {
              nil
            }
          }
        if let range, range.0 < found.day, found.day <= range.1 { return say(found.text) }
      }
    }
    guard let before, let after, before != after else { return false }
    if before.overlaps(after) { return say("\(before.text) overlapt met \(after.text)") }
    if !before.hasLength(of: after) {
      return say("\(before.text) is niet even lang als \(after.text)")
    }
    return false
  }

  private mutating func say(_ text: String) -> Bool {
    if !text.isEmpty, !texts.contains(text) { texts.append(text) }
    return true
  }

  /// The breaks that were met, as a note.
  var note: Note? {
    guard !texts.isEmpty else { return nil }
    let shown = texts.prefix(5).joined(separator: "; ")
    let rest = texts.count - min(texts.count, 5)
    return Note(
      code: "not-comparable",
      dutch: "niet vergelijkbaar: \(shown)\(rest > 0 ? "; en \(rest) meer" : "")",
      english: "not comparable: \(shown)\(rest > 0 ? "; and \(rest) more" : "")")
  }
}
