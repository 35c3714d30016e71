import Columnar
import Testing

@Suite("Kernels over columns")
struct KernelTests {
  /// What a key compares as: a missing value of any reason is one value.
  private func key(_ values: [Value]) -> [Value] {
    values.map { if case .missing = $0 { .missing(.unknown) } else { $0 } }
  }

  @Test("Keys are numbered as a dictionary would", arguments: 0..<120)
  func keys(seed: Int) {
    var random = RandomNumbers(seed: seed)
    let types = (0..<random.next(4)).map { _ in DataType.allCases[random.next(6)] }
    var encoder = KeyEncoder(columnCount: types.count)
    var known: [[Value]: UInt32] = [:]
    for _ in 0..<3 {
      let rows = random.next(40)
      let values = types.map { random.values($0, rows) }
      let (ids, firstRows) = encoder.encode(zip(types, values).map { column($0, $1) }, count: rows)
      var expectedFirst: [Int] = []
      for row in 0..<rows {
        let key = key(values.map { $0[row] })
        if known[key] == nil {
          known[key] = UInt32(known.count)
          expectedFirst.append(row)
        }
        #expect(ids[row] == known[key])
      }
      #expect(firstRows == expectedFirst && ids.count == rows && encoder.count == known.count)
    }
  }

  @Test("Keys without columns are one group")
  func noKeys() {
    var encoder = KeyEncoder(columnCount: 0)
    #expect(encoder.encode([], count: 0).firstRows == [] && encoder.count == 0)
    #expect(encoder.encode([], count: 2).firstRows == [0] && encoder.count == 1)
    #expect(encoder.encode([], count: 2) == ([0, 0], []))
  }

  @Test("Gathering and slicing pick rows; a position below 0 is missing", arguments: 0..<120)
  func gather(seed: Int) {
    var random = RandomNumbers(seed: seed)
    let type = DataType.allCases[seed % 6]
    let values = random.values(type, seed % 7 == 0 ? 0 : 1 + random.next(20))
    var source = column(type, values)
    if seed % 2 == 0 {
      source.coverage = Coverage(
        known: values.indices.map { Int32($0) }, all: values.map { _ in 30 })
    }
    let rows = (0..<random.next(30)).map { _ in random.next(values.count + 1) - 1 }
    let reasons = rows.map { _ in MissingReason.allCases[random.next(14)].rawValue }
    let picked = source.gather(rows, orMissing: reasons)
    #expect(picked.type == type && picked.count == rows.count)
    for (index, row) in rows.enumerated() {
      let expected =
        row < 0 ? MissingReason(rawValue: reasons[index]).map(Value.missing) : values[row]
      #expect(picked.value(at: index) == expected)
      #expect(picked.coverage?.known[index] == source.coverage.map { row < 0 ? 0 : $0.known[row] })
      if row < 0 { #expect(isFiller(picked, index)) }
    }
    #expect(picked.missing?.contains { $0 != 0 } ?? true)
    let inside = rows.filter { $0 >= 0 }
    #expect(source.gather(inside).values == inside.map { values[$0] })
    let lower = random.next(values.count + 1)
    let upper = lower + random.next(values.count - lower + 1)
    #expect(source.slice(lower..<upper).values == Array(values[lower..<upper]))
    #expect(
      source.slice(lower..<upper).coverage?.known.count
        == source.coverage.map { _ in upper - lower })
  }

  private func isFiller(_ column: Column, _ row: Int) -> Bool {
    switch column.storage {
    case .boolean(let values): values[row] == false
    case .integer(let values): values[row] == 0
    case .number(let values, _): values[row] == 0
    case .text(let codes, _): codes[row] == 0
    case .date(let values): values[row] == 0
    case .period(let values): values[row] == .year(1)
    }
  }

