import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reading scripts from standard input.
enum ScriptInput {
  /// Whether a person types.
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Far more bytes than a script or a statement has.
  static let limit = 1 << 26

  /// The fault of input that goes on and on.
  static var endless: Diagnostic {
    Diagnostic(
      .error, phase: .input, code: "endless-input",
      "standard input gives more than 64 MB, which is no script",
      notes: ["data are read with `csv \"FILE\"`"])
  }

  /// Everything up to the end. Throws a fault when there is far more than a script can be.
  static func all() throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = next() {
      bytes += piece
      guard bytes.count <= limit else { throw endless }
    }
    return bytes
  }

  /// What is there to read, or nil at the end.
  static func next() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      return count > 0 ? Array(buffer[..<count]) : nil
    }
  }
}
