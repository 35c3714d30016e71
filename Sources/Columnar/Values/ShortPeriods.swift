/// Quarters and months as exports of other systems write them: a letter between or before digits.
enum ShortPeriods {
  /// A way to write one, with where its parts stand.
  private struct Form {
    let notation: Period.Notation
    let granularity: Period.Granularity
    /// What stands between year and number; a form whose number comes first has it before the year.
    let mark: String
    let letter: String
    var isNumberFirst = false

    /// What stands beside the year for a quarter or month, from 1.
    func part(of number: Int32) -> String {
      let digits = granularity == .month ? padded(Int(number), 2) : String(number)
      return isNumberFirst ? letter + digits + mark : mark + letter + digits
    }
  }

  private static let forms = [
    Form(notation: .quarterK, granularity: .quarter, mark: "", letter: "K"),
    Form(notation: .dashedQuarter, granularity: .quarter, mark: "-", letter: "Q"),
    Form(notation: .dashedQuarterK, granularity: .quarter, mark: "-", letter: "K"),
    Form(notation: .spacedQuarter, granularity: .quarter, mark: " ", letter: "Q"),
    Form(notation: .spacedQuarterK, granularity: .quarter, mark: " ", letter: "K"),
    Form(
      notation: .quarterFirst, granularity: .quarter, mark: " ", letter: "Q", isNumberFirst: true),
    Form(
      notation: .quarterKFirst, granularity: .quarter, mark: " ", letter: "K", isNumberFirst: true),
    Form(notation: .monthM, granularity: .month, mark: "", letter: "M"),
    Form(notation: .dashedMonthM, granularity: .month, mark: "-", letter: "M"),
  ]

  /// The period of `2021K1`, `2021-Q1`, `2021 K1`, `Q1 2021`, `2021M05` or `2021-M05`, in capitals
  /// or not, or nil.
  static func parse(_ bytes: [UInt8]) -> Period? {
    guard (6...8).contains(bytes.count), let first = bytes.first else { return nil }
    let isNumberFirst = !isDigit(first)
    let digits = isNumberFirst ? bytes[(bytes.count - 4)...] : bytes[..<4]
    guard let year = PeriodParser.number(digits), year >= 1 else { return nil }
    let rest = isNumberFirst ? bytes[..<(bytes.count - 4)] : bytes[4...]
    let text = String(decoding: rest, as: UTF8.self).uppercased()
    for form in forms where form.isNumberFirst == isNumberFirst {
      let count: Int32 = form.granularity == .quarter ? 4 : 12
      let number = (1...count).first { text == form.part(of: $0) }
      if let number {
        return Period(form.granularity, year * count + number - 1, notation: form.notation)
      }
    }
    return nil
  }

  /// The text of a unit in a notation; nil when the notation is another's.
  static func text(_ period: Period) -> String? {
    guard let form = forms.first(where: { $0.notation == period.notation }) else { return nil }
    let count = form.granularity == .quarter ? 4 : 12
    let year = padded(Int(period.first) / count, 4)
    let part = form.part(of: Int32(Int(period.first) % count + 1))
    return form.isNumberFirst ? part + year : year + part
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
