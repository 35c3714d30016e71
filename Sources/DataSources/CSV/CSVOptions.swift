package import Columnar

/// How a delimited file is written, as far as it was declared; the rest is found from the file.
package struct CSVOptions: Sendable {
  /// How the bytes stand for letters; never guessed.
  package enum Encoding: Hashable, Sendable {
    case utf8
    case windows1252
  }

  /// What stands between groups of three digits; never guessed, for `1.471` may be either number.
  package enum Thousands: Hashable, Sendable {
    case none
    case point
    case comma
    /// A space, a no-break space (U+00A0) or a narrow one (U+202F).
    case space
  }

  /// The byte between fields; nil finds `,`, `;`, tab or `|` from the header and the first rows.
  package var delimiter: UInt8?
  /// Whether numbers have a decimal comma; nil means they do when the delimiter is `;`.
  package var decimalComma: Bool?
  package var thousands = Thousands.none
  package var encoding = Encoding.utf8
  /// Texts that stand for a missing value, in every column, compared without outer spaces. The
  /// empty text is `unknown` unless it is listed here.
  package var missing: [(token: String, reason: MissingReason)] = []
  /// Types that win over what the values look like. A declared type also reads what inference
  /// leaves alone: `0344` and `+5` as numbers, `1-5-2020` as a date.
  package var types: [(column: String, type: DataType)] = []
  /// Columns declared as time axis: like those named as one, they may hold periods, where declared
  /// those of one length only.
  package var axes: [(column: String, granularity: Period.Granularity?)] = []
  /// Columns declared as measures: one without any value holds numbers.
  package var measures: [String] = []
  /// Names for columns by position from 1, for a header that is empty or says a name twice.
  package var names: [(position: Int, name: String)] = []
  /// Title lines above the header.
  package var skippedLines = 0
  /// Lines of the header, at least 1; the parts of a name are joined with a space.
  package var headerLines = 1
  /// Whether a last line such as `Bron: CBS;;;` is a row; otherwise it is told apart.
  package var keepsSourceLine = false

  /// Makes options that leave everything to the file.
  package init() {}
}
