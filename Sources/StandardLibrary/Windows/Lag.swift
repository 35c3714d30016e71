import Columnar
import Planning

extension WindowFunction {
  /// The value some rows before.
  static let lag = shifted("lag", "before", sign: -1)

  /// The value some rows after.
  static let lead = shifted("lead", "after", sign: 1)

  private static func shifted(_ name: String, _ word: String, sign: Int) -> WindowFunction {
    WindowFunction(
      name,
      Signature([
        .any("x"), .value("rows", .integer, optional: true, constant: true, in: 1...1_000_000_000),
        .any("order", labelled: true),
      ]),
      UnitDocumentation(
        "\(name)(x, ROWS, order: VALUE)",
        "The value of x one row \(word), or more, in the order of a value.",
        details: [
          "It counts rows, not periods: a gap is passed over. For periods use `prior`.",
          "All rows of the table are one sequence, or with `derive … by` those of a group; rows "
            + "with equal values keep their order, those without one come last.",
          "Where there is no such row: `missing: no_row`.",
        ],
        examples: [
          "population | where year = 2023 | derive other = \(name)(name, order: inhabitants) | take 3"
        ]),
      reach: .rows(order: 2), meaning: .same, result: { $0.first ?? .number }
    ) { frame in
      let step = sign * (frame.integer(1) ?? 1)
      var places = [Int](repeating: -1, count: frame.count)
      for rows in frame.groups {
        for (place, row) in rows.enumerated() where rows.indices.contains(place + step) {
          places[row] = rows[place + step]
        }
      }
      let absent = [UInt8](repeating: MissingReason.noRow.rawValue, count: frame.count)
      return frame.argument.gather(places, orMissing: absent)
    }
  }
}
