import Columnar
import Planning

extension ScalarFunction {
  /// The smallest of several values.
  static let least = extreme("least", "smallest", isGreatest: false)

  /// The largest of several values.
  static let greatest = extreme("greatest", "largest", isGreatest: true)

  /// A value kept between two others.
  static let clamp = ScalarFunction(
    "clamp",
    Signature([.numeric("x"), .numeric("low"), .numeric("high")]) { arguments in
      guard arguments.count == 3, let low = arguments[1]?.value?.asNumber,
        let high = arguments[2]?.value?.asNumber, low > high
      else { return nil }
      return "`low` is above `high`"
    },
    UnitDocumentation(
      "clamp(x, LOW, HIGH)", "The value of x, but LOW where it is below and HIGH where it is above.",
      details: ["Where LOW is above HIGH: `missing: out_of_domain`."],
      examples: ["population | where year = 2023 | derive y = clamp(inhabitants, 0, 10000) | take 2"]),
    meaning: .same, result: Extremes.type
  ) { arguments, count in
    let raised = Extremes.column(Array(arguments.prefix(2)), isGreatest: true)
    var result = Extremes.column([raised, arguments[2]], isGreatest: false)
    guard let low = arguments[1].numbers, let high = arguments[2].numbers else { return result }
    var missing = [UInt8](repeating: 0, count: count)
    for row in 0..<count where low[row] > high[row] {
      missing[row] = MissingReason.outOfDomain.rawValue
    }
    if missing.contains(where: { $0 != 0 }) { result.missing = missing }
    return result
  }

  private static func extreme(_ name: String, _ word: String, isGreatest: Bool) -> ScalarFunction {
    ScalarFunction(
      name, Signature([.any("x"), .any("y")], variadic: true, fault: Extremes.fault),
      UnitDocumentation(
        "\(name)(x, y, …)", "The \(word) of several values of one type in the row.",
        details: ["Where one of them is missing, so is the result. Over rows: `min` and `max`."],
        examples: [
          "population | derive y = \(name)(inhabitants, prior(inhabitants)) | where year = 2021 | take 2"
        ]),
      meaning: .same, result: Extremes.type
    ) { arguments, _ in Extremes.column(arguments, isGreatest: isGreatest) }
  }
}

/// Choosing between columns by their values.
enum Extremes {
  /// A number when one of the arguments is.
  @Sendable static func type(_ types: [DataType]) -> DataType {
    types.contains(.number) ? .number : types.first ?? .number
  }

  /// The arguments must be of one type.
  @Sendable static func fault(_ arguments: [Signature.Known?]) -> String? {
    let types = arguments.compactMap { argument -> DataType? in
      if case .missing? = argument?.value { return nil }
      return argument?.type
    }
    guard let first = types.first else { return nil }
    let fits = types.allSatisfy { $0 == first || ($0.isNumeric && first.isNumeric) }
    return fits ? nil : "the values must be of one type"
  }

  /// The extreme of each row; missing rows are made missing by the caller.
  static func column(_ columns: [Column], isGreatest: Bool) -> Column {
    let type = type(columns.map(\.type))
    guard let count = columns.first?.count else { return .allMissing(type, reasons: []) }
    let all = Column.concatenate(columns, type: type)
    let ranks = all.ranks()
    let rows = (0..<count).map { row in
      var best = row
      for index in columns.indices.dropFirst() {
        let other = index * count + row
        if isGreatest ? ranks[other] > ranks[best] : ranks[other] < ranks[best] { best = other }
      }
      return best
    }
    return all.gather(rows)
  }
}
