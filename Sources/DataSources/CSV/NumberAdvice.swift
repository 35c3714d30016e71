import SourceText

/// Notices columns that are read as text although a declaration would make them numbers.
///
/// What a number looks like is declared and never guessed; a reader should still hear of it.
struct NumberAdvice {
  private let numerals: NumeralReader
  private var count = 0
  private var ways: [Way]
  /// Values of a column that may still be something else than text, which most columns of numbers
  /// stay: they are looked at when it is known to be text.
  private var waiting: [[UInt8]] = []

  /// A way to write numbers, and how many values of the column are written so.
  private struct Way {
    let noun: String
    /// What declares it, of a column.
    let clause: @Sendable (String) -> String
    let reader: NumeralReader
    /// Whether a number may stand with a `%` or `€`.
    var isDressed = false
    var numbers = 0
    /// The first texts that are no numbers, distinct; more than ``most`` make a column of text.
    var others: [String] = []
    static let most = 3

    var isPossible: Bool { others.count <= Self.most }
    /// Whether what is no number has no letter or digit.
    var hasMarksOnly: Bool { !others.contains { $0.contains { $0.isLetter || $0.isNumber } } }

    mutating func include(_ cell: Cell) {
      guard isPossible else { return }
      if isNumber(cell) {
        numbers += 1
      } else {
        let text = cell.text
        if !others.contains(text) { others.append(text) }
      }
    }

    /// What to declare besides the texts that are no values.
    func note(_ column: String) -> String {
      let tokens = others.map { "\"\(CSVFault.escaped($0))\" = unknown" }
      let missing = "missing \(tokens.joined(separator: ", "))"
      guard !noun.isEmpty else { return "no values: `\(missing)`, or another reason" }
      return "\(noun), and texts that are no values: `\(clause(column)) \(missing)`, "
        + "or another reason"
    }

    private func isNumber(_ cell: Cell) -> Bool {
      guard isDressed else { return reader.number(reader.read(cell), cell) != nil }
      let reader = NumeralReader(
        decimalMark: reader.decimalMark, thousands: reader.thousands,
        isLenient: NumeralDress.bare(cell, isLenient: true) != nil)
      return reader.read(cell).kind != .none
    }
  }

  /// Begins a column of a file that writes numbers in a certain way.
  init(_ numerals: NumeralReader) {
    self.numerals = numerals
    let mark = numerals.decimalMark
    let otherMark: UInt8 = mark == 0x2C ? 0x2E : 0x2C
    let other = String(decoding: [otherMark], as: UTF8.self)
    let byMark: CSVOptions.Thousands = otherMark == 0x2E ? .point : .comma
    let grouped = NumeralReader(decimalMark: mark, thousands: byMark)
    let types: @Sendable (String) -> String = { "types \(CSVFault.named($0)): number" }
    ways = [
      Way(noun: "", clause: { _ in "" }, reader: numerals),
      Way(
        noun: "numbers with a decimal `\(other)`", clause: { _ in "decimal \"\(other)\"" },
        reader: NumeralReader(decimalMark: otherMark, thousands: .none)),
      Way(
        noun: "numbers in groups of three", clause: { _ in "thousands \"\(other)\"" },
        reader: grouped),
      Way(
        noun: "numbers in groups of three", clause: { _ in "thousands \" \"" },
        reader: NumeralReader(decimalMark: mark, thousands: .space)),
      Way(
        noun: "numbers with `%` or `€`", clause: types,
        reader: NumeralReader(decimalMark: mark, thousands: .none), isDressed: true),
      Way(
        noun: "numbers with `%` or `€`, in groups",
        clause: { "thousands \"\(other)\" \(types($0))" }, reader: grouped, isDressed: true),
    ]
  }

  /// Takes a value that is not missing.
  ///
  /// - Parameter isText: whether the column is known to be text.
  mutating func include(_ cell: Cell, isText: Bool) {
    guard isText else { return waiting.append(cell.bytes) }
    includeWaiting()
    include(cell)
  }

  private mutating func includeWaiting() {
    for bytes in waiting {
      let padded = bytes + [UInt8](repeating: 0, count: BlockBuffer.slack)
      unsafe padded.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        include(unsafe Cell(start: start, count: bytes.count))
      }
    }
    waiting = []
  }

  private mutating func include(_ cell: Cell) {
    guard ways.contains(where: \.isPossible) else { return }
    count += 1
    for index in ways.indices { ways[index].include(cell) }
  }

  /// What to declare for a column that is read as text, or nil when it is one.
  ///
  /// Either all values are numbers written another way, or half of them are numbers, written as
  /// the file writes them or another way, and the rest are up to three texts such as `x`; of marks
  /// without a letter or digit, such as `.`, there may be more than of numbers. Digits with a leading zero are codes, and so is a column that has some.
  mutating func diagnostic(column: String, file: String) -> Diagnostic? {
    includeWaiting()
    guard ways[0].numbers < count || !ways[0].others.isEmpty else { return nil }
    let whole = ways.filter { $0.others.isEmpty && $0.numbers == count }
    let bare = whole.filter { !$0.isDressed }
    var notes = (bare.isEmpty ? Array(whole.prefix(1)) : bare).map {
      "\($0.noun): `\($0.clause(column))`"
    }
    if notes.isEmpty { notes = mostLikely.map { $0.note(column) } }
    guard !notes.isEmpty else { return nil }
    return Diagnostic(
      .warning, code: "text-like-numbers",
      "column \(column) of \(file) is text, but most of it looks like numbers", notes: notes)
  }

  /// The ways that leave the fewest texts, of which half the values are numbers and none a code;
  /// the bare ones, when there are.
  private var mostLikely: [Way] {
    let likely = ways.filter { way in
      way.isPossible && way.numbers > 0 && (way.numbers * 2 >= count || way.hasMarksOnly)
        && !way.others.contains { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
    let fewest = likely.map(\.others.count).min()
    let best = likely.filter { $0.others.count == fewest }
    if let first = best.first, first.noun.isEmpty || first.isDressed { return [first] }
    return best.filter { !$0.isDressed }
  }
}
