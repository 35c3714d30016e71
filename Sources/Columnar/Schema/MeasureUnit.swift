/// A unit of measure: a product of named units with exponents, such as inwoners per km².
///
/// Invariant: factors have distinct names and exponents other than 0, in order of first use.
package struct MeasureUnit: Hashable, Sendable {
  /// One named unit with its power.
  package struct Factor: Hashable, Sendable {
    package let name: String
    package let exponent: Int
  }

  package let factors: [Factor]

  /// A unit by name.
  package init(_ name: String) {
    factors = name.isEmpty ? [] : [Factor(name: name, exponent: 1)]
  }

  private init(factors: [Factor]) {
    self.factors = factors.filter { $0.exponent != 0 }
  }

  /// The product of two units.
  package func multiplied(by other: MeasureUnit) -> MeasureUnit {
    combined(with: other, sign: 1)
  }

  /// The quotient of two units; the same unit divided by itself has no factors left.
  package func divided(by other: MeasureUnit) -> MeasureUnit {
    combined(with: other, sign: -1)
  }

  /// Whether nothing is left to name.
  package var isNone: Bool { factors.isEmpty }

  /// As printed: `cliënten`, `cliënten/inwoners`.
  package var text: String {
    func word(_ factor: Factor, _ power: Int) -> String {
      power == 1 ? factor.name : "\(factor.name)^\(power)"
    }
    let above = factors.filter { $0.exponent > 0 }.map { word($0, $0.exponent) }
    let below = factors.filter { $0.exponent < 0 }.map { "/" + word($0, -$0.exponent) }
    return (above.isEmpty && !below.isEmpty ? "1" : above.joined(separator: "·")) + below.joined()
  }

  private func combined(with other: MeasureUnit, sign: Int) -> MeasureUnit {
    var result = factors
    for factor in other.factors {
      if let index = result.firstIndex(where: { $0.name == factor.name }) {
        let exponent = result[index].exponent + sign * factor.exponent
        result[index] = Factor(name: factor.name, exponent: exponent)
      } else {
        result.append(Factor(name: factor.name, exponent: sign * factor.exponent))
      }
    }
    return MeasureUnit(factors: result)
  }
}
