/// Numbers by a seed (SplitMix64).
struct RandomNumbers {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
  }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next(_ bound: Int) -> Int { Int(bits() % UInt64(bound)) }

  mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var list = list
    for index in list.indices.dropFirst() { list.swapAt(index, next(index + 1)) }
    return list
  }
}
