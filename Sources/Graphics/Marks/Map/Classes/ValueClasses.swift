import Wording

/// The classes of a map: where each begins, and how that is written.
///
/// A bound is the roundest number that divides the values as asked, and it is that number by which
/// values are classed: what the legend says holds to the last digit. Equal values are in one class,
/// so there may be fewer classes than asked for, or classes that differ in size.
struct ValueClasses {
  /// From each of these on a next class begins; ascending.
  let bounds: [Double]
  /// The decimals in which all bounds can be written.
  let decimals: Int

  /// The classes of values, which are finite.
  init(_ values: [Double], _ classing: Classing) {
    let sorted = values.sorted()
    var bounds: [RoundNumber] = []
    switch classing {
    case .quantile: bounds = Self.quantiles(sorted)
    case .equal: bounds = Self.equal(sorted)
    case .given(let given): bounds = given.map(RoundNumber.init)
    }
    self.bounds = bounds.map(\.value)
    decimals = bounds.map(\.decimals).max() ?? 0
  }

  /// How many classes there are.
  var count: Int { bounds.count + 1 }

  /// The class of a value, from zero.
  func index(of value: Double) -> Int { bounds.count { $0 <= value } }

  private static func quantiles(_ sorted: [Double]) -> [RoundNumber] {
    var bounds: [RoundNumber] = []
    for number in 1..<Classing.most {
      let place = (sorted.count * number + Classing.most - 1) / Classing.most
      guard place < sorted.count else { continue }
      // A run of equal values goes whole into the class in which it begins or the next one,
      // whichever keeps the division nearest to what was asked.
      let upper = sorted[place]
      let first = sorted.firstIndex { $0 >= upper } ?? place
      let after = sorted.firstIndex { $0 > upper } ?? sorted.count
      let cut = place - first <= after - place || after == sorted.count ? first : after
      guard cut > 0, cut < sorted.count else { continue }
      let bound = RoundNumber(above: sorted[cut - 1], upTo: sorted[cut])
      if bound.value > bounds.last?.value ?? -.infinity { bounds.append(bound) }
    }
    return bounds
  }

  private static func equal(_ sorted: [Double]) -> [RoundNumber] {
    guard let low = sorted.first, let high = sorted.last, low < high else { return [] }
    let step = high / Double(Classing.most) - low / Double(Classing.most)
    return (1..<Classing.most).map { number in
      let exact = low + step * Double(number)
      // Within a fiftieth of a class from the exact place.
      return RoundNumber(above: exact - step / 50, upTo: exact + step / 50)
    }
  }

  /// The colours of the classes, as positions among the five of the palette: few classes lie apart.
  static func shades(_ count: Int) -> [Int] {
    switch count {
    case 1: [2]
    case 2: [1, 4]
    case 3: [0, 2, 4]
    case 4: [0, 1, 3, 4]
    default: [0, 1, 2, 3, 4]
    }
  }
}
