import Reporting

/// Parts that do not add up to the total beside them, beyond what rounding explains.
extension LintRule {
  static let partsAndTotal = LintRule(name: "parts-and-total", severity: .error) { subject in
    subject.sections.flatMap { section in
      section.results.flatMap { result in
        result.columns.indices.compactMap { column in
          Parts.fault(of: result, column).map { (section.place, $0, result.title) }
        }
      }
    }
  }
}

private enum Parts {
  private static let totals: Set = ["totaal", "total", "alle", "samen"]

  /// What is wrong with a column, or nil.
  static func fault(of result: EditionContent.Result, _ column: Int) -> String? {
    let field = result.columns[column]
    guard field.role == "measure", !field.isComparison else { return nil }
    let names = result.columns.indices.filter { result.columns[$0].role != "measure" }
    // With two columns of names a total belongs to a group: that is not looked at.
    guard names.count == 1, let name = names.first else { return nil }
    var parts: [Double] = []
    var total: Double?
    var decimals = 0
    for row in result.rows {
      guard let number = Double(row[column]) else {
        if row[column].hasSuffix("not_applicable") { continue }
        return nil
      }
      decimals = max(decimals, row[column].split(separator: ".").dropFirst().first?.count ?? 0)
      if totals.contains(row[name].lowercased()) {
        guard total == nil else { return nil }
        total = number
      } else {
        parts.append(number)
      }
    }
    guard parts.count >= 2 else { return nil }
    let sum = parts.reduce(0, +)
    let room = Double(parts.count + 1) * 0.5 / power(decimals) + 1e-9
    if field.unit == "%" {
      // Percentages that nearly make a whole are parts of one; others are rates beside each other.
      guard total == nil || total == 100, abs(sum - 100) < 10, abs(sum - 100) > room,
        parts.allSatisfy({ $0 >= 0 }), field.role == "measure",
        result.columns[name].role != "time", result.columns[name].role != "edition"
      else { return nil }
      return "the parts of \(result.label) make \(text(sum, decimals))%, not 100%"
    }
    guard let total, abs(sum - total) > room else { return nil }
    return "the parts of \(result.label), \(field.heading), make \(text(sum, decimals)), "
      + "and the total says \(text(total, decimals))"
  }

  private static func power(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { result, _ in result * 10 }
  }

  private static func text(_ number: Double, _ decimals: Int) -> String {
    DutchNumber.text(number, decimals: decimals)
  }
}
