/// Numbers pairs of codes in order of first appearance: an open-addressing table.
struct PairTable {
  private var keys: [UInt64]
  /// The number of each key plus 1; 0 is free.
  private var numbers: [UInt32]
  private var mask: Int
  /// How many pairs there are.
  private(set) var count = 0

  init() {
    keys = [UInt64](repeating: 0, count: 64)
    numbers = [UInt32](repeating: 0, count: 64)
    mask = 63
  }

  /// Replaces each row's first code by the number of the pair with its second.
  mutating func number(_ first: inout [UInt32], _ second: [UInt32]) {
    precondition(first.count == second.count)
    var lastPair = UInt64.max
    var lastNumber: UInt32 = 0
    for row in first.indices {
      let pair = UInt64(first[row]) << 32 | UInt64(second[row])
      if pair != lastPair || row == 0 {
        lastNumber = number(of: pair)
        lastPair = pair
      }
      first[row] = lastNumber
    }
  }

  private mutating func number(of pair: UInt64) -> UInt32 {
    var slot = Self.slot(pair, mask)
    while numbers[slot] != 0 {
      if keys[slot] == pair { return numbers[slot] - 1 }
      slot = (slot + 1) & mask
    }
    keys[slot] = pair
    count += 1
    numbers[slot] = UInt32(truncatingIfNeeded: count)
    if count * 2 > mask { enlarge() }
    return UInt32(truncatingIfNeeded: count - 1)
  }

  /// Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4), the halves folded together.
  @inline(__always)
  private static func slot(_ pair: UInt64, _ mask: Int) -> Int {
    let product = pair.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low >> 17) & mask
  }

  private mutating func enlarge() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    let size = (mask + 1) * 4
    keys = [UInt64](repeating: 0, count: size)
    numbers = [UInt32](repeating: 0, count: size)
    mask = size - 1
    for old in oldNumbers.indices where oldNumbers[old] != 0 {
      var slot = Self.slot(oldKeys[old], mask)
      while numbers[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = oldKeys[old]
      numbers[slot] = oldNumbers[old]
    }
  }
}
