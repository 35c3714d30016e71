import Columnar
import Planning

/// From when until when regions exist, by code.
struct RegionLifetimes: Sendable {
  private var days: [String: (since: Int32?, until: Int32?)] = [:]

  /// Of a table with a code and the columns `since` and `until`; nil when it has none.
  init?(_ table: Table) {
    guard let code = table.schema.fields.firstIndex(where: { $0.entity != nil }),
      let since = table.column("since"), let until = table.column("until")
    else { return nil }
    for row in 0..<table.count {
      guard case .text(let region) = table.columns[code].value(at: row) else { continue }
      days[region] = (Self.day(since, row), Self.day(until, row))
    }
  }

  private static func day(_ column: Column, _ row: Int) -> Int32? {
    if case .date(let date) = column.value(at: row) { return date.days }
    return nil
  }

  /// Whether a region exists on a day; one that is not known always does.
  func exists(_ region: String, on day: Int32) -> Bool {
    guard let life = days[region] else { return true }
    if let since = life.since, day < since { return false }
    if let until = life.until, day >= until { return false }
    return true
  }
}
