/// The outcome of a condition: two-valued, with a mark where a missing value decided.
struct Truth {
  var values: [Bool]
  /// Rows whose outcome three-valued logic would leave open; nil when there are none.
  var unknown: [Bool]?

  static func and(_ left: Truth, _ right: Truth) -> Truth {
    combine(left, right, values: { $0 && $1 }) { leftValue, leftUnknown, rightValue, rightUnknown in
      // Open when neither side is a definite false.
      (leftUnknown || rightUnknown) && (leftUnknown || leftValue) && (rightUnknown || rightValue)
    }
  }

  static func or(_ left: Truth, _ right: Truth) -> Truth {
    combine(left, right, values: { $0 || $1 }) { leftValue, leftUnknown, rightValue, rightUnknown in
      // Open when neither side is a definite true.
      (leftUnknown || rightUnknown) && (leftUnknown || !leftValue) && (rightUnknown || !rightValue)
    }
  }

  var negated: Truth { Truth(values: values.map { !$0 }, unknown: unknown) }

  private static func combine(
    _ left: Truth, _ right: Truth, values: (Bool, Bool) -> Bool,
    unknown: (Bool, Bool, Bool, Bool) -> Bool
  ) -> Truth {
    let outcome = zip(left.values, right.values).map(values)
    guard left.unknown != nil || right.unknown != nil else {
      return Truth(values: outcome, unknown: nil)
    }
    let open = left.values.indices.map { row in
      unknown(
        left.values[row], left.unknown?[row] ?? false, right.values[row],
        right.unknown?[row] ?? false)
    }
    return Truth(values: outcome, unknown: open.contains(true) ? open : nil)
  }
}
