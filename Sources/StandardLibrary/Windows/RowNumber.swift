import Columnar
import Planning

extension WindowFunction {
  /// The number of a row in an order.
  static let rowNumber = WindowFunction(
    "row_number", Signature([.any("order", labelled: true)]),
    UnitDocumentation(
      "row_number(order: VALUE)",
      "The number of the row in the order of a value, among all rows or with `derive … by` those "
        + "of its group.",
      details: ["From 1; rows with equal values keep their order, those without one come last."],
      examples: [
        "population | where year = 2023 | derive nr = row_number(order: name) by province | take 3"
      ]),
    reach: .rows(order: 0), meaning: .ordinal, isTotal: true, result: { _ in .integer }
  ) { frame in
    var numbers = [Int64](repeating: 0, count: frame.count)
    for rows in frame.groups {
      for (place, row) in rows.enumerated() { numbers[row] = Int64(place) + 1 }
    }
    return Column(.integer(numbers))
  }
}
