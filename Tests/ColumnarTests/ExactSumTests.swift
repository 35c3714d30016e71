import Columnar
import Testing

@Suite("Exact sums")
struct ExactSumTests {
  private func sum(_ values: [Double]) -> ExactSum {
    var sum = ExactSum()
    for value in values { sum.add(value) }
    return sum
  }

  private func reference(_ values: [Double]) -> Double {
    var sum = ReferenceSum()
    for value in values { sum.add(value) }
    return sum.value
  }

  @Test(
    "Known sums",
    arguments: [
      ([], 0), ([0.1, 0.2], 0.30000000000000004), ([0.1, 0.2, 0.3], 0.6), ([1e16, 1, -1e16], 1),
      ([1e308, 1e308, -1e308], 1e308), ([1, 1e100, 1, -1e100], 2), ([-0.0], 0), ([-0.0, -0.0], 0),
      ([0x1p53, 1, 0x1p-60], 0x1p53 + 2), ([0x1p53, 1, -0x1p-60], 0x1p53), ([0x1p53, 1], 0x1p53),
      ([0x1p53 + 2, 1], 0x1p53 + 4), ([0x1p-1074, 0x1p-1074], 0x1p-1073),
      ([1e308, 1e308, 1e308, -1e308, -1e308], 1e308), ([-1e308, -1e308, 1e308], -1e308),
      ([1.7976931348623157e308, 1, -1.7976931348623157e308], 1),
    ] as [([Double], Double)])
  func known(values: [Double], expected: Double) {
    #expect(sum(values).value.bitPattern == expected.bitPattern)
    #expect(!sum(values).hasOverflowed)
  }

  @Test(
    "A sum outside the range of doubles says so",
    arguments: [
      [1e308, 1e308], [-1e308, -1e308], [1e308, 1e308, 1e308, -1e308],
      [Double.greatestFiniteMagnitude, 0x1p970], [0x1p1023, 0x1p1023, -1],
    ])
  func overflow(values: [Double]) {
    for seed in 0..<5 {
      var random = RandomNumbers(seed: seed)
      #expect(sum(random.shuffled(values)).hasOverflowed)
    }
  }

  @Test("Any order, any grouping: the same bits, and those of the exact sum", arguments: 0..<300)
  func permutations(seed: Int) {
    var random = RandomNumbers(seed: seed)
    var values = (0..<(2 + random.next(12))).map { _ in adversarial(&random, seed) }
    // Cancelling pairs leave what is small.
    for value in values where random.next(3) == 0 { values.append(-value) }
    let expected = reference(values)
    for _ in 0..<6 {
      let order = random.shuffled(values)
      let cut = random.next(order.count + 1)
      var joined = sum(Array(order[..<cut]))
      joined.add(sum(Array(order[cut...])))
      #expect(sum(order).value.bitPattern == expected.bitPattern, "\(order)")
      #expect(joined.value.bitPattern == expected.bitPattern, "\(order) cut at \(cut)")
      #expect(joined.hasOverflowed == !expected.isFinite)
    }
  }

  private func adversarial(_ random: inout RandomNumbers, _ seed: Int) -> Double {
    let digits = Double(random.next(1 << 53)) * (random.next(2) == 0 ? 1 : -1)
    switch seed % 5 {
    case 0: return Double(random.next(2_000_001) - 1_000_000) / 1000
    case 1: return digits * Double(sign: .plus, exponent: random.next(120) - 60, significand: 1)
    case 2:
      return (random.next(2) == 0 ? 1 : -1)
        * Double(sign: .plus, exponent: random.next(2000) - 1000, significand: 1)
    case 3:
      // Near the greatest double.
      let greatest = Double.greatestFiniteMagnitude * (random.next(2) == 0 ? 1 : -1)
      return [greatest, greatest / 2, 0x1p970, -0x1p970, 0x1p969, 1, -1, 0x1p1023][random.next(8)]
    default:
      let value = Double(bitPattern: random.bits())
      return value.isFinite ? value : 1
    }
  }
}
