import SourceText

/// Stands in the Markdown for the insertions of a report while it is parsed.
///
/// An insertion becomes its number between two characters for private use that the report itself
/// does not have, so that the parser sees a word: no mark of an expression is read as Markdown,
/// and no value either.
struct InsertionMarker: Sendable {
  /// A stretch of text or the number of an insertion.
  enum Piece {
    case text(String)
    case insertion(Int)
  }

  private let character: Unicode.Scalar

  /// A mark that does not stand in a text.
  init(unusedIn file: SourceFile) {
    var used = [Bool](repeating: false, count: 0x1900)
    for scalar in file.text(SourceRange(0, file.utf8.count)).unicodeScalars
    where (0xE000...0xF8FF).contains(scalar.value) {
      used[Int(scalar.value - 0xE000)] = true
    }
    let free = used.firstIndex(of: false) ?? 0
    character = Unicode.Scalar(UInt32(0xE000 + free)) ?? "\u{E000}"
  }

  /// Whether a text has an insertion in it.
  func isIn(_ text: String) -> Bool { text.unicodeScalars.contains(character) }

  /// The body of a report with its insertions as marks; lines stay where they are.
  func marked(_ file: SourceFile, from bodyStart: Int, _ insertions: [Insertion]) -> [UInt8] {
    let body = file.markdown(from: bodyStart)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count)
    var index = bodyStart
    for (number, insertion) in insertions.enumerated() where insertion.range.lower >= index {
      bytes += body[(index - bodyStart)..<(insertion.range.lower - bodyStart)]
      bytes += "\(character)\(number)\(character)".utf8
      index = insertion.range.upper
    }
    bytes += body[(index - bodyStart)...]
    return bytes
  }

  /// The pieces of a text of the tree.
  func pieces(of text: String) -> [Piece] {
    guard isIn(text) else { return [.text(text)] }
    let parts = text.unicodeScalars.split(separator: character, omittingEmptySubsequences: false)
    return parts.enumerated().compactMap { index, part in
      if index.isMultiple(of: 2) { return part.isEmpty ? nil : .text(String(part)) }
      return Int(String(part)).map { .insertion($0) }
    }
  }
}
