/// Sets the times in a zip archive, which are those of the run that made it.
enum ZipTimes {
  /// The archive with every member of 1 January 1980, the first day the format knows; bytes that are
  /// no archive as they are.
  static func reset(_ bytes: [UInt8]) -> [UInt8] {
    guard let directory = ZipDirectory(bytes) else { return bytes }
    var bytes = bytes
    for member in directory.members {
      for place in [member.entry + 12, member.start + 10] {
        bytes.replaceSubrange(place..<(place + 4), with: [0x00, 0x00, 0x21, 0x00])
      }
    }
    return bytes
  }
}
