import Columnar
import SourceText

/// The faults of delimited files, worded for who has to repair the file or the script.
///
/// All name the file and the line, or in a sheet the cell; a fault in data has phase `run`, one in what a script declared
/// has phase `check`.
struct CSVFault {
  let name: String
  /// The cells of a text that was taken from a sheet.
  var places: SheetPlaces?

  /// A file without a header.
  var empty: Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "empty-file", "\(name) is empty",
      notes: ["a table has at least a line with the names of its columns"])
  }

  /// A byte that is not part of UTF-8 text. `column` counts bytes of the line from 1.
  func brokenText(byte: UInt8, line: Int, column: Int) -> Diagnostic {
    if byte == 0 {
      return Diagnostic(
        .error, phase: .run, code: "nul-byte",
        "\(name) is no text: line \(line), byte \(column) is 0",
        notes: ["save it as UTF-8 text, not as UTF-16; a workbook is read with `xlsx`"])
    }
    let digits = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .error, phase: .run, code: "invalid-utf8",
      "\(name) is not UTF-8: line \(line), byte \(column) is 0x\(digits)",
      notes: ["declare `encoding \"windows-1252\"`, or save the file as UTF-8"])
  }

  /// A record with too few or too many fields.
  func ragged(line: Int, found: Int, expected: Int) -> Diagnostic {
    var notes = ["quote a text that holds the separator"]
    if expected == 1 { notes.append("titles above the header: `skip`") }
    if found < expected {
      notes = ["titles above the header: `skip`; a cut-off file: fetch it again"]
    }
    return Diagnostic(
      .error, phase: .run, code: "ragged-row",
      "line \(line) of \(name) has \(counted(found)), the header has \(expected)", notes: notes)
  }

  /// A header of one field above rows that have more of them with another separator.
  func title(separator: UInt8, fields: Int, line: Int) -> Diagnostic {
    let mark = separator == 0x09 ? "tab" : String(decoding: [separator], as: UTF8.self)
    return Diagnostic(
      .error, phase: .run, code: "title-line",
      "the header of \(name) has one field, and every row has \(fields) parted by `\(mark)`",
      notes: [
        "titles above the header: `skip \(line - 1)`",
        "really one column: `delimiter \",\"`",
      ])
  }

  /// A quote that is never closed.
  func unclosedQuote(line: Int) -> Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "unclosed-quote",
      "the quote opened in line \(line) of \(name) is never closed",
      notes: ["a quote inside a quoted text is written twice"])
  }

  /// Text between a closing quote and the next separator.
  func textAfterQuote(line: Int) -> Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "text-after-quote",
      "line \(line) of \(name) has text after a closing quote",
      notes: ["a quote inside a quoted text is written twice"])
  }

  /// A record of more than so many bytes, which no table has.
  func endlessRecord(line: Int, most: Int) -> Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "unclosed-quote",
      "the row that begins in line \(line) of \(name) does not end",
      notes: [
        "it takes more than \(most >> 20) MB: look for a quote that is not closed, or for line ends "
          + "that are not there"
      ])
  }

  /// A column without a name; positions count from 1.
  func unnamed(position: Int) -> Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "unnamed-column",
      "column \(column(position)) of \(name) has no name in the header",
      notes: [
        "name it: `names \(position) = …`",
        "titles above the header: `skip`; a header of two lines: `header 2`",
      ])
  }

  /// Two columns of one name; positions count from 1.
  func duplicate(_ column: String, first: Int, second: Int) -> Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "duplicate-column",
      "columns \(self.column(first)) and \(self.column(second)) of \(name) are both named "
        + column,
      notes: [
        places == nil
          ? "name one of them: `names \(second) = …`" : "give one of them another name there"
      ])
  }

  /// A file of which each line was quoted as a whole by a second saving.
  var savedTwice: Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "saved-twice",
      "\(name) was saved a second time as text: its lines are quoted as a whole",
      notes: ["use the file as it was downloaded"])
  }

  /// A value that does not fit the type of its column.
  /// Line and position of its field count from 1.
  func unreadable(
    _ text: String, line: Int, position: Int, field: Field, isDeclared: Bool,
    granularity: Period.Granularity? = nil
  ) -> Diagnostic {
    let isLong = text.count > 60
    let shown = Self.inOneLine(isLong ? String(text.prefix(59)) + "…" : text)
    let place = places.map { "cell \($0.cell(line: line, position: position))" } ?? "line \(line)"
    if let granularity, let period = PeriodParser.parse(text) {
      return Diagnostic(
        .error, phase: .run, code: "unreadable-value",
        "`\(shown)` in \(place) of \(name), column \(field.name), is \(period.phrase), not a "
          + "\(granularity.name) (declared)",
        notes: ["periods of several lengths: `time \(Self.named(field.name))`"])
    }
    let why = isDeclared ? "declared" : "what the first rows hold"
    var notes = ["text, not \(field.type.rawValue): `types \(Self.named(field.name)): text`"]
    if TimeNames.contains(field.name), field.type != .period,
      PeriodParser.parse(text) != nil
    {
      notes = ["a period: `types \(Self.named(field.name)): period`"]
    } else if !isLong {
      let literal = Self.escaped(text)
      notes.insert(
        "no value at all: `missing \"\(literal)\" = suppressed`, or another reason", at: 0)
    }
    return Diagnostic(
      .error, phase: .run, code: "unreadable-value",
      "`\(shown)` in \(place) of \(name), column \(field.name), is not of type "
        + "\(field.type.rawValue) (\(why))",
      notes: notes)
  }

  /// A column that is read as text because no value tells what it holds.
  func noValues(column: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "no-values",
      "column \(column) of \(name) has no value in the first rows, so nothing tells its type",
      notes: [
        "say what it holds: `types \(Self.named(column)): number`, or declare it as a `measure`"
      ])
  }

  /// A column name that is not in the header.
  func unknownColumn(_ column: String, among names: [String]) -> Diagnostic {
    var notes: [String] = []
    if let nearest = Suggestion.nearest(to: column, among: names) {
      notes.append("did you mean `\(nearest)`?")
    }
    notes.append("columns here: \(names.joined(separator: ", "))")
    return Diagnostic(
      .error, code: "unknown-column", "no column `\(column)` in \(name)", notes: notes)
  }

  /// An option that cannot be.
  func badOption(_ message: String) -> Diagnostic {
    Diagnostic(.error, code: "bad-option", "\(message) (\(name))")
  }

  /// The column at a position from 1: its letters in a sheet.
  private func column(_ position: Int) -> String {
    places?.column(position) ?? "\(position)"
  }

  private func counted(_ fields: Int) -> String { fields == 1 ? "1 field" : "\(fields) fields" }

  /// A column name as the language writes it.
  static func named(_ column: String) -> String {
    let isPlain = column.utf8.allSatisfy { byte in
      byte == 0x5F || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    let startsWithDigit = column.utf8.first.map { (0x30...0x39).contains($0) } ?? true
    return isPlain && !startsWithDigit ? column : "`\(column)`"
  }

  private static func inOneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    return line
  }

  /// A text as it stands between quotes in the language.
  static func escaped(_ text: String) -> String {
    var literal = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\\(scalar)"
      case "\n": literal += "\\n"
      case "\t": literal += "\\t"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal
  }
}
