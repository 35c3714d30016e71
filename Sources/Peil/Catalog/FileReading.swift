import DataSources
import SourceText

/// Reads scripts whole.
enum FileReading {
  /// The bytes of a file. Throws a fault of phase `input` when it cannot be read.
  @Sendable static func bytes(_ path: String) throws(Diagnostic) -> [UInt8] {
    try FileBytes.read(path: path)
  }
}
