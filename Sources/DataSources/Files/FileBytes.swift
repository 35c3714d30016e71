package import SourceText

/// Files read whole: scripts, reports and boundaries.
package enum FileBytes {
  /// The bytes of a file, all of one version of it. Throws a fault of phase `input` when it
  /// cannot be read, in which the file is called `name`, or as it was given.
  package static func read(path: String, name: String? = nil) throws(Diagnostic) -> [UInt8] {
    let origin = try ByteOrigin.open(path: path, name: name ?? path)
    let reading = try ByteReading(origin)
    var bytes = [UInt8](repeating: 0, count: origin.count)
    let count = try reading.read(into: &bytes, at: 0)
    try reading.confirmUnchanged()
    return Array(bytes[..<count])
  }
}
