/// The members of a zip archive, as the directory at its end lists them.
struct ZipDirectory {
  /// A file in the archive.
  struct Member: Equatable {
    let name: String
    /// The check sum and size of what it holds.
    let checksum: Int
    let size: Int
    /// Where its entry in the directory begins, and where the member itself does.
    let entry: Int
    let start: Int
  }

  let members: [Member]

  /// Reads the directory; nil for bytes that are no archive.
  init?(_ bytes: [UInt8]) {
    func number(_ place: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    func has(_ signature: Int, at place: Int) -> Bool {
      place >= 0 && place + 22 <= bytes.count && number(place, 4) == signature
    }
    // The end of the directory stands at the back, behind it a comment of at most 64 KiB.
    let lowest = max(bytes.count - 22 - 65_535, 0)
    guard bytes.count >= 22,
      let end = (lowest...(bytes.count - 22)).last(where: { has(0x0605_4B50, at: $0) })
    else { return nil }
    var members: [Member] = []
    var place = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard has(0x0201_4B50, at: place), place + 46 <= bytes.count else { return nil }
      let start = number(place + 42, 4)
      let nameEnd = place + 46 + number(place + 28, 2)
      guard has(0x0403_4B50, at: start), nameEnd <= bytes.count else { return nil }
      members.append(
        Member(
          name: String(decoding: bytes[(place + 46)..<nameEnd], as: UTF8.self),
          checksum: number(place + 16, 4), size: number(place + 24, 4), entry: place,
          start: start))
      place = nameEnd + number(place + 30, 2) + number(place + 32, 2)
    }
    self.members = members
  }
}
