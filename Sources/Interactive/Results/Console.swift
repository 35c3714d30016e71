#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the prompt prints: results on one side, errors and notes on the other.
package struct Console {
  private let output: (String) -> Void
  private let errors: (String) -> Void

  /// Creates a console from two ways of printing.
  package init(output: @escaping (String) -> Void, errors: @escaping (String) -> Void) {
    self.output = output
    self.errors = errors
  }

  /// Standard output and standard error.
  package static var standard: Console {
    Console(output: { write($0, to: 1) }, errors: { write($0, to: 2) })
  }

  /// Prints to standard output, ending the last line where the text does not.
  package func show(_ text: String) {
    if !text.isEmpty { output(Self.ended(text)) }
  }

  /// Prints to standard output as is.
  package func prompt(_ text: String) {
    output(text)
  }

  /// Prints to standard error as is.
  package func promptAside(_ text: String) {
    errors(text)
  }

  /// Prints to standard error, ending the last line where the text does not.
  package func report(_ text: String) {
    if !text.isEmpty { errors(Self.ended(text)) }
  }

  private static func ended(_ text: String) -> String {
    text.utf8.last == 0x0A ? text : text + "\n"
  }

  /// Writes all bytes; gives up quietly when the other side is gone.
  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = unsafe bytes.withUnsafeBytes { raw in
        #if canImport(Glibc)
          unsafe Glibc.write(descriptor, raw.baseAddress, raw.count)
        #else
          unsafe Darwin.write(descriptor, raw.baseAddress, raw.count)
        #endif
      }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR {
        return
      }
    }
  }
}
