/// The marks with which a number is written: decimal mark, grouping mark and minus.
package enum NumberStyle: String, Sendable, CaseIterable {
  /// Dutch government usage: `1.234,5` and a minus sign, U+2212.
  case rijk
  /// Statistics Netherlands: `1 234,5`, grouped by a thin space, U+2009.
  ///
  /// A thin space is no place to break a line; whoever wraps text must keep the number together.
  case cbs
  /// English usage: `1,234.5` and a minus sign, U+2212.
  case english
  /// For machines: `1234.5`, no grouping, a hyphen as minus; every parser of numbers reads it.
  case plain

  /// The decimal mark as UTF-8.
  var decimalMark: UInt8 {
    switch self {
    case .rijk, .cbs: UInt8(ascii: ",")
    case .english, .plain: UInt8(ascii: ".")
    }
  }

  /// What stands between groups of three digits, as UTF-8; empty for `plain`.
  var groupMark: [UInt8] {
    switch self {
    case .rijk: [UInt8(ascii: ".")]
    case .cbs: [0xE2, 0x80, 0x89]
    case .english: [UInt8(ascii: ",")]
    case .plain: []
    }
  }

  /// The sign of a negative number, as UTF-8.
  var minus: [UInt8] {
    switch self {
    case .rijk, .cbs, .english: [0xE2, 0x88, 0x92]
    case .plain: [UInt8(ascii: "-")]
    }
  }
}

extension NumberStyle {
  /// A number with exactly `decimals` decimals: `1.536,3`.
  package func fixed(_ value: Double, decimals: Int) -> String {
    NumberFormat(style: self, decimals: .exactly(decimals)).text(value)
  }

  /// A number with at most `decimals` decimals, trailing zeros dropped: `1.536,3`, `12`.
  package func atMost(_ value: Double, decimals: Int) -> String {
    NumberFormat(style: self, decimals: .atMost(decimals)).text(value)
  }

  /// The shortest number that reads back as the same value.
  ///
  /// In `plain` this is the form of CSV and JSON: always a point, exponent (`1e21`) only from
  /// 1e21 and below 1e-7. The other styles never use an exponent.
  package func shortest(_ value: Double) -> String {
    NumberFormat(style: self, decimals: .shortest).text(value)
  }

  /// A number with its sign: `+2,3`, `−1,0`, and `0,0` without one.
  package func signed(_ value: Double, decimals: Int) -> String {
    NumberFormat(style: self, decimals: .exactly(decimals), sign: .always).text(value)
  }

  /// A percentage, closed up: `12,3%`. The value is already in percents.
  package func percent(_ value: Double, decimals: Int) -> String {
    NumberFormat(style: self, decimals: .exactly(decimals), isPercentage: true).text(value)
  }

  /// A change in percents with its sign: `+2,3%`, `−1,0%`, `0,0%`.
  package func signedPercent(_ value: Double, decimals: Int) -> String {
    NumberFormat(
      style: self, decimals: .exactly(decimals), sign: .always, isPercentage: true
    ).text(value)
  }

  /// A whole number: `1.234`.
  package func integer(_ value: Int64) -> String {
    NumberFormat(style: self).text(value)
  }
}
