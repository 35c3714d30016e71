import Synchronization

/// A reason why two figures of one series do not compare.
package struct Break: Hashable, Sendable {
  /// The first day of the new situation, days since 1 January 1970: a break lies between years
  /// a < b when 1 January a < day <= 1 January b.
  package let day: Int32
  /// What happened, for the note.
  package let text: String
  /// The axis it lies on.
  package let axis: Axis

  /// Along which axis figures stop being comparable.
  package enum Axis: Hashable, Sendable {
    case period
    case edition
  }

  /// Makes a break.
  package init(day: Int32, text: String, axis: Axis = .period) {
    self.day = day
    self.text = text
    self.axis = axis
  }
}

/// The breaks of the series of one key column.
///
/// The breaks of groups that regions are added up into depend on the rows, and are filled in when
/// they have been read; until then such a set is empty.
package final class BreakSet: Sendable {
  /// The column whose values break.
  package let key: String
  private let content: Content

  /// What is shared by sets of a column under several names.
  private final class Content: Sendable {
    let breaks: Mutex<[String: [Break]]>
    let redivisions: Mutex<[Redivision]>

    init(_ breaks: [String: [Break]], _ redivisions: [Redivision]) {
      self.breaks = Mutex(breaks.mapValues { $0.sorted { $0.day < $1.day } })
      self.redivisions = Mutex(redivisions)
    }
  }

  /// Makes a set of breaks by key value; they are kept in order of day.
  package init(key: String, breaks: [String: [Break]] = [:], redivisions: [Redivision] = []) {
    self.key = key
    content = Content(breaks, redivisions)
  }

  private init(key: String, content: Content) {
    self.key = key
    self.content = content
  }

  /// The breaks of redivisions: a region breaks when its code is old or new.
  package convenience init(key: String, of redivisions: [Redivision]) {
    self.init(key: key, breaks: Self.breaks(redivisions), redivisions: redivisions)
  }

  /// The same breaks for a column that got another name.
  package func renamed(to key: String) -> BreakSet { BreakSet(key: key, content: content) }

  /// The breaks of a key value, in order of day.
  package func breaks(of value: String) -> [Break] {
    content.breaks.withLock { $0[value] ?? [] }
  }

  /// The redivisions the breaks come from, in order of their table; none when they have other
  /// causes.
  package var redivisions: [Redivision] { content.redivisions.withLock { $0 } }

  /// All breaks and redivisions as one text, in a fixed order: what differs has another text.
  package var listing: String {
    let breaks = content.breaks.withLock { $0 }.sorted { $0.key < $1.key }.flatMap { key, breaks in
      breaks.map { "\(key)\t\($0.day)\t\($0.axis)\t\($0.text)" }
    }
    let pairs = redivisions.map { "\($0.old)\t\($0.new)\t\($0.day)\t\($0.kind.rawValue)" }
    return ([key] + breaks + pairs).joined(separator: "\n")
  }

  /// Replaces the content by what redivisions that were found in the data break.
  package func fill(_ redivisions: [Redivision]) {
    let breaks = Self.breaks(redivisions).mapValues { $0.sorted { $0.day < $1.day } }
    content.breaks.withLock { $0 = breaks }
    content.redivisions.withLock { $0 = redivisions }
  }

  private static func breaks(_ redivisions: [Redivision]) -> [String: [Break]] {
    var breaks: [String: [Break]] = [:]
    for pair in redivisions {
      for code in pair.old == pair.new ? [pair.old] : [pair.old, pair.new] {
        let found = Break(day: pair.day, text: pair.text)
        if breaks[code]?.contains(found) != true { breaks[code, default: []].append(found) }
      }
    }
    return breaks
  }
}
