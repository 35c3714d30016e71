/// Exact sums of doubles for a number of groups, as long as there are not many groups.
///
/// Each sum is a fixed-point number of 32-bit digits that spans all doubles, held in 64-bit words
/// so that carries wait (R. M. Neal, "Fast Exact Summation Using Small and Large
/// Superaccumulators", 2015). Adding a value touches three words; the order never matters.
package struct DoubleSums: Sendable {
  /// Digits of one sum: digit n counts units of 2^(32 n − 1088).
  private static let digits = 68
  /// More groups than this are not worth their memory.
  package static let most = 4096
  private var words: [Int64] = []
  /// Values added since carries were last passed on, at most.
  private var pending = 0
  /// How many groups there are.
  package private(set) var count = 0

  /// No sums.
  package init() {}

  /// Makes room for groups.
  package mutating func grow(to groups: Int) {
    guard groups > count else { return }
    words += [Int64](repeating: 0, count: (groups - count) * Self.digits)
    count = groups
  }

  /// Adds the finite values of rows that are not missing to their groups.
  package mutating func add(_ values: [Double], missing: [UInt8]?, groups: [UInt32]) {
    precondition(values.count == groups.count && missing?.count ?? groups.count == groups.count)
    // Each value adds less than 2^32 to a word: 2^30 of them stay below 2^63.
    if pending + values.count > 1 << 30 { carry() }
    pending += values.count
    let count = count
    unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe values.withUnsafeBufferPointer { values in
        unsafe groups.withUnsafeBufferPointer { groups in
          for row in values.indices where (missing?[row] ?? 0) == 0 {
            let group = unsafe Int(groups[row])
            precondition(group < count)
            unsafe Self.add(values[row], to: words, at: group * Self.digits)
          }
        }
      }
    }
  }

  /// Adds a value to the sum whose words begin at a place.
  @inline(__always)
  private static func add(
    _ value: Double, to words: UnsafeMutableBufferPointer<Int64>, at start: Int
  ) {
    let bits = value.bitPattern
    let field = Int(bits >> 52) & 0x7FF
    // Subnormal numbers have no leading one and the exponent of the smallest normal ones.
    let mantissa = bits & 0xF_FFFF_FFFF_FFFF | (field == 0 ? 0 : 1 << 52)
    // The value is mantissa × 2^(exponent − 1088), with exponent from 14 up.
    let exponent = max(field, 1) &+ 13
    let shift = UInt64(exponent & 31)
    let low = mantissa &<< shift
    let high = shift == 0 ? 0 : mantissa &>> (64 &- shift)
    let place = start &+ exponent >> 5
    // All ones for a negative value: the opposite of x is (x ^ −1) + 1.
    let sign = Int64(bitPattern: bits) >> 63
    let one = Int64(low & 0xFFFF_FFFF)
    let two = Int64(low >> 32)
    let three = Int64(truncatingIfNeeded: high)
    unsafe words[place] &+= (one ^ sign) &- sign
    unsafe words[place &+ 1] &+= (two ^ sign) &- sign
    unsafe words[place &+ 2] &+= (three ^ sign) &- sign
  }

  /// Adds other sums: their group n is group `groups[n]` here.
  package mutating func add(_ other: DoubleSums, groups: [UInt32]) {
    var other = other
    other.carry()
    carry()
    pending = 2
    for theirs in 0..<other.count {
      let place = Int(groups[theirs]) * Self.digits
      for digit in 0..<Self.digits {
        words[place + digit] += other.words[theirs * Self.digits + digit]
      }
    }
  }

  /// Passes carries on, so that each word but a sum's last is from 0 to 2^32 − 1.
  private mutating func carry() {
    for group in 0..<count {
      let place = group * Self.digits
      for digit in place..<(place + Self.digits - 1) {
        let over = words[digit] >> 32
        words[digit] -= over << 32
        words[digit + 1] += over
      }
    }
    pending = 0
  }

  /// The sum of a group, exact until it is read.
  package func sum(_ group: Int) -> ExactSum {
    var own = DoubleSums()
    own.grow(to: 1)
    let place = group * Self.digits
    own.words = Array(words[place..<(place + Self.digits)])
    own.carry()
    // A negative sum would have a leading digit beyond the doubles: its opposite has not.
    let isNegative = own.words[Self.digits - 1] < 0
    if isNegative {
      for digit in own.words.indices { own.words[digit] = -own.words[digit] }
      own.carry()
    }
    var sum = ExactSum()
    for digit in (0..<Self.digits).reversed() where own.words[digit] != 0 {
      let exponent = 32 * digit - 1088
      guard exponent < 1024 else {
        // Beyond all doubles whatever the other digits are.
        let edge = isNegative ? -Double.greatestFiniteMagnitude : .greatestFiniteMagnitude
        for _ in 0..<4 { sum.add(edge) }
        return sum
      }
      sum.add(digit: isNegative ? -own.words[digit] : own.words[digit], exponent: exponent)
    }
    return sum
  }
}

extension ExactSum {
  /// Adds a whole number below 2^62 times a power of two that may lie beyond the doubles: two
  /// halves that are doubles each.
  fileprivate mutating func add(digit: Int64, exponent: Int) {
    let high = digit >> 26
    let low = digit - high << 26
    for (part, power) in [(high, exponent + 26), (low, exponent)] where part != 0 {
      // 2^power alone may be no double where the product is one.
      let first = power / 2
      let value =
        Double(part) * Double(sign: .plus, exponent: first, significand: 1)
        * Double(sign: .plus, exponent: power - first, significand: 1)
      add(value)
    }
  }
}
