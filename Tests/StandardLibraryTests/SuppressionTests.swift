import Testing

@testable import StandardLibrary

/// No suppressed cell can be worked out from what is published.
@Suite struct SuppressionTests {
  /// Counts in a block of cells with the sums over each of its sides.
  struct Block {
    var values: [Int] = []
    var sums: [PublicSum] = []

    /// A block of random counts, some of them 0; with `totals` the last of the first side is the
    /// total of the others.
    init(_ sides: [Int], zeros: Int, totals: Bool, _ random: inout Numbers) {
      let count = sides.reduce(1, *)
      values = (0..<count).map { _ in
        if random.next(100) < zeros { return 0 }
        return random.next(100) < 30 ? 1 + random.next(9) : 10 + random.next(90)
      }
      for (side, length) in sides.enumerated() {
        let step = sides[..<side].reduce(1, *)
        for start in 0..<count where start / step % length == 0 {
          let line = (0..<length).map { start + $0 * step }
          let name = "sum \(sums.count)"
          guard totals, side == 0, let last = line.last else {
            sums.append(PublicSum(parts: line, name: name))
            continue
          }
          let parts = Array(line.dropLast())
          values[last] = parts.reduce(0) { $0 + values[$1] }
          sums.append(PublicSum(parts: parts, total: last, name: name))
        }
      }
    }
  }

  /// Numbers that are the same in every run.
  struct Numbers {
    var state: UInt64

    mutating func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
  }

  static let shapes = [
    [8], [3, 3], [4, 6], [7, 5], [2, 9], [2, 2, 2], [3, 3, 3], [4, 3, 5], [2, 2, 3, 2],
  ]

  static func protect(_ block: Block) -> Suppression {
    Suppression(block.values.map { Double($0) }, sums: block.sums, under: 10, isWhole: true)
  }

  /// The sums that are published: not those of one count that are small themselves, and not those
  /// the engine says to withhold.
  static func published(_ block: Block, _ result: Suppression) -> [PublicSum] {
    let withheld = Set(result.withheld.map(\.name))
    return block.sums.filter { sum in
      let known = sum.parts.filter { block.values[$0] != 0 }
      let isSmall = known.count == 1 && block.values[known[0]] < 10 && sum.total == nil
      return !withheld.contains(sum.name) && !isSmall
    }
  }

  @Test(arguments: shapes) func nothingCanBeWorkedOut(_ sides: [Int]) {
    var random = Numbers(state: UInt64(sides.reduce(7) { $0 * 31 + $1 }))
    for round in 0..<120 {
      let block = Block(
        sides, zeros: round % 3 == 0 ? 25 : 0, totals: round % 2 == 1, &random)
      let result = Self.protect(block)
      let found = Attack.found(
        block.values, suppressed: result.suppressed, sums: Self.published(block, result))
      #expect(found.isEmpty, "\(sides) \(block.values) gives \(found) away")
      for (cell, value) in block.values.enumerated() {
        if value == 0 { #expect(!result.suppressed[cell]) }
        if value > 0, value < 10 { #expect(result.suppressed[cell]) }
      }
    }
  }

  /// The attack is one: without second cells it finds what the sums give away.
  @Test(arguments: shapes) func smallCountsAloneAreGivenAway(_ sides: [Int]) {
    var random = Numbers(state: 11)
    var broken = 0
    for _ in 0..<60 {
      let block = Block(sides, zeros: 0, totals: false, &random)
      let small = block.values.map { $0 > 0 && $0 < 10 }
      if !Attack.found(block.values, suppressed: small, sums: block.sums).isEmpty { broken += 1 }
    }
    #expect(broken > 5)
  }

  /// A full table without zeros needs no sum withheld, nor all its cells when it is large.
  @Test func littleIsHidden() {
    var random = Numbers(state: 3)
    for _ in 0..<60 {
      let block = Block([8, 9], zeros: 0, totals: false, &random)
      let result = Self.protect(block)
      #expect(result.withheld.isEmpty)
      let more = result.suppressed.count { $0 } - result.smallCount
      #expect(more <= 12)
    }
  }

  @Test func twoOnesWithAKnownSumAreNotEnough() {
    // 1 + 1 = 2 leaves nothing open when suppressed cells are at least 1.
    let result = Suppression(
      [1, 1, 50, 60], sums: [PublicSum(parts: [0, 1, 2, 3])], under: 10, isWhole: true)
    #expect(result.suppressed == [true, true, true, false])
  }

  @Test func aMissingCellAddsNothingAndHidesNothing() {
    let result = Suppression(
      [4, nil, 30, 40], sums: [PublicSum(parts: [0, 1, 2, 3])], under: 10, isWhole: true)
    #expect(result.suppressed == [true, false, true, false])
  }

  @Test func whatCannotBeHiddenIsWithheld() {
    // Rows [3, 0], [50, 0]: 50 is the sum of its row, so 3 is the sum of its column less 50.
    let sums = [
      PublicSum(parts: [0, 1], name: "first row"), PublicSum(parts: [2, 3], name: "second row"),
      PublicSum(parts: [0, 2], name: "first column"), PublicSum(parts: [1, 3], name: "second"),
    ]
    let result = Suppression([3, 0, 50, 0], sums: sums, under: 10, isWhole: true)
    #expect(result.suppressed == [true, false, false, false])
    #expect(result.withheld.map(\.name) == ["first column"])
  }

  @Test func withoutSumsOnlySmallCountsGo() {
    let result = Suppression([1, 9, 10, 0, nil], sums: [], under: 10, isWhole: true)
    #expect(result.suppressed == [true, true, false, false, false])
  }
}