  @Test("Concatenating keeps all rows in order", arguments: 0..<120)
  func concatenate(seed: Int) {
    var random = RandomNumbers(seed: seed)
    let type = DataType.allCases[seed % 6]
    var expected: [Value] = []
    var parts: [Column] = []
    var coverage: [Int32] = []
    for index in 0..<random.next(5) {
      let own: DataType = type == .number && random.next(2) == 0 ? .integer : type
      let values = random.values(own, random.next(8))
      var part = column(own, values)
      if index == 1 {
        part.coverage = Coverage(known: values.map { _ in 5 }, all: values.map { _ in 9 })
      }
      coverage += values.map { value in
        if index == 1 { return 5 }
        if case .missing = value { return 0 }
        return 1
      }
      expected += values.map { value in
        if type == .number, case .integer(let whole) = value { return .number(Double(whole)) }
        return value
      }
      parts.append(part)
    }
    let whole = Column.concatenate(parts, type: type)
    #expect(whole.type == type)
    #expect(whole.values == expected)
    if parts.count > 1 { #expect(whole.coverage?.known == coverage) }
  }

  @Test("A shared dictionary is not copied, others are merged")
  func dictionaries() {
    let source = column(.text, [.text("a"), .text("b"), .missing(.noRow)])
    let whole = Column.concatenate([source.slice(0..<1), source.slice(1..<3)], type: .text)
    guard case .text(_, let shared) = whole.storage, case .text(_, let own) = source.storage else {
      Issue.record("no texts")
      return
    }
    #expect(shared === own && whole.values == source.values)
    let other = column(.text, [.missing(.noRow), .text("b"), .text("c")])
    let merged = Column.concatenate([source, other], type: .text)
    guard case .text(_, let dictionary) = merged.storage else { return }
    #expect(dictionary.entries == ["a", "b", "c"] && merged.values == source.values + other.values)
  }

  @Test(
    "Only a scale that every value keeps is promised for the whole",
    arguments: [
      ([1.5], 1, [2.25], 2, 2), ([1.5], 1, [2.5], 1, 1), ([9e15], 0, [2.25], 2, nil),
      ([9e13], 0, [2.25], 2, 2), ([9.1e13], 0, [2.25], 2, nil), ([1.5], nil, [2.5], 1, nil),
    ] as [([Double], UInt8?, [Double], UInt8?, UInt8?)])
  func scales(_ left: [Double], _ own: UInt8?, _ right: [Double], _ other: UInt8?, expected: UInt8?)
  {
    let columns = [Column(.number(left, scale: own)), Column(.number(right, scale: other))]
    #expect(Column.concatenate(columns, type: .number).scale == expected)
    #expect(Column.concatenate(columns.reversed(), type: .number).scale == expected)
    #expect(Column.concatenate(columns + [Column(.integer([1]))], type: .number).scale == nil)
  }

  @Test("Ranks order as values do, missing last, equal values alike", arguments: 0..<120)
  func ranks(seed: Int) {
    var random = RandomNumbers(seed: seed)
    let type = DataType.allCases[seed % 6]
    let values = random.values(type, 30)
    let ranks = column(type, values).ranks()
    for (left, first) in values.enumerated() {
      for (right, second) in values.enumerated() {
        #expect((ranks[left] < ranks[right]) == precedes(first, second), "\(first) \(second)")
      }
      if case .missing = first { #expect(ranks[left] == Int.max) }
    }
  }

  private func precedes(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.missing, _): false
    case (_, .missing): true
    case (.boolean(let left), .boolean(let right)): !left && right
    case (.integer(let left), .integer(let right)): left < right
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left != right && TextOrder.precedes(left, right)
    case (.date(let left), .date(let right)): left < right
    case (.period(let left), .period(let right)): left < right
    default: false
    }
  }

  @Test("Codes of an entity are ordered by their labels, then by code")
  func entity() {
    let labels = [
      ("GM1", "Zwolle"), ("GM2", "'s-Gravenhage"), ("GM3", "Hengelo"), ("GM4", "Hengelo"),
    ]
    let entity = Entity(name: "region", labels: labels.map { (code: $0.0, label: $0.1) })
    let codes = column(.text, ["GM4", "GM1", "GM3", "GM2", "GM9", "GM4"].map { .text($0) })
    let ranks = codes.ranks(entity: entity)
    let order = ranks.indices.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] < ranks[$1] }
    #expect(order == [4, 3, 2, 0, 5, 1])
    #expect(ranks[0] == ranks[5] && ranks[0] != ranks[2])
  }

  @Test(
    "Numbers are rounded to significant digits, half away from zero",
    arguments: [
      (1.0 / 3, 13, 0.3333333333333), (2.0 / 3, 13, 0.6666666666667), (-2.0 / 3, 3, -0.667),
      (123_456.5, 6, 123_457), (0.1 + 0.2, 13, 0.3), (9.9999999999999991, 13, 10),
      (1e-300 / 3, 2, 3.3e-301),
      (123_456_789, 3, 123_000_000), (.leastNonzeroMagnitude, 13, .leastNonzeroMagnitude),
      (0, 13, 0), (1e22, 13, 1e22),
      (99.95, 3, 100),
      (1.7976931348623157e308, 13, 1.797693134862e308), (0.00012345, 4, 0.0001235),
    ] as [(Double, Int, Double)])
  func significant(value: Double, digits: Int, expected: Double) {
    #expect(Scaling.rounded(value, significant: digits) == expected)
    #expect(Scaling.rounded(expected, significant: digits) == expected)
  }
}
