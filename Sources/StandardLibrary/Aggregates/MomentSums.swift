import Columnar
import Planning

/// Sums and means of settled moments.
struct MomentSums {
  private let moments: Moments

  init(_ moments: Moments) {
    self.moments = moments
  }

  /// The sum of each group. Throws for an integer that does not fit.
  func sums() throws -> Column {
    if moments.values.type == .integer {
      guard let sums = moments.wholeSums else { return moments.finish(try largeIntegers()) }
      return moments.finish(Column(.integer(sums)))
    }
    let (values, holds) = numbers
    return moments.finish(Column(.number(values, scale: holds ? moments.scale : nil)))
  }

  /// The mean of each group.
  var means: Column {
    let (sums, known) = (numbers.values, moments.known)
    let values = sums.indices.map { known[$0] > 0 ? sums[$0] / Double(known[$0]) : 0 }
    return moments.finish(Column(.number(values, scale: nil)))
  }

  private func largeIntegers() throws -> Column {
    let values = try (0..<moments.count).map { group -> Int64 in
      guard let value = Int64(exactly: moments.sum(group)) else {
        throw SumState.overflow(group)
      }
      return value
    }
    return Column(.integer(values))
  }

  /// The sums as numbers, and whether all keep the promise of the scale.
  private var numbers: (values: [Double], holds: Bool) {
    let divisor = moments.values.divisor
    var holds = true
    let values: [Double]
    if let sums = moments.wholeSums {
      holds = !sums.contains { $0.magnitude >= 1 << 53 }
      values = sums.map { Double($0) / divisor }
    } else {
      values = (0..<moments.count).map { group in
        let sum = moments.sum(group)
        if sum.magnitude >= 1 << 53 { holds = false }
        return Double(sum) / divisor
      }
    }
    return (values, holds)
  }
}
