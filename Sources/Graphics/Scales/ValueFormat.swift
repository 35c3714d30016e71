package import Wording

/// How the values of a mark are written, in its drawing and in words.
package struct ValueFormat: Sendable, Equatable {
  /// The marks and decimals of a number.
  package let number: NumberFormat
  /// What is counted, for the alternative text: "initiatieven". "%" is written at every value.
  package let unit: String

  /// A format; values are written with `decimals`, or with at most two when that is nil.
  package init(style: NumberStyle = .rijk, decimals: Int? = nil, unit: String = "") {
    self.unit = DisplayText.clean(unit)
    // More decimals than a Double has are noise, and would need more room than there is.
    number = NumberFormat(
      style: style, decimals: decimals.map { .exactly(min($0, 10)) } ?? .atMost(2),
      isPercentage: self.unit == "%")
  }

  /// A value as it stands in the drawing.
  ///
  /// From 1e15 on, where a Double has no digits left behind the decimal mark, powers of ten are
  /// written: so many digits say nothing and fill the figure.
  package func text(_ value: Double) -> String {
    guard value.magnitude >= 1e15 else { return number.text(value) }
    var exponent = 15
    while exponent < 308, value.magnitude >= NumberFormat.powerOfTen(exponent + 1) { exponent += 1 }
    var mantissa = number
    mantissa.decimals = .atMost(2)
    mantissa.isPercentage = false
    let digits = mantissa.text(value / NumberFormat.powerOfTen(exponent))
    return "\(digits) × 10^\(exponent)" + (number.isPercentage ? "%" : "")
  }

  /// A number of an axis, in the decimals of the axis; zero needs none.
  func text(_ tick: LinearScale.Tick) -> String {
    guard tick.value.magnitude < 1e15 else { return text(tick.value) }
    var written = number
    written.decimals = .exactly(tick.value == 0 ? 0 : tick.decimals)
    return written.text(tick.value)
  }

  /// A value with its unit: "536 initiatieven", "12,3%", "1.168,2 duizend personen"; or the reason
  /// why there is none.
  func words(_ datum: Datum, _ phrases: Phrases) -> String {
    guard let value = datum.value else { return datum.reason(phrases) }
    guard !number.isPercentage, !unit.isEmpty else { return text(value) }
    guard let (noun, factor) = multiple else { return "\(text(value)) \(unit)" }
    let word = factor == 1000 ? phrases.thousand : phrases.million
    return [text(value), word, noun].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What is counted and in which multiple, of a unit such as "personen × 1.000" or "x 1 000".
  private var multiple: (noun: String, factor: Int)? {
    let words = unit.split(separator: " ")
    guard let sign = words.lastIndex(where: { ["×", "x"].contains($0) }) else { return nil }
    let number = words[(sign + 1)...].joined()
    guard number.allSatisfy({ $0.isNumber || ".,\u{2009}".contains($0) }),
      let factor = Int(number.filter(\.isNumber)), [1000, 1_000_000].contains(factor)
    else { return nil }
    return (words[..<sign].joined(separator: " "), factor)
  }
}
