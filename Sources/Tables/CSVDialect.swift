/// What a program that reads csv expects: Dutch Excel wants `;`, a decimal comma and a byte order
/// mark.
package struct CSVDialect: Sendable, Equatable {
  /// The mark between cells.
  package enum Delimiter: String, Sendable, CaseIterable {
    case comma = ","
    case semicolon = ";"
    case tab = "\t"
    case bar = "|"
  }

  /// The decimal mark.
  package enum DecimalMark: String, Sendable, CaseIterable {
    case point = "."
    case comma = ","
  }

  package var delimiter: Delimiter
  package var decimalMark: DecimalMark
  package var hasByteOrderMark: Bool

  /// Makes a dialect; by default that of RFC 4180.
  package init(
    delimiter: Delimiter = .comma, decimalMark: DecimalMark = .point,
    hasByteOrderMark: Bool = false
  ) {
    self.delimiter = delimiter
    self.decimalMark = decimalMark
    self.hasByteOrderMark = hasByteOrderMark
  }
}
