import Columnar
import SourceText
import Wording

/// How a value inside the prose is printed: `1`, `text`, `year`, `percent 1`, `sign percent 1`.
struct InlineFormat: Sendable {
  /// The words a format may have, beside a number of decimals.
  static let words = ["text", "year", "percent", "sign"]

  private var decimals: Int?
  private var isText = false
  private var isYear = false
  private var isPercentage = false
  private var isSigned = false
  /// Where the format stands, for messages.
  let range: SourceRange

  /// Reads the words of a format.
  init(_ file: SourceFile, _ range: SourceRange) throws(Diagnostic) {
    self.range = range
    let words = file.words(range)
    for word in words {
      let text = file.text(word)
      switch text {
      case "text": isText = true
      case "year": isYear = true
      case "percent": isPercentage = true
      case "sign": isSigned = true
      default:
        guard let number = Int(text), text.utf8.count <= 2, (0...10).contains(number) else {
          throw Self.unknown(text, file, word)
        }
        decimals = number
      }
    }
    if words.isEmpty {
      throw Diagnostic(
        .error, code: "empty-format", "no format after `:`", file: file, range: range,
        notes: [Self.help])
    }
    if (isText || isYear) && words.count > 1 {
      throw Diagnostic(
        .error, code: "mixed-format", "`text` and `year` stand alone", file: file, range: range)
    }
  }

  /// The text of a value, or nil when the format does not fit it.
  func text(of value: Value, _ field: Field, _ language: Language) -> String? {
    switch value {
    case .missing(let reason): return MissingWording(reason, in: language).words
    case .boolean, .text: return isText ? InlineText.of(value, field, language) : nil
    case .date(let date):
      if isYear { return String(date.civil.year) }
      return isText ? date.text : nil
    case .period(let period):
      if isYear { return period.isSpan ? nil : String(period.startYear) }
      return isText ? period.text : nil
    case .integer(let whole):
      if isYear { return NumberStyle.plain.integer(whole) }
      return number(Double(whole), exact: whole, language)
    case .number(let number):
      if isYear { return NumberStyle.plain.fixed(number, decimals: 0) }
      return self.number(number, exact: nil, language)
    }
  }

  private func number(_ value: Double, exact: Int64?, _ language: Language) -> String {
    let style: NumberStyle = isText ? .plain : language.numberStyle
    let shown: NumberFormat.Decimals
    if isText {
      shown = .shortest
    } else if let decimals {
      shown = .exactly(decimals)
    } else {
      shown = .atMost(2)
    }
    let format = NumberFormat(
      style: style, decimals: shown, sign: isSigned ? .always : .negative,
      isPercentage: isPercentage)
    return exact.map { format.text($0) } ?? format.text(value)
  }

  private static let help = "formats: a number of decimals, text, year, percent, sign"

  private static func unknown(_ text: String, _ file: SourceFile, _ range: SourceRange)
    -> Diagnostic
  {
    let nearest = Suggestion.nearest(to: text, among: words)
    return Diagnostic(
      .error, code: "unknown-format", "no format `\(text)`", file: file, range: range,
      label: nearest.map { "did you mean `\($0)`?" }, notes: [help])
  }
}

/// The text of a value when the report names no format.
enum InlineText {
  /// The text: labels for codes, Dutch dates, numbers with the decimals of their field.
  static func of(_ value: Value, _ field: Field, _ language: Language) -> String {
    switch value {
    case .missing(let reason): return MissingWording(reason, in: language).words
    case .boolean(let flag):
      switch language {
      case .dutch: return flag ? "ja" : "nee"
      case .english: return flag ? "yes" : "no"
      }
    case .text(let text): return field.entity?.label(of: text) ?? text
    case .date(let date): return self.date(date, language)
    case .period(let period): return period.text
    case .integer(let whole):
      return isOrdinal(field)
        ? NumberStyle.plain.integer(whole) : number(field, language).text(whole)
    case .number(let value): return number(field, language).text(value)
    }
  }

  /// "1 mei 2021".
  private static func date(_ date: CalendarDate, _ language: Language) -> String {
    let (year, month, day) = date.civil
    let names: [String]
    switch language {
    case .dutch: names = Period.monthNames
    case .english: names = englishMonths
    }
    guard names.indices.contains(month - 1) else { return date.text }
    return "\(day) \(names[month - 1]) \(year)"
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func number(_ field: Field, _ language: Language) -> NumberFormat {
    NumberFormat(
      style: language.numberStyle,
      decimals: field.decimals.map { .exactly(min(max($0, 0), 17)) } ?? .atMost(2),
      isPercentage: field.unit?.text == "%")
  }

  /// Whether whole numbers in a field are names of years or editions and never grouped.
  private static func isOrdinal(_ field: Field) -> Bool {
    switch field.role {
    case .time, .edition: true
    case .key, .candidateKey, .measure, .attribute, .note: field.granularity != nil
    }
  }
}
