import CStructure
import SourceText

/// The memory of one thread: a piece of the file and the places of the separators in it.
@safe
final class BlockRoom {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// Room for one place more than there can be separators.
  private(set) var index: UnsafeMutablePointer<UInt32>
  /// How many bytes of the file are here.
  private(set) var count = 0
  let unescaping = UnescapingRoom()
  private var capacity = 0

  /// Makes no room yet.
  init() {
    unsafe bytes = .allocate(capacity: 1)
    unsafe index = .allocate(capacity: 1)
  }

  deinit {
    unsafe bytes.deallocate()
    unsafe index.deallocate()
  }

  /// Takes in a range of the file. Behind it stand a line feed and a quote, which end the searches
  /// of the careful scanner, and room that may be read.
  func load(_ range: Range<Int>, of reading: borrowing ByteReading) throws(Diagnostic) {
    reserve(range.count)
    let room = unsafe UnsafeMutableRawBufferPointer(start: bytes, count: range.count)
    count = unsafe try reading.read(into: room, at: range.lowerBound)
    unsafe (bytes + count).initialize(repeating: 0, count: BlockBuffer.slack)
    unsafe bytes[count] = 0x0A
    unsafe bytes[count + 1] = 0x22
  }

  /// The first offset in a range at which a line begins: one behind LF, CR LF or CR.
  func lineStart(in range: Range<Int>) -> Int? {
    for place in range {
      let byte = unsafe bytes[place]
      guard byte == 0x0A || byte == 0x0D else { continue }
      return behindLineEnds(place)
    }
    return nil
  }

  /// The first offset from one on that is no line end.
  func behindLineEnds(_ start: Int) -> Int {
    var place = start
    while place < count, unsafe bytes[place] == 0x0A || bytes[place] == 0x0D { place += 1 }
    return place
  }

  private func reserve(_ size: Int) {
    guard size > capacity else { return }
    unsafe bytes.deallocate()
    unsafe index.deallocate()
    capacity = size
    // Pages of the index are touched only as far as there are separators.
    unsafe bytes = .allocate(capacity: capacity + BlockBuffer.slack)
    unsafe index = .allocate(capacity: capacity + Int(CS_SLACK) + 1)
    unescaping.reserve(capacity)
  }
}
