import Columnar

/// Which entries of an interner are spellings of one text.
///
/// Most files have no text to which another could be equivalent; until one is seen nothing is
/// kept here.
struct Spellings {
  /// The code of each entry; nil while each entry has its own number.
  private(set) var codes: [UInt32]?
  /// The entry that gave each code its text; nil while they are the same.
  private(set) var entries: [UInt32]?
  private var accented: [String: UInt32]?

  /// Whether texts are compared by what they are equivalent to.
  var isWary: Bool { accented != nil }

  /// Takes in all texts so far, which are equivalent to no other.
  mutating func beWary(of places: [TextPlace]) {
    var accented: [String: UInt32] = [:]
    for (code, place) in places.enumerated()
    where unsafe TextForm(place.start, place.count) != .plain {
      let text = unsafe Cell(start: place.start, count: place.count).text
      accented[text] = UInt32(code)
    }
    self.accented = accented
  }

  /// The code of an entry.
  @inline(__always)
  func code(ofEntry entry: Int) -> UInt32 {
    guard let codes else { return UInt32(truncatingIfNeeded: entry) }
    return codes[entry]
  }

  /// The entry that gave a code its text.
  func entry(ofCode code: Int) -> Int {
    guard let entries else { return code }
    return Int(entries[code])
  }

  /// The code of a text or another spelling of it.
  func code(of text: String) -> UInt32? { accented?[text] }

  /// Takes in a text that is not plain and not known yet.
  mutating func add(_ text: String, code: UInt32) { accented?[text] = code }

  /// Takes in the next entry; gives its code, which is `known` for another spelling.
  mutating func enter(_ entry: Int, as known: UInt32?) -> UInt32 {
    guard let known else {
      guard let count = entries?.count else { return UInt32(truncatingIfNeeded: entry) }
      entries?.append(UInt32(entry))
      codes?.append(UInt32(count))
      return UInt32(count)
    }
    if entries == nil {
      entries = (0..<UInt32(entry)).map { $0 }
      codes = entries
    }
    codes?.append(known)
    return known
  }

  /// A text in ASCII that is canonically equivalent (Unicode 16, singleton decompositions).
  static func plain(_ text: String) -> [UInt8]? {
    var plain: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x80: plain.append(UInt8(scalar.value))
      case 0x212A: plain.append(UInt8(ascii: "K"))
      case 0x037E: plain.append(UInt8(ascii: ";"))
      case 0x1FEF: plain.append(UInt8(ascii: "`"))
      default: return nil
      }
    }
    return plain
  }
}
