import Columnar
import Planning

extension WindowFunction {
  /// The place by value; equal values share it and the places after it stay empty.
  static let rank = ranking(
    "rank", "Equal values share a place, and the places after it stay empty: 1, 2, 2, 4.",
    isDense: false)

  /// The place by value; equal values share it and the next value has the next place.
  static let denseRank = ranking(
    "dense_rank", "Equal values share a place, and the next value has the next: 1, 2, 2, 3.",
    isDense: true)

  private static func ranking(_ name: String, _ ties: String, isDense: Bool) -> WindowFunction {
    WindowFunction(
      name, Signature([.any("x")]),
      UnitDocumentation(
        "\(name)(x)",
        "The place of x among all rows, or with `derive … by` those of its group, 1 the largest.",
        details: [ties, "A missing value has no place. `\(name)(-x)` begins with the smallest."],
        examples: [
          "population | where year = 2023 "
            + "| derive place = \(name)(inhabitants) by province | take 3"
        ]),
      reach: .rows(order: nil), meaning: .ordinal, isTotal: true, result: { _ in .integer }
    ) { frame in
      let ranks = frame.argument.ranks()
      var places = [Int64](repeating: 0, count: frame.count)
      for rows in frame.groups {
        let known = rows.filter { frame.argument.reason(at: $0) == nil }
        var place: Int64 = 0
        var previous: Int?
        for (passed, row) in known.sorted(by: { ranks[$0] > ranks[$1] }).enumerated() {
          if previous != ranks[row] { place = isDense ? place + 1 : Int64(passed) + 1 }
          previous = ranks[row]
          places[row] = place
        }
      }
      return Column(.integer(places), missing: frame.argument.missing)
    }
  }
}
