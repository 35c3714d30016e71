import Columnar
import Planning

/// Computing functions of a text and a pattern once for each distinct set of arguments.
enum PatternMapping {
  /// What help says about patterns.
  static let rule =
    "A pattern is a POSIX extended regular expression "
    + "(`. [a-z] [[:alpha:]] ( ) | * + ? {2,3} ^ $`) over characters; a backslash takes the meaning from a sign, in a query `\"\\\\.\"`."

  /// What is wrong with a pattern that is a literal.
  @Sendable static func fault(_ arguments: [Signature.Known?]) -> String? {
    guard arguments.count > 1, case .text(let pattern)? = arguments[1]?.value else { return nil }
    do {
      _ = try TextPattern(pattern)
      return nil
    } catch {
      return "this is no pattern: \(error.message)"
    }
  }

  /// A value for each row of a text, a pattern and, when there is one, a third text. Throws for a
  /// pattern in the data that is none.
  static func column(
    _ arguments: [Column], to type: DataType,
    _ transform: (TextPattern, String, String) -> Value
  ) throws -> Column {
    let texts = arguments.map(TextCells.init)
    var patterns: [UInt32: TextPattern] = [:]
    var known: [[UInt32]: Value] = [:]
    var builder = ColumnBuilder(type)
    for row in 0..<(arguments.first?.count ?? 0) {
      guard texts.allSatisfy({ $0.isKnown(row) }) else {
        builder.appendMissing(.unknown)
        continue
      }
      let codes = texts.map { $0.codes[row] }
      if let value = known[codes] {
        builder.append(value)
        continue
      }
      let pattern = try patterns[codes[1]] ?? compiled(texts[1].text(row), row)
      patterns[codes[1]] = pattern
      let value = transform(pattern, texts[0].text(row), texts.count > 2 ? texts[2].text(row) : "")
      known[codes] = value
      builder.append(value)
    }
    return builder.finish()
  }

  /// Whether a pattern is found in each text, once for each distinct one. Throws for a pattern in
  /// the data that is none.
  static func tests(_ text: Column, _ pattern: Column) throws -> Column {
    guard let patterns = pattern.dictionary, patterns.count == 1, pattern.missing == nil,
      let dictionary = text.dictionary
    else {
      return try column([text, pattern], to: .boolean) { pattern, text, _ in
        .boolean(pattern.match(in: TextPattern.bytes(text), from: 0) != nil)
      }
    }
    guard text.count > 0 else { return Column(.boolean([])) }
    var search = PatternSearch(try KnownPattern.last(patterns[0]), in: dictionary)
    return Column(.boolean(search.outcomes(of: text)), missing: text.missing)
  }

  /// A pattern made ready. Throws where it is none, naming the row it is in.
  static func compiled(_ pattern: String, _ row: Int) throws -> TextPattern {
    do {
      return try TextPattern(pattern)
    } catch {
      throw EvaluationFault(
        code: "invalid-pattern", "\"\(pattern)\" is no pattern: \(error.message),", row: row)
    }
  }
}

/// The rows of a text column.
private struct TextCells {
  let codes: [UInt32]
  private let entries: [String]
  private let missing: [UInt8]?

  init(_ column: Column) {
    missing = column.missing
    if case .text(let codes, let dictionary) = column.storage {
      self.codes = codes
      entries = dictionary.entries
    } else {
      codes = []
      entries = []
    }
  }

  func isKnown(_ row: Int) -> Bool {
    row < codes.count && (missing?[row] ?? 0) == 0 && Int(codes[row]) < entries.count
  }

  func text(_ row: Int) -> String { entries[Int(codes[row])] }
}
