import Columnar

/// Reads one column of a file, piece by piece; every thread has its own.
///
/// A piece is begun, read in one or more goes and then either taken or begun anew, which drops
/// what was read. Only one thread uses a reader at a time. Pieces of several threads make up the column: see ``ColumnAssembly``.
protocol ColumnReader: AnyObject, Sendable {
  /// Begins a piece; `isWidened` tells that a column of integers had a fraction in rows before it.
  func begin(isWidened: Bool)
  /// Reads the fields of some records and returns the first whose text does not fit, or nil.
  func read(_ fields: IndexedColumn) -> Int?
  /// The same for fields that a careful scan found.
  func read(_ fields: PlacedColumn) -> Int?
  /// The last `count` rows that were read, as a column that holds until more are read; nil when
  /// they are not yet what they are in the whole column. Codes of texts stay the same from piece to
  /// piece as long as the dictionary does.
  func lastRows(_ count: Int) -> Column?
  /// Whether it read a text that may have other spellings.
  var isWary: Bool { get }
  /// Keeps some of the last `count` rows that were read, given by their numbers among these.
  func keep(_ rows: [Int], of count: Int)
  /// The piece that was read, which is ended.
  func take() -> ColumnPiece
}

/// Some rows of a column as one thread read them.
enum ColumnPiece: Sendable {
  case codes(CodePiece)
  case numbers(NumberPiece)
}

/// How a column is to be read.
struct ColumnTask: Sendable {
  let field: Field
  let isDeclared: Bool
  let numerals: NumeralReader
  let tokens: MissingTokens
  /// The length that periods are declared to have.
  let granularity: Period.Granularity?

  /// Makes the task for a field of a schema.
  init(
    _ field: Field, isDeclared: Bool, granularity: Period.Granularity? = nil,
    numerals: NumeralReader, tokens: MissingTokens
  ) {
    self.field = field
    self.isDeclared = isDeclared
    self.numerals = numerals
    self.tokens = tokens
    self.granularity = granularity
  }

  /// A reader for one thread. With `isDeferred` texts get codes only once it is known which rows
  /// are kept, and ``ColumnReader/keep(_:of:)`` has to be called after each reading.
  func reader(isDeferred: Bool) -> any ColumnReader {
    var numerals = numerals
    numerals.isLenient = isDeclared
    switch field.type {
    case .text, .boolean, .date, .period:
      return CodeReader(
        field.type, isDeclared: isDeclared, granularity: granularity,
        isDeferred: isDeferred && field.type == .text, tokens)
    case .integer:
      // A year that turns out to be 2020.5 is a fault, not a reason to make all years fractions.
      let mayWiden = !isDeclared && field.role != .time && field.role != .edition
      return NumberReader(numerals, tokens, startsWhole: true, mayWiden: mayWiden)
    case .number:
      return NumberReader(numerals, tokens, startsWhole: false, mayWiden: false)
    }
  }
}
