/// The texts of the cells of one column, escaped and ready to be copied row by row.
///
/// Equal cells may share an entry: a code of a dictionary is written once however many rows hold
/// it. Invariant: every row's entry lies below the number of entries.
struct CellTexts: Sendable {
  private var bytes: [UInt8] = []
  /// Where each entry ends; it begins where the one before ends.
  private var ends: [Int] = []
  /// The entry of each row; empty when each row has its own.
  private var entries: [Int32] = []

  init(rows: Int) {
    entries.reserveCapacity(rows)
  }

  /// Makes it of a text for each row, one behind the other.
  init(bytes: [UInt8], ends: [Int]) {
    self.bytes = bytes
    self.ends = ends
  }

  private var rows: Range<Int> { 0..<(entries.isEmpty ? ends.count : entries.count) }

  @inline(__always)
  private func entry(of row: Int) -> Int { entries.isEmpty ? row : Int(entries[row]) }

  /// Adds an entry and gives its number.
  mutating func addEntry(_ write: (inout [UInt8]) -> Void) -> Int32 {
    write(&bytes)
    ends.append(bytes.count)
    return Int32(truncatingIfNeeded: ends.count - 1)
  }

  /// Adds a row that shows an entry.
  mutating func addRow(_ entry: Int32) {
    entries.append(entry)
  }

  /// Copies a row's text.
  @inline(__always)
  func append(row: Int, to output: inout [UInt8]) {
    let entry = entry(of: row)
    output += bytes[(entry == 0 ? 0 : ends[entry - 1])..<ends[entry]]
  }

  /// How many bytes each row's text has, added to `sizes`.
  func addSizes(to sizes: inout [Int]) {
    for row in rows {
      let entry = entry(of: row)
      sizes[row] += ends[entry] - (entry == 0 ? 0 : ends[entry - 1])
    }
  }

  /// Copies the texts of some rows to their places in `room`, an end behind each, and moves the places
  /// on. What is between a place and the row's limit may be overwritten.
  @unsafe
  func copy(
    _ rows: Range<Int>, to room: UnsafeMutableBufferPointer<UInt8>, _ places: inout [Int],
    limits: [Int], end: UInt8
  ) {
    typealias Piece = SIMD16<UInt8>
    let piece = MemoryLayout<Piece>.size
    guard let target = UnsafeMutableRawPointer(room.baseAddress) else { return }
    unsafe bytes.withUnsafeBytes { bytes in
      for row in rows {
        let entry = entry(of: row)
        let start = entry == 0 ? 0 : ends[entry - 1]
        let (place, size, limit) = (places[row], ends[entry] - start, limits[row])
        precondition(place + size < limit && limit <= room.count && start + size <= bytes.count)
        if size <= piece, place + piece <= limit, start + piece <= bytes.count {
          let text = unsafe bytes.loadUnaligned(fromByteOffset: start, as: Piece.self)
          unsafe target.storeBytes(of: text, toByteOffset: place, as: Piece.self)
        } else {
          for index in 0..<size { unsafe room[place &+ index] = bytes[start &+ index] }
        }
        unsafe room[place &+ size] = end
        places[row] = place &+ size &+ 1
      }
    }
  }

  /// A measure of each entry, such as its width, looked up by row.
  func measured(_ measure: (ArraySlice<UInt8>) -> Int) -> [Int] {
    var start = 0
    let measures = ends.map { end in
      defer { start = end }
      return measure(bytes[start..<end])
    }
    return rows.map { measures[entry(of: $0)] }
  }
}
