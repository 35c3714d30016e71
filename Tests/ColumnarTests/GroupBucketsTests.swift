import Testing

@testable import Columnar

/// The codes around a place are those of the sorted list.
@Suite struct GroupBucketsTests {
  @Test(arguments: [1, 2, 255, 256, 257, 1000, 5000])
  func findsTheCodesAroundAPlace(count: Int) {
    var state: UInt64 = 3
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 20
    }
    for bound in [1, 3, 1000, UInt64(1) << 43] {
      let codes = (0..<count).map { _ in next() % bound }
      let sorted = codes.sorted()
      // A group before it, and one without codes behind it.
      var arranged = [9] + codes + [9]
      let buckets = GroupBuckets(
        &arranged, groups: [0, 1, count + 1, count + 1, count + 2], .one)
      for place in Set([0, count / 10, count / 2, count - 1]) {
        let (low, high) = buckets.around(place, of: 1, arranged, 1..<(count + 1))
        #expect(low == sorted[place])
        #expect(high == sorted[min(place + 1, count - 1)])
      }
    }
  }
}
