import SourceText

/// The candidates shown below an entry, of which Tab chooses the next.
package struct CompletionMenu: Sendable {
  /// What can stand at the cursor.
  package let candidates: [Candidate]
  /// What is good to know there.
  package let remark: String?
  /// The entry with what all candidates share put in, or the chosen one.
  package private(set) var text: String
  /// The cursor in that entry.
  package private(set) var cursor: Int

  /// Whether a space was put in behind the only candidate.
  package private(set) var isSpaced = false

  private let edit: CompletionEdit?
  private let tail: String
  /// What is behind a candidate.
  private let rest: String
  private var chosen: Int?

  /// Creates a menu for an entry; nil when there is no candidate and nothing to say.
  package init?(_ list: CompletionList, text: String, cursor: Int) {
    edit = CompletionEdit(list, text: text, utf8Offset: cursor)
    remark = list.remark
    guard let edit else {
      if list.remark == nil { return nil }
      (candidates, tail, rest) = ([], "", "")
      (self.text, self.cursor) = (text, cursor)
      return
    }
    candidates = list.candidates
    tail = String(decoding: text.utf8.dropFirst(cursor), as: UTF8.self)
    rest = String(decoding: text.utf8.dropFirst(cursor + edit.consumed), as: UTF8.self)
    var head = edit.common
    var behind = tail
    if candidates.count == 1, let only = candidates.first {
      head = edit.replacements[0]
      behind = rest
      let isParted = rest.utf8.first == 0x20 || rest.utf8.first == 0x22
      isSpaced = !only.continues && !isParted
      if isSpaced { head += " " }
    }
    self.text = head + behind
    self.cursor = head.utf8.count
  }

  /// Whether the entry is still as this menu left it.
  package func stands(in text: String, at cursor: Int) -> Bool {
    cursor == self.cursor && text.utf8.elementsEqual(self.text.utf8)
  }

  /// The entry and the cursor without the space that was put in.
  package var withoutSpace: (text: String, cursor: Int) {
    (String(text.utf8.prefix(cursor - 1)).map { $0 + rest } ?? text, cursor - 1)
  }

  /// Chooses the next candidate, or with -1 the one before; gives the entry with it.
  package mutating func choose(_ step: Int) -> (text: String, cursor: Int) {
    guard let edit else { return (text, cursor) }
    let count = candidates.count
    let next = chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    chosen = next
    let head = edit.replacements[next]
    text = head + rest
    cursor = head.utf8.count
    return (text, cursor)
  }

  /// The candidates in lines, for a screen with this much room.
  package func listing(columns: Int, rows: Int) -> [StyledLine] {
    CompletionListing(columns: columns, rows: rows)
      .lines(candidates, chosen: chosen, remark: remark)
  }
}
