extension Column {
  /// For each row a number that orders rows as their values are ordered; missing rows get
  /// `Int.max`, so that they come last. Equal values get equal numbers.
  ///
  /// - Parameter entity: orders codes by their labels.
  package func ranks(entity: Entity? = nil) -> [Int] {
    if let ranks = packedRanks() { return ranks }
    var result: [Int]
    switch storage {
    case .boolean(let values): result = values.map { $0 ? 1 : 0 }
    case .integer(let values):
      // The greatest integer must not be taken for missing.
      result = values.contains(.max) ? Self.ranks(of: values, by: <) : values.map { Int($0) }
    case .number(let values, _): result = values.map { Self.rank(of: $0) }
    case .text(let codes, let dictionary):
      let ranks =
        entity.map { entity in
          let shown = dictionary.entries.map { entity.label(of: $0) ?? $0 }
          return Self.textRanks(shown, then: dictionary)
        } ?? dictionary.ranks
      result = codes.map { Int($0) < ranks.count ? ranks[Int($0)] : 0 }
    case .date(let values): result = values.map { Int($0) }
    case .period(let values): result = Self.ranks(of: values, by: <)
    }
    if let missing {
      for (row, reason) in missing.enumerated() where reason != 0 { result[row] = Int.max }
    }
    return result
  }

  /// The codes of packed numbers and dates, and the ranks of distinct periods.
  private func packedRanks() -> [Int]? {
    guard let packed else { return nil }
    var table: [Int]?
    switch packed.meaning {
    case .integer, .number, .date, .boolean: break
    case .period(let periods): table = Self.ranks(of: periods, by: <)
    case .text: return nil
    }
    let missing = missing
    var row = 0
    return packed.mapping { code in
      defer { row += 1 }
      if let missing, missing[row] != 0 { return Int.max }
      return table.map { Int(code) < $0.count ? $0[Int(code)] : 0 } ?? Int(code)
    }
  }

  /// An integer that orders as a finite number does: the bits of a double, those of negative ones
  /// turned round.
  private static func rank(of value: Double) -> Int {
    let bits = Int(bitPattern: UInt(value.bitPattern))
    if bits >= 0 { return bits }
    // Negative zero is zero.
    return value == 0 ? 0 : Int.min &- bits
  }

  /// Ranks by label; codes that share a label are told apart by the code.
  private static func textRanks(_ shown: [String], then dictionary: TextDictionary) -> [Int] {
    let labels = Array(Set(shown))
    let labelRanks = TextOrder.ranks(of: labels)
    var rankOfLabel: [String: Int] = [:]
    for (label, rank) in zip(labels, labelRanks) { rankOfLabel[label] = rank }
    let codeRanks = dictionary.ranks
    let order = shown.indices.sorted { left, right in
      let leftRank = rankOfLabel[shown[left]] ?? 0
      let rightRank = rankOfLabel[shown[right]] ?? 0
      return leftRank == rightRank ? codeRanks[left] < codeRanks[right] : leftRank < rightRank
    }
    var result = [Int](repeating: 0, count: shown.count)
    for (rank, entry) in order.enumerated() { result[entry] = rank }
    return result
  }

  private static func ranks<Element: Equatable>(
    of values: [Element], by precedes: (Element, Element) -> Bool
  ) -> [Int] {
    let order = values.indices.sorted { precedes(values[$0], values[$1]) }
    var result = [Int](repeating: 0, count: values.count)
    var rank = -1
    var previous: Element?
    for row in order {
      if previous != values[row] { rank += 1 }
      previous = values[row]
      result[row] = rank
    }
    return result
  }
}
