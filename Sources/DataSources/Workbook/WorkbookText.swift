/// Texts of a workbook, each its bytes in one piece of memory.
struct WorkbookText: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  /// The number of texts.
  var count: Int { ends.count - 1 }

  /// Adds a text.
  mutating func append(_ text: [UInt8]) {
    bytes += text
    ends.append(bytes.count)
  }

  /// A text by its number from 0, or nil.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard index >= 0, index < count else { return nil }
    return bytes[ends[index]..<ends[index + 1]]
  }

  /// Texts with `_xHHHH_` as the letter it stands for (ECMA-376 part 1, 22.9.2.19): so the format
  /// writes what XML cannot hold. What stands for half a letter or for 0 stays as it is.
  static func unescaped(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "_")) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if let scalar = escape(text[index...]) {
        result += Array(String(Character(scalar)).utf8)
        index += 7
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func escape(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let piece = Array(text.prefix(7))
    guard piece.count == 7, piece[0] == UInt8(ascii: "_"), piece[1] == UInt8(ascii: "x"),
      piece[6] == UInt8(ascii: "_")
    else { return nil }
    guard piece[2..<6].allSatisfy({ $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }),
      let value = UInt32(String(decoding: piece[2..<6], as: UTF8.self), radix: 16), value != 0
    else { return nil }
    return Unicode.Scalar(value)
  }
}

/// Reads the texts that cells share. Runs of letters are joined; readings beside Japanese words
/// (`rPh`) are no part of a text.
final class SharedTextHandler: XMLHandler {
  private(set) var texts = WorkbookText()
  private var run = TextRun()
  var isDone: Bool { false }

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "si" { run.begin() }
    run.start(element)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe run.add(bytes) }

  func end(_ element: XMLName) {
    run.end(element)
    if element == "si" { texts.append(WorkbookText.unescaped(run.bytes)) }
  }
}

/// The text of an element that may consist of runs with a font each.
struct TextRun {
  private(set) var bytes: [UInt8] = []
  private var isOpen = false
  private var isReading = false

  /// Begins a new text.
  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    isOpen = false
    isReading = false
  }

  /// An element within the text begins.
  mutating func start(_ element: XMLName) {
    if element == "t" { isOpen = !isReading } else if element == "rPh" { isReading = true }
  }

  /// Letters.
  mutating func add(_ letters: UnsafeBufferPointer<UInt8>) {
    if isOpen { unsafe bytes.append(contentsOf: letters) }
  }

  /// An element within the text ends.
  mutating func end(_ element: XMLName) {
    if element == "t" { isOpen = false } else if element == "rPh" { isReading = false }
  }
}
