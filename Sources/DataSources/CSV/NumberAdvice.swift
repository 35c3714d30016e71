import SourceText

/// Notices columns that are read as text although a declaration would make them numbers.
///
/// What a number looks like is declared and never guessed; a reader should still hear of it.
struct NumberAdvice {
  private let numerals: NumeralReader
  private var count = 0
  private var numbers = 0
  /// The first texts that are no numbers, distinct; more than ``most`` make a column of text.
  private var others: [String] = []
  /// The same going by the other decimal mark.
  private var otherNumbers = 0
  private var rest: [String] = []
  /// Whether all would be numbers with the other decimal mark, or in groups of three.
  private var hasOtherMark = true
  private var isGrouped = true
  /// Whether all would be numbers once they were declared to be.
  private var isDressed = true
  /// The same for numbers in groups of three.
  private var isDressedInGroups = true
  private static let most = 3

  /// Begins a column of a file that writes numbers in a certain way.
  init(_ numerals: NumeralReader) {
    self.numerals = numerals
  }

  private var otherMark: UInt8 { numerals.decimalMark == 0x2C ? 0x2E : 0x2C }

  /// Looks at a value that is not missing.
  mutating func include(_ cell: Cell) {
    if others.count > Self.most, rest.count > Self.most, !hasOtherMark, !isGrouped, !isDressed,
      !isDressedInGroups
    {
      return
    }
    count += 1
    let numeral = numerals.read(cell)
    if numerals.number(numeral, cell) != nil {
      numbers += 1
    } else if others.count <= Self.most {
      let text = cell.text
      if !others.contains(text) { others.append(text) }
    }
    if isNumber(cell, mark: otherMark, .none) {
      otherNumbers += 1
    } else {
      hasOtherMark = false
      if rest.count <= Self.most, !rest.contains(cell.text) { rest.append(cell.text) }
    }
    if isGrouped {
      isGrouped =
        isNumber(cell, mark: numerals.decimalMark, otherMark == 0x2E ? .point : .comma)
        || isNumber(cell, mark: numerals.decimalMark, .space)
    }
    isDressed = isDressed && isNumber(cell, .none)
    isDressedInGroups = isDressedInGroups && isNumber(cell, otherMark == 0x2E ? .point : .comma)
  }

  /// What to declare for a column that is read as text, or nil when it is one.
  ///
  /// Either all values are numbers written another way, or half of them are numbers and the rest
  /// are up to three texts such as `x`; of marks without a letter or digit, such as `.`, there may
  /// be more than of numbers. Digits with a leading zero are codes, and so is a column that has
  /// some.
  func diagnostic(column: String, file: String) -> Diagnostic? {
    guard numbers < count else { return nil }
    var notes: [String] = []
    var part = "most"
    let mark = String(decoding: [otherMark], as: UTF8.self)
    if hasOtherMark { notes.append("numbers with a decimal `\(mark)`: `decimal \"\(mark)\"`") }
    if isGrouped {
      notes.append("numbers in groups of three: `thousands \"\(mark)\"` or `thousands \" \"`")
    }
    let types = "types \(CSVFault.named(column)): number"
    if isDressed {
      notes.append("numbers with `%` or `€`: `\(types)`")
    } else if isDressedInGroups, !isGrouped {
      notes.append("numbers with `%` or `€`, in groups: `thousands \"\(mark)\" \(types)`")
    }
    if notes.isEmpty {
      if Self.isRest(others, beside: numbers, of: count) {
        notes = ["no values: `missing \(Self.tokens(others))`, or another reason"]
        if numbers * 2 < count { part = "some" }
      } else if Self.isRest(rest, beside: otherNumbers, of: count) {
        notes = [
          "numbers with a decimal `\(mark)`, and no values: "
            + "`decimal \"\(mark)\" missing \(Self.tokens(rest))`, or another reason"
        ]
        if otherNumbers * 2 < count { part = "some" }
      } else {
        return nil
      }
    }
    return Diagnostic(
      .warning, code: "text-like-numbers",
      "column \(column) of \(file) is text, but \(part) of it looks like numbers", notes: notes)
  }

  /// Whether texts are what stands in a column of numbers where there is none.
  private static func isRest(_ texts: [String], beside numbers: Int, of count: Int) -> Bool {
    guard numbers > 0, texts.count <= most,
      !texts.contains(where: { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    return numbers * 2 >= count || texts.allSatisfy { !$0.contains { $0.isLetter || $0.isNumber } }
  }

  private static func tokens(_ texts: [String]) -> String {
    texts.map { "\"\(CSVFault.escaped($0))\" = unknown" }.joined(separator: ", ")
  }

  /// Whether a value is a number, bare or with a `%` or `€`, in a column declared to have them.
  private func isNumber(_ cell: Cell, _ thousands: CSVOptions.Thousands) -> Bool {
    let hasDress = NumeralDress.bare(cell, isLenient: true) != nil
    let reader = NumeralReader(
      decimalMark: numerals.decimalMark, thousands: thousands, isLenient: hasDress)
    return reader.read(cell).kind != .none
  }

  private func isNumber(_ cell: Cell, mark: UInt8, _ thousands: CSVOptions.Thousands) -> Bool {
    let reader = NumeralReader(decimalMark: mark, thousands: thousands)
    return reader.number(reader.read(cell), cell) != nil
  }
}
