/// Reads entries, each of one line or more, and remembers them.
package protocol LineEditor: AnyObject {
  /// Reads the next entry, asking the advisor what to draw and what a key does.
  ///
  /// The entry starts as `initial`, where the editor can put in what was not typed.
  /// Whatever it returns, the cursor then stands at the start of a line.
  func read(_ advisor: any EntryAdvisor, initial: String) -> EditorEvent

  /// Adds an entry to the history, in memory and in the file.
  func remember(_ entry: String)

  /// The entries of this session and of earlier ones, oldest first.
  var history: [String] { get }

  /// The terminal that results are printed on; nil when they go elsewhere.
  var terminal: TerminalSize? { get }

  /// Lets the user edit a text in a program of theirs; nil when that cannot be done.
  func edit(_ text: String) -> String?
}

/// The columns and rows of a terminal.
package struct TerminalSize: Equatable, Sendable {
  /// How many characters a row takes.
  package let columns: Int
  /// How many rows there are.
  package let rows: Int

  /// Creates a size.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// What a read brought.
package enum EditorEvent: Equatable, Sendable {
  /// An entry that is complete, or that the user ended with an empty line.
  case entry(String)
  /// Ctrl-C: the entry was dropped.
  case interrupted
  /// Ctrl-D on an empty line, or the end of the input.
  case end
}

/// What an editor asks while an entry is typed.
package protocol EntryAdvisor: AnyObject {
  /// Whether the entry is unfinished, so that Return adds a line.
  func needsMore(_ entry: String) -> Bool

  /// The parts of the entry that have a style, in order.
  func styles(of entry: String) -> [StyledRange]

  /// What can stand at the cursor, an offset in UTF-8 bytes.
  func completions(in entry: String, at utf8Offset: Int) -> CompletionList
}

/// The prompts, of equal width so that the lines of an entry stand below each other.
package enum Prompt {
  /// Stands in front of a new entry.
  package static let first = "peil> "
  /// Stands in front of the second and later lines of an entry.
  package static let continuation = "  ... "
}
