import SourceText

/// What is known of a file's writing once its first lines were looked at.
struct CSVDialect: Sendable {
  let delimiter: UInt8
  let hasDecimalComma: Bool

  /// Takes over what was declared and finds the rest from the first records of a block.
  init(
    _ options: CSVOptions, bytes: UnsafeMutablePointer<UInt8>, start: Int, end: Int, isLast: Bool
  ) {
    let delimiter =
      unsafe options.delimiter
      ?? Self.find(bytes, start, end, isLast, header: options.headerLines).delimiter
    self.delimiter = delimiter
    hasDecimalComma = options.decimalComma ?? (delimiter == UInt8(ascii: ";"))
  }

  /// The separator that gives the most of the first ten rows as many fields as the header; of
  /// equals the one with the most fields, then the first of `;`, tab, `,` and `|`. Without any in
  /// the header it is `,`. Looking at rows too keeps `|` inside names from being taken for one.
  static func find(
    _ bytes: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int, _ isLast: Bool, header: Int
  ) -> (delimiter: UInt8, fields: Int) {
    var best = (delimiter: UInt8(ascii: ","), matches: -1, fields: 1)
    for candidate in [UInt8](";\t,|".utf8) {
      var scanner = RecordScanner(delimiter: candidate)
      scanner.isStrict = false
      let table = FieldTable(fieldCount: 0, wanted: [], most: 1)
      var next = start
      var counts: [Int] = []
      while counts.count < header + 10 {
        let result = unsafe scanner.scan(bytes, next, end, isLast: isLast, into: table)
        guard result.rows == 1 else { break }
        counts.append(result.fieldCount)
        next = result.next
      }
      guard let fields = counts.first, fields > 1 else { continue }
      let matches = counts.dropFirst().count { $0 == fields }
      if matches > best.matches || matches == best.matches && fields > best.fields {
        best = (candidate, matches, fields)
      }
    }
    return (best.delimiter, best.fields)
  }
}
