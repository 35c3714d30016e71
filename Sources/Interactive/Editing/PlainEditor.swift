/// Reads lines without editing: for a dumb terminal, without readline, and for transcripts.
package final class PlainEditor: LineEditor {
  /// What a source of lines brings.
  package enum Line: Equatable, Sendable {
    case text(String)
    case interrupted
    case end
  }

  private let write: (String) -> Void
  private let nextLine: () -> Line
  /// The entries of this session, oldest first; none is kept between sessions.
  package private(set) var history: [String] = []
  /// The terminal that results are fitted to.
  package let terminal: TerminalSize?

  /// Creates an editor over a source of lines.
  ///
  /// - Parameters:
  ///   - terminal: The terminal that results are fitted to; nil fits them to nothing.
  ///   - write: Prints a prompt.
  ///   - nextLine: Reads a line, without its newline.
  package init(
    terminal: TerminalSize? = nil, write: @escaping (String) -> Void,
    nextLine: @escaping () -> Line
  ) {
    self.terminal = terminal
    self.write = write
    self.nextLine = nextLine
  }

  /// Reads lines until the advisor needs no more, or until an empty one; what the entry is to
  /// start with must be typed.
  package func read(_ advisor: any EntryAdvisor, initial: String) -> EditorEvent {
    var entry = ""
    write(Prompt.first)
    while true {
      switch nextLine() {
      case .interrupted:
        write("\n")
        return .interrupted
      case .end:
        write("\n")
        return entry.isEmpty ? .end : .entry(entry)
      case .text(let line):
        let isBlank = line.allSatisfy(\.isWhitespace)
        if isBlank && !entry.isEmpty { return .entry(entry) }
        entry += entry.isEmpty ? line : "\n" + line
        if isBlank || !advisor.needsMore(entry) { return .entry(entry) }
        write(Prompt.continuation)
      }
    }
  }

  /// Adds an entry to the history, unless it repeats the last one.
  package func remember(_ entry: String) {
    if history.last != entry { history.append(entry) }
  }

  /// Without a terminal to speak of there is no program to edit in.
  package func edit(_ text: String) -> String? { nil }
}
