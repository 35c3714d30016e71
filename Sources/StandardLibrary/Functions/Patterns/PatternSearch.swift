import Columnar

/// Looks for one pattern in the texts of a dictionary, each at most once, straight from bytes.
struct PatternSearch {
  private let pattern: TextPattern
  private let dictionary: TextDictionary

  init(_ pattern: TextPattern, in dictionary: TextDictionary) {
    self.pattern = pattern
    self.dictionary = dictionary
  }

  /// Whether the pattern is found, for each row; false for a missing one.
  func outcomes(of column: Column) -> [Bool] {
    var codes = [UInt32](repeating: 0, count: column.count)
    if let packed = column.packed {
      packed.codes.addCells(&codes, stride: 1, missing: nil, missingCode: 0)
    } else if case .text(let own, _) = column.storage {
      codes = own
    }
    let missing = column.missing
    var result = [Bool](repeating: false, count: codes.count)
    TextPattern.inUTF8 {
      // A table of all texts pays when most of them occur.
      guard dictionary.count <= codes.count * 4 else {
        var room: [CChar] = []
        for row in codes.indices where (missing?[row] ?? 0) == 0 {
          result[row] = isFound(Int(codes[row]), &room)
        }
        return
      }
      var known = [UInt8](repeating: 0, count: dictionary.count)
      var room: [CChar] = []
      for row in codes.indices where (missing?[row] ?? 0) == 0 {
        let code = Int(codes[row])
        if known[code] == 0 { known[code] = isFound(code, &room) ? 2 : 1 }
        result[row] = known[code] == 2
      }
    }
    return result
  }

  private func isFound(_ code: Int, _ room: inout [CChar]) -> Bool {
    room.removeAll(keepingCapacity: true)
    if let arena = dictionary.bytes {
      arena.withBytes(code) { bytes in
        for index in bytes.indices where bytes[index] != 0 {
          room.append(CChar(bitPattern: bytes[index]))
        }
      }
    } else {
      for byte in dictionary[code].utf8 where byte != 0 { room.append(CChar(bitPattern: byte)) }
    }
    room.append(0)
    return unsafe room.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe pattern.isFound(in: start)
    }
  }
}
