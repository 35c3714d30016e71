import Testing

@testable import Graphics

@Suite struct ScaleTests {
  @Test(
    arguments: [
      (0, 670, [0, 200, 400, 600]), (0, 1500, [0, 500, 1000, 1500]), (0, 1, [0, 0.5, 1]),
      (0, 0.3, [0, 0.1, 0.2, 0.3]), (-5, 5, [-5, 0, 5]), (-0.7, 0.1, [-0.6, -0.4, -0.2, 0]),
      (3, 8, [0, 2, 4, 6, 8]), (0, 0, [0, 0.5, 1]), (0, 4, [0, 1, 2, 3, 4]),
    ] as [(Double, Double, [Double])])
  func ticksAreRoundAndWithinTheDomain(low: Double, high: Double, expected: [Double]) {
    let scale = LinearScale(low: low, high: high, start: 0, end: 100)
    #expect(scale.ticks(atMost: 4).map(\.value) == expected)
  }

  @Test func extremeDomainsStayFinite() {
    let largest = Double.greatestFiniteMagnitude
    for (low, high) in [(-largest, largest), (0, largest), (0, 5 * Double.leastNonzeroMagnitude)] {
      let scale = LinearScale(low: low, high: high, start: 10, end: 110)
      let ticks = scale.ticks(atMost: 4)
      #expect(ticks.contains { $0.value == 0 })
      #expect(ticks.count <= 6)
      for value in [low, high, 0] {
        #expect((10...110).contains(scale.place(value)))
      }
    }
  }

  @Test func placesAreInProportion() {
    let scale = LinearScale(low: 0, high: 670, start: 318, end: 111)
    #expect((scale.place(536) - 152.4).magnitude < 1e-9)
    #expect(scale.place(9999) == 111)
    #expect(BandScale(start: 64, end: 700, count: 3).centre(1) == 382)
    #expect(BandScale(start: 0, end: 10, count: 0).band == 10)
  }

  @Test(
    arguments: [
      (0.7, 1.0, 0), (1.0, 1, 0), (1.01, 2, 0), (2.5, 5, 0), (7, 10, 0), (0.03, 0.05, 2),
      (0.1, 0.1, 1), (134, 200, 0), (0, 1, 0), (-3, 1, 0), (.nan, 1, 0),
    ] as [(Double, Double, Int)])
  func stepsAreOneTwoFive(least: Double, expected: Double, decimals: Int) {
    let step = NiceStep(atLeast: least)
    #expect(step.value == expected)
    #expect(step.decimals == decimals)
  }
}
