import Planning
import SourceText

/// A text of a document that was checked: its statements, and what is defined once they have run.
struct PlannedText {
  let file: SourceFile
  let statements: [PlannedStatement]
  let definitions: Definitions
  private let place: Place

  init(_ file: SourceFile, _ statements: [PlannedStatement], _ definitions: Definitions) {
    self.file = file
    self.statements = statements
    self.definitions = definitions
    place = Place(file)
  }

  /// Whether this is that text: the same place of the same document.
  func isOf(_ file: SourceFile) -> Bool { place == Place(file) }

  /// Where a text stands: blocks of a document are the document with the rest blanked.
  private struct Place: Equatable {
    let name: String
    let size: Int
    let first: Int?
    let last: Int?

    init(_ file: SourceFile) {
      name = file.name
      size = file.utf8.count
      first = file.utf8.firstIndex { $0 > 0x20 }
      last = file.utf8.lastIndex { $0 > 0x20 }
    }
  }
}
