extension Period {
  /// The period as its source wrote it.
  package var text: String {
    switch notation {
    case .standard:
      return isSpan
        ? "\(unitText(first))..\(unitText(last))" : unitText(first)
    case .tm: return "\(unitText(first)) tm \(unitText(last))"
    case .throughMonths:
      return isSpan ? "\(monthFirst(first)) t/m \(monthFirst(last))" : monthFirst(first)
    case .monthName:
      let month = Int(first) % 12
      return "\(Self.monthNames[month]) \(Int(first) / 12)"
    case .cbs: return cbsText
    }
  }

  /// Dutch month names, January first.
  package static let monthNames = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]

  private func unitText(_ unit: Int32) -> String {
    let value = Int(unit)
    switch granularity {
    case .year: return padded(value, 4)
    case .quarter: return "\(padded(value / 4, 4))Q\(value % 4 + 1)"
    case .month: return "\(padded(value / 12, 4))-\(padded(value % 12 + 1, 2))"
    case .day: return CalendarDate(days: unit).text
    }
  }

  private func monthFirst(_ unit: Int32) -> String {
    guard granularity == .month else { return unitText(unit) }
    return "\(padded(Int(unit) % 12 + 1, 2))-\(padded(Int(unit) / 12, 4))"
  }

  private var cbsText: String {
    let value = Int(first)
    switch granularity {
    case .year: return "\(padded(value, 4))JJ00"
    case .quarter: return "\(padded(value / 4, 4))KW\(padded(value % 4 + 1, 2))"
    case .month: return "\(padded(value / 12, 4))MM\(padded(value % 12 + 1, 2))"
    case .day: return CalendarDate(days: first).text.filter { $0 != "-" }
    }
  }
}
