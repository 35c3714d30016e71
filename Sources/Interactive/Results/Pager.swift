import FoundationEssentials
import SourceText

#if canImport(CReadline)
  import CReadline
#endif

/// The program that shows what is longer than the screen.
package struct Pager: Equatable, Sendable {
  /// The command, as a shell takes it; nil prints everything.
  package var command: String?

  /// Creates the pager of a command.
  package init(command: String?) {
    self.command = command
  }

  /// `less`, which ends by itself when the text fits, keeps colours, does not wrap and leaves the
  /// text on the screen.
  package static let usual = "less -SRFX"

  /// The pager that the environment names in `PEIL_PAGER` or `PAGER`, else ``usual``.
  package static func chosen(_ environment: (String) -> String?) -> Pager {
    let named = environment("PEIL_PAGER") ?? environment("PAGER")
    guard let named, !named.isEmpty else { return Pager(command: usual) }
    // The plain name says which program, and nothing of how.
    return Pager(command: named == "less" ? usual : named == "cat" ? nil : named)
  }

  /// Whether a text takes more lines than a screen has.
  package static func isNeeded(_ text: String, on terminal: TerminalSize) -> Bool {
    // A picture is for the terminal itself.
    if text.utf8.starts(with: TerminalPictures.start.utf8) { return false }
    var rows = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      // Bytes are no fewer than columns: most lines need not be measured.
      let columns =
        line.count <= terminal.columns
        ? line.count : DisplayWidth.of(String(decoding: line, as: UTF8.self))
      rows += max(1, (columns + terminal.columns - 1) / max(terminal.columns, 1))
      if rows > terminal.rows { return true }
    }
    return false
  }

  /// Shows a text; false when the program is not there or fails.
  package func show(_ text: String) -> Bool {
    #if canImport(CReadline)
      guard let command, Self.isThere(command) else { return false }
      var text = text
      let code = text.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { bytes -> Int32 in
          guard let start = bytes.baseAddress else { return unsafe cr_page(command, "", 0) }
          return unsafe cr_page(command, start, bytes.count)
        }
      }
      return code != 126 && code != 127
    #else
      return false
    #endif
  }

  /// Whether the first word of a command is a program that can be run.
  private static func isThere(_ command: String) -> Bool {
    guard let program = command.split(separator: " ").first.map(String.init) else { return false }
    let files = FileManager.default
    if program.contains("/") { return files.isExecutableFile(atPath: program) }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains {
      files.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}
