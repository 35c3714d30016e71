/// Sets the times in a zip archive, which are those of the run that made it.
enum ZipTimes {
  /// The archive with every member of 1 January 1980, the first day the format knows; bytes that are
  /// no archive as they are.
  static func reset(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    func number(_ place: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    func has(_ signature: Int, at place: Int) -> Bool {
      place >= 0 && place + 22 <= bytes.count && number(place, 4) == signature
    }
    func reset(_ place: Int) {
      for (offset, byte) in [0x00, 0x00, 0x21, 0x00].enumerated() {
        bytes[place + offset] = UInt8(byte)
      }
    }
    // The end of the directory stands at the back, behind it a comment of at most 64 KiB.
    let lowest = max(bytes.count - 22 - 65_535, 0)
    guard bytes.count >= 22,
      let end = (lowest...(bytes.count - 22)).last(where: { has(0x0605_4B50, at: $0) })
    else { return bytes }
    var place = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard has(0x0201_4B50, at: place), place + 46 <= bytes.count else { return bytes }
      let member = number(place + 42, 4)
      guard has(0x0403_4B50, at: member) else { return bytes }
      reset(place + 12)
      reset(member + 10)
      place += 46 + number(place + 28, 2) + number(place + 30, 2) + number(place + 32, 2)
    }
    return bytes
  }
}
