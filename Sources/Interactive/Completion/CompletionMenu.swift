import SourceText

/// The candidates shown below an entry, of which Tab chooses the next.
package struct CompletionMenu: Sendable {
  /// What can stand at the cursor.
  package let candidates: [Candidate]
  /// The entry with what all candidates share put in, or the chosen one.
  package private(set) var text: String
  /// The cursor in that entry.
  package private(set) var cursor: Int

  private let edit: CompletionEdit
  private let tail: String
  private var chosen: Int?

  /// Creates a menu for an entry; nil when there is no candidate.
  package init?(_ list: CompletionList, text: String, cursor: Int) {
    guard let edit = CompletionEdit(list, text: text, utf8Offset: cursor) else { return nil }
    self.edit = edit
    candidates = list.candidates
    tail = String(decoding: text.utf8.dropFirst(cursor), as: UTF8.self)
    var head = edit.common
    if candidates.count == 1, let only = candidates.first {
      head = edit.replacements[0]
      let isParted = tail.utf8.first == 0x20 || tail.utf8.first == 0x22
      if !only.continues, !isParted { head += " " }
    }
    self.text = head + tail
    self.cursor = head.utf8.count
  }

  /// Whether the entry is still as this menu left it.
  package func stands(in text: String, at cursor: Int) -> Bool {
    cursor == self.cursor && text.utf8.elementsEqual(self.text.utf8)
  }

  /// Chooses the next candidate, or with -1 the one before; gives the entry with it.
  package mutating func choose(_ step: Int) -> (text: String, cursor: Int) {
    let count = candidates.count
    let next = chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    chosen = next
    let head = edit.replacements[next]
    text = head + tail
    cursor = head.utf8.count
    return (text, cursor)
  }

  /// The candidates in lines, for a screen with this much room.
  package func listing(columns: Int, rows: Int) -> [StyledLine] {
    CompletionListing(columns: columns, rows: rows).lines(candidates, chosen: chosen)
  }
}
