import Columnar
import Planning

extension Aggregate {
  /// The sample standard deviation.
  static let sd = spread(
    "sd", "The standard deviation of the known values: the root of their variance."
  ) { Spread(of: $0)?.deviation }

  /// The sample variance.
  static let variance = spread(
    "variance",
    "The variance of the known values: the squares of their distances to the mean, added and "
      + "divided by one less than their number."
  ) { Spread(of: $0)?.variance }

  private static func spread(
    _ name: String, _ summary: String, _ compute: @escaping @Sendable ([Double]) -> Double?
  ) -> Aggregate {
    Aggregate(
      name, Signature([.numeric("x")]),
      UnitDocumentation(
        "\(name)(x)", summary,
        details: [
          "Of a sample (n − 1); a single value has none: `missing: out_of_domain`.",
          "Sums inside are exact, so neither large values nor the order of rows cost digits.",
        ],
        examples: [
          "population | where year = 2022 | summarise x = \(name)(inhabitants) by province"
        ]),
      meaning: name == "sd" ? .spread : .other, result: { _ in .number },
      state: { _ in SpreadState(compute: compute) })
  }
}

/// Collects values by group.
private struct SpreadState: AggregateState {
  let compute: @Sendable ([Double]) -> Double?
  private var values = GroupedValues()

  init(compute: @escaping @Sendable ([Double]) -> Double?) {
    self.compute = compute
  }

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    values.update(arguments, groups: groups, count: count)
  }

  var isMergeable: Bool { true }

  mutating func merge(_ other: any AggregateState, groups: [UInt32], count: Int) {
    guard let other = other as? Self else { return }
    values.merge(other.values, groups: groups, count: count)
  }

  func result(count: Int) -> Column {
    values.result(count: count) { compute($0).map { .value($0) } ?? .missing(.outOfDomain) }
  }
}

/// How far numbers lie apart.
private struct Spread {
  /// The variance of the numbers divided by 2^exponent, which keeps squares in range.
  private let scaled: Double
  private let exponent: Double.Exponent

  /// The sample variance; infinite when it is too large for a number.
  var variance: Double { raised(raised(scaled)) }

  /// Its root, also where the variance itself is too large or too small for a number.
  var deviation: Double { raised(scaled.squareRoot()) }

  private func raised(_ value: Double) -> Double {
    Double(sign: .plus, exponent: exponent, significand: value)
  }

  /// The spread of a sample; nil of fewer than two numbers.
  ///
  /// Two passes with exact sums: squares of the distances to the rounded mean, corrected by what
  /// the rounding left (T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for Computing the
  /// Sample Variance", 1983, the corrected two-pass algorithm).
  init?(of numbers: [Double]) {
    guard numbers.count > 1 else { return nil }
    let largest = numbers.reduce(0) { max($0, abs($1)) }
    let exponent = largest > 0 ? largest.exponent : 0
    // A power of two takes no digits.
    let small = numbers.map { Double(sign: .plus, exponent: -exponent, significand: $0) }
    let count = Double(numbers.count)
    var total = ExactSum()
    for number in small { total.add(number) }
    let mean = total.value / count
    var squares = ExactSum()
    var left = ExactSum()
    for number in small {
      let distance = number - mean
      let square = distance * distance
      squares.add(square)
      squares.add((-square).addingProduct(distance, distance))
      left.add(distance)
    }
    let rest = left.value
    scaled = max(0, squares.value - rest * rest / count) / (count - 1)
    self.exponent = exponent
  }
}
