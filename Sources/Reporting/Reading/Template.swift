import SourceText

/// A line of front matter: text with insertions.
struct Template: Sendable {
  /// A stretch of text or the position of an insertion in the report's list.
  enum Piece: Sendable {
    case text(String)
    case insertion(Int)
  }

  let pieces: [Piece]

  /// Reads the text of a range and adds its insertions to a list; `\{{` stands for two braces.
  init(_ file: SourceFile, _ range: SourceRange, insertions: inout [Insertion])
    throws(Diagnostic)
  {
    var pieces: [Piece] = []
    var start = range.lower
    var index = range.lower
    while index < range.upper {
      if file.has("\\{{", at: index, limit: range.upper) {
        pieces.append(.text(file.text(SourceRange(start, index))))
        start = index + 1
        index += 3
      } else if file.has("{{", at: index, limit: range.upper) {
        pieces.append(.text(file.text(SourceRange(start, index))))
        let insertion = try InsertionReader(file, at: index).read(limit: range.upper)
        pieces.append(.insertion(insertions.count))
        insertions.append(insertion)
        index = insertion.range.upper
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(.text(file.text(SourceRange(start, range.upper))))
    self.pieces = pieces
  }

  /// The text with its insertions filled in.
  func filled(_ texts: [String]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .insertion(let index): texts[index]
      }
    }.joined()
  }
}
