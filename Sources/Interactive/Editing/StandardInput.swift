#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads lines from standard input and lets Ctrl-C in between.
package final class StandardInput {
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// Creates a reader; there must be one only, for it reads ahead.
  package init() {}

  /// Whether standard input is a terminal.
  package static var isTerminal: Bool { isatty(0) == 1 }

  /// Whether standard output is a terminal.
  package static var isAnsweredOnTerminal: Bool { isatty(1) == 1 }

  /// Reads a line, without its newline.
  ///
  /// Ctrl-C drops what was typed of the line. The last line may lack a newline.
  package func nextLine() -> PlainEditor.Line {
    while true {
      if let newline = pending.firstIndex(of: 0x0A) {
        let line = pending[..<newline]
        pending.removeFirst(newline + 1)
        return .text(Self.text(line))
      }
      if isAtEnd {
        defer { pending = [] }
        return pending.isEmpty ? .end : .text(Self.text(pending[...]))
      }
      switch Interrupts.wait() {
      case .input: isAtEnd = !readMore()
      case .interrupt:
        pending = []
        Interrupts.clear()
        return .interrupted
      case .resize: continue
      case .end: isAtEnd = true
      }
    }
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    // A line from Windows ends in CR LF; the CR is no part of it.
    String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
  }

  /// Reads what is there; false at the end of the input.
  private func readMore() -> Bool {
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, unsafe read(0, buffer.baseAddress, buffer.count))
    }
    pending += chunk
    return !chunk.isEmpty
  }
}
