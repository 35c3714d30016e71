import FoundationEssentials

/// Chooses the editor for the terminal that the process runs on.
package enum StandardEditor {
  /// Readline where there is a terminal that can do it, plain lines otherwise.
  ///
  /// Readline is never used when standard input is no terminal: it would echo the input.
  package static func make(console: Console) -> any LineEditor {
    #if canImport(CReadline)
      let terminal = ProcessInfo.processInfo.environment["TERM"]
      if StandardInput.isTerminal, isCapable(terminal) {
        return ReadlineEditor(
          history: .forWorkingFolder(), hasColours: Colours.areWanted, note: console.report)
      }
    #endif
    Interrupts.install()
    let input = StandardInput()
    // Results that go to a file are not cut, and prompts do not belong among them.
    let isTerminal = StandardInput.isAnsweredOnTerminal
    return PlainEditor(
      terminal: isTerminal ? TerminalSize(columns: 80, rows: 24) : nil,
      write: isTerminal ? console.prompt : console.promptAside,
      nextLine: input.nextLine)
  }

  /// Whether a terminal of this name can move its cursor.
  static func isCapable(_ terminal: String?) -> Bool {
    terminal.map { !$0.isEmpty && $0 != "dumb" } ?? false
  }
}
