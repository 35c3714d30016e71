package import SourceText

/// When a report runs: on days of the week, on a day of the month, or every day, at a time.
package struct ScheduleMoment: Sendable, Equatable {
  private enum Days: Equatable {
    case every
    /// Monday is 1.
    case week([Int])
    case month(Int)
  }

  private let days: Days
  private let hour: Int
  private let minute: Int

  private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// Reads `Mon 06:00`, `Mon,Thu 06:00`, `Mon-Fri 06:00`, `daily 06:00` or `monthly 1 06:00`. Throws
  /// a fault of phase `usage`.
  package init(_ text: String) throws(Diagnostics) {
    let words = text.split(separator: " ").map(String.init)
    guard let last = words.last, let time = Self.time(last), words.count >= 2 else {
      throw Self.unreadable(text)
    }
    (hour, minute) = time
    let day = words[0].lowercased()
    if day == "daily", words.count == 2 {
      days = .every
    } else if day == "monthly", words.count == 3, let number = Int(words[1]),
      (1...28).contains(number)
    {
      days = .month(number)
    } else if words.count == 2, let found = Self.week(words[0]) {
      days = .week(found)
    } else {
      throw Self.unreadable(text)
    }
  }

  private static func unreadable(_ text: String) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        .error, phase: .usage, code: "schedule-moment", "`\(text)` is no moment to run at",
        notes: [
          "write `Mon 06:00`, `Mon,Thu 06:00`, `Mon-Fri 06:00`, `daily 06:00` or `monthly 1 06:00`",
          "days of the month run from 1 to 28, which every month has",
        ]))
  }

  private static func time(_ text: String) -> (Int, Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return (hour, minute)
  }

  private static func week(_ text: String) -> [Int]? {
    func number(_ name: Substring) -> Int? {
      names.firstIndex { $0.lowercased() == name.lowercased() }.map { $0 + 1 }
    }
    var days: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(number)
      guard let first = ends.first ?? nil, ends.count <= 2, let last = ends.last ?? nil,
        first <= last
      else { return nil }
      days += first...last
    }
    return Set(days).sorted()
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// As `OnCalendar=` of systemd wants it.
  var calendar: String {
    let time = "\(two(hour)):\(two(minute)):00"
    switch days {
    case .every: return "*-*-* \(time)"
    case .month(let day): return "*-*-\(two(day)) \(time)"
    case .week(let days):
      return days.map { Self.names[$0 - 1] }.joined(separator: ",") + " *-*-* \(time)"
    }
  }

  /// The five fields of cron.
  var cron: String {
    switch days {
    case .every: "\(minute) \(hour) * * *"
    case .month(let day): "\(minute) \(hour) \(day) * *"
    case .week(let days):
      "\(minute) \(hour) * * " + days.map { String($0 % 7) }.joined(separator: ",")
    }
  }
}
