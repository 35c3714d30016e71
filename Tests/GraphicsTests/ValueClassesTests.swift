import Testing

@testable import Graphics

/// Values divided into classes.
@Suite struct ValueClassesTests {
  private func counts(_ values: [Double], _ classes: ValueClasses) -> [Int] {
    (0..<classes.count).map { index in values.count { classes.index(of: $0) == index } }
  }

  @Test func quantilesHaveAsManyRegionsEach() {
    let values = (0..<345).map { Double($0 * 7919 % 345) * 0.37 + 2.113 }
    let classes = ValueClasses(values, .quantile)
    #expect(counts(values, classes) == [69, 69, 69, 69, 69])
    #expect(classes.decimals <= 1)
  }

  @Test func equalValuesAreInOneClass() {
    let values = [Double](repeating: 0, count: 300) + (1...45).map(Double.init)
    let classes = ValueClasses(values, .quantile)
    #expect(classes.bounds == [1])
    #expect(counts(values, classes) == [300, 45])
    #expect(ValueClasses([5, 5, 5], .quantile).count == 1)
    #expect(ValueClasses([], .quantile).count == 1)
    #expect(ValueClasses([7], .equal).count == 1)
  }

  @Test func equalClassesAreEquallyWide() {
    let values = [0, 3, 50, 99.7, 100]
    #expect(ValueClasses(values, .equal).bounds == [20, 40, 60, 80])
    #expect(ValueClasses([-1, 1], .equal).bounds == [-0.6, -0.2, 0.2, 0.6])
  }

  @Test func oneHugeValueLeavesTheOthersApart() {
    let values = (1...20).map(Double.init) + [1e15]
    #expect(counts(values, ValueClasses(values, .quantile)) == [5, 4, 4, 4, 4])
    #expect(counts(values, ValueClasses(values, .equal)) == [20, 0, 0, 0, 1])
  }

  @Test func boundsAreTheRoundestNumbersBetweenNeighbours() {
    for (low, high, value, decimals) in [
      (4, 5, 5, 0), (998, 1003, 1000, 0), (12.34, 12.38, 12.35, 2), (12.341, 12.349, 12.345, 3),
      (-3, 2, 0, 0), (-12.4, -11.7, -12, 0), (0.00012, 0.00019, 0.00015, 5), (0, 0.3, 0.1, 1),
      (1e15, 1e15 + 8, 1e15 + 5, 0), (48_213, 51_002, 50_000, 0),
    ] as [(Double, Double, Double, Int)] {
      let round = RoundNumber(above: low, upTo: high)
      #expect(round.value == value && round.decimals == decimals, "\(low)–\(high): \(round)")
    }
  }

  @Test func boundLiesAlwaysBetweenItsNeighbours() {
    var state: UInt64 = 5
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let low = Double(Int64(bitPattern: state) >> Int64(state % 60)) / Double(1 + state >> 50)
      let high = low + Double(state >> 40) / Double(1 + state % 1_000_000)
      guard low < high else { continue }
      let round = RoundNumber(above: low, upTo: high)
      #expect(low < round.value && round.value <= high, "\(low) \(high) \(round)")
    }
    for (low, high) in [(0, .leastNonzeroMagnitude), (-1e308, 1e308), (1e300, 1.1e300)] {
      let round = RoundNumber(above: low, upTo: high)
      #expect(low < round.value && round.value <= high)
    }
  }

  @Test func coloursOfClassesGoFromLightToDark() {
    func luminance(_ colour: Colour) -> Double {
      Double(colour.rgb >> 16) * 0.2126 + Double(colour.rgb >> 8 & 0xFF) * 0.7152
        + Double(colour.rgb & 0xFF) * 0.0722
    }
    let light = ClassColours.light.map(luminance)
    let dark = ClassColours.dark.map(luminance)
    #expect(zip(light, light.dropFirst()).allSatisfy { $0 - $1 > 20 })
    #expect(zip(dark, dark.dropFirst()).allSatisfy { $1 - $0 > 20 })
    for count in 1...5 {
      let shades = ValueClasses.shades(count)
      #expect(shades.count == count && shades == Set(shades).sorted())
    }
  }
}
