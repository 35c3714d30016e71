/// Numbers by a seed (SplitMix64): no clock, so a failure comes back with its seed.
struct RandomNumbers {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
  }

  /// A number from 0 up to and without the bound.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed % UInt64(bound))
  }

  /// Whether something of one in so many happens.
  mutating func oneIn(_ bound: Int) -> Bool { next(bound) == 0 }

  mutating func one<Element>(of list: [Element]) -> Element { list[next(list.count)] }

  /// Some elements, each once, in any order; fewer where the list is shorter.
  mutating func some<Element>(_ count: Int, of list: [Element]) -> [Element] {
    var rest = list
    return (0..<min(count, list.count)).map { _ in rest.remove(at: next(rest.count)) }
  }
}
