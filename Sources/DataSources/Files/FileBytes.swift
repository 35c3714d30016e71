package import SourceText

/// Files read whole: scripts and reports.
package enum FileBytes {
  /// The bytes of a file, all of one version of it. Throws a fault of phase `input` when it
  /// cannot be read.
  package static func read(path: String) throws(Diagnostic) -> [UInt8] {
    let origin = try ByteOrigin.open(path: path, name: path)
    let reading = try ByteReading(origin)
    var bytes = [UInt8](repeating: 0, count: origin.count)
    let count = try reading.read(into: &bytes, at: 0)
    try reading.confirmUnchanged()
    return Array(bytes[..<count])
  }
}
