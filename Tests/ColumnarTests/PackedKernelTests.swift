import Testing

@testable import Columnar

@Suite("Kernels over packed columns")
struct PackedKernelTests {
  private func packed(
    _ meaning: PackedValues.Meaning, _ codes: [UInt64], base: Int64, most: UInt64? = nil,
    missing: [UInt8]? = nil
  ) -> Column {
    let greatest = most ?? codes.max() ?? 0
    return Column(
      PackedValues(
        meaning, base: base, codeCount: Int(greatest) + 1,
        codes: PackedCodes(codes, width: PackedCodes.Width(holding: greatest))), missing: missing)
  }

  @Test("Sums and differences of codes are those of the values", arguments: 0..<60)
  func sums(seed: Int) throws {
    var random = RandomNumbers(seed: seed)
    let count = random.next(30)
    let reach = [1, 200, 60_000, 1 << 30][random.next(4)]
    let other = [1, 200, 60_000, 1 << 30][random.next(4)]
    let meaning: PackedValues.Meaning = seed % 2 == 0 ? .integer : .number(scale: 2)
    let left = (0..<count).map { _ in UInt64(random.next(reach)) }
    let right = (0..<count).map { _ in UInt64(random.next(other)) }
    let first = packed(meaning, left, base: -50, most: UInt64(reach - 1))
    let second = packed(meaning, right, base: 7, most: UInt64(other - 1))
    for isSubtracted in [false, true] {
      let result = try #require(
        first.packed.flatMap { one in
          second.packed.flatMap { one.adding($0, isSubtracted: isSubtracted) }
        })
      let wholes = zip(left, right).map { pair -> Int64 in
        let one = Int64(pair.0) - 50
        let two = Int64(pair.1) + 7
        return isSubtracted ? one - two : one + two
      }
      #expect(result.wholes == wholes)
      #expect(result.hasCodes(of: result))
    }
  }

  @Test("What could leave the exact range is not added as codes")
  func inexact() {
    let large = packed(.number(scale: 1), [0, 5], base: 1 << 53 - 2)
    let small = packed(.number(scale: 1), [0, 5], base: 0)
    let finer = packed(.number(scale: 2), [0, 5], base: 0)
    let wide = packed(.integer, [0, 1 << 33], base: 0)
    let edge = packed(.integer, [0, 5], base: .max - 3)
    func sum(_ left: Column, _ right: Column) -> PackedValues? {
      left.packed.flatMap { one in right.packed.flatMap { one.adding($0, isSubtracted: false) } }
    }
    #expect(sum(large, small) == nil)
    #expect(sum(small, finer) == nil)
    #expect(sum(wide, wide) == nil)
    #expect(sum(edge, wide) == nil)
    #expect(large.packed?.scaled(to: 2) == nil)
    #expect(small.packed?.scaled(to: 0) == nil)
    #expect(small.packed?.scaled(to: 16) == nil)
    #expect(small.packed?.scaled(to: 3)?.wholes == [0, 500])
  }

  @Test("The first rows are those of the whole order", arguments: 0..<60)
  func firstRows(seed: Int) {
    var random = RandomNumbers(seed: seed)
    let count = random.next(60)
    let bound = [3, 300, 70_000, 1 << 33][random.next(4)]
    let codes = (0..<count).map { _ in UInt64(random.next(bound)) }
    let missing = seed % 3 == 0 ? nil : codes.map { _ in UInt8(random.next(3) == 0 ? 1 : 0) }
    let column = packed(.date, codes, base: -3, most: UInt64(bound - 1), missing: missing)
    for isDescending in [false, true] {
      let key = RowOrder.Key(ranks: column.ranks(), isDescending: isDescending)
      let limit = 1 + random.next(20)
      let expected = Array(RowOrder.sorted(count, by: [key]).prefix(limit))
      #expect(column.firstRows(limit, isDescending: isDescending) == expected)
    }
  }

  @Test("A selection keeps the marked rows, as runs or one by one", arguments: 0..<120)
  func selection(seed: Int) {
    var random = RandomNumbers(seed: seed)
    let count = random.next(200)
    var marks: [UInt8] = []
    while marks.count < count {
      let length = seed % 2 == 0 ? 1 + random.next(3) : 20 + random.next(60)
      marks += [UInt8](repeating: UInt8(random.next(4)), count: min(length, count - marks.count))
    }
    let expected = marks.indices.filter { marks[$0] & 1 != 0 }
    for isQuick in [false, true] {
      let (rows, undecided) = RowSelection.marked(
        marks, for: 0..<count, of: count, isQuick: isQuick)
      #expect(rows.count == expected.count)
      #expect(undecided == marks.count { $0 & 2 != 0 })
      for type in DataType.allCases {
        let source = column(type, random.values(type, count))
        #expect(source.gather(rows).values == source.gather(expected).values)
        #expect(source.packing().gather(rows).values == source.gather(expected).values)
      }
    }
    // The same of a part of the rows, of which any may be first.
    let first = random.next(3) * random.next(count + 1) / 2
    let part = min(first, count)..<count - random.next(count - min(first, count) + 1)
    let kept = expected.filter(part.contains)
    let source = column(.integer, random.values(.integer, count))
    for isQuick in [false, true] {
      let some = RowSelection.marked(
        Array(marks[part]), for: part, of: count, isQuick: isQuick)
      #expect(some.rows.count == kept.count)
      #expect(source.packing().gather(some.rows).values == source.gather(kept).values)
    }
  }

  @Test("Marked items stand one after another", arguments: [1, 2, 4, 8], 0..<12)
  func marked(width: Int, seed: Int) {
    var random = RandomNumbers(seed: seed)
    let count = random.next(300)
    let marks = (0..<count).map { _ in UInt8(seed % 4 == 0 ? 1 : random.next(2)) }
    let rows = MarkedRows(marks)
    let items = (0..<count * width).map { _ in UInt8(random.next(256)) }
    let expected = marks.indices.filter { marks[$0] != 0 }
      .flatMap { items[($0 * width)..<(($0 + 1) * width)] }
    for version in 0...ByteSearch.best {
      var room = [UInt8](repeating: 0, count: expected.count + CodeBuffer.slack)
      unsafe items.withUnsafeBytes { items in
        unsafe room.withUnsafeMutableBytes { room in
          guard let source = items.baseAddress, let target = room.baseAddress else { return }
          unsafe rows.copy(source, width: width, to: target, version: version)
        }
      }
      #expect(Array(room.prefix(expected.count)) == expected, "version \(version)")
    }
  }

  @Test("Outcomes are looked up and narrowed as one by one", arguments: 0..<90)
  func outcomes(seed: Int) {
    var random = RandomNumbers(seed: seed)
    let (count, most) = (random.next(90), 1 + random.next(seed % 3 == 0 ? 9 : 300))
    let codes = (0..<count).map { _ in UInt64(random.next(most)) }
    let width = PackedCodes.Width(holding: UInt64(most))
    let packed = PackedCodes(codes, width: width)
    // Few codes have an outcome of their own, or many.
    let own = seed % 2 == 0 ? random.next(6) : most
    var table = [UInt8](repeating: UInt8(random.next(4)), count: most)
    for _ in 0..<own { table[random.next(most)] = UInt8(random.next(seed % 5 == 0 ? 4 : 2)) }
    let reasons = (0..<256).map { _ in UInt8(random.next(4)) }
    let mask = codes.map { _ in UInt8(random.next(5) == 0 ? 1 + random.next(3) : 0) }
    for missing in [nil, mask] as [[UInt8]?] {
      let expected = codes.indices.map { row -> UInt8 in
        let reason = missing?[row] ?? 0
        return reason == 0 ? table[Int(codes[row])] : reasons[Int(reason)]
      }
      #expect(packed.lookup(table, missing: missing, reasons: reasons) == expected)
      let held = codes.map { _ in UInt8(random.next(4)) }
      var narrowed = held
      packed.narrow(&narrowed, table, missing: missing, reasons: reasons)
      #expect(narrowed == zip(held, expected).map { Self.both($0, $1) })
    }
  }

  /// Two outcomes as one in three-valued logic: 1 for true, 0 for false, 2 more for not known.
  private static func both(_ left: UInt8, _ right: UInt8) -> UInt8 {
    let isFalse = left == 0 || right == 0
    let isOpen = left & 2 != 0 || right & 2 != 0
    return left & right & 1 | (isOpen && !isFalse ? 2 : 0)
  }

  @Test("Bytes are narrowed to the rows that are missing, or are not", arguments: 0..<60)
  func narrowedToMask(seed: Int) {
    var random = RandomNumbers(seed: seed)
    let count = random.next(70)
    let rows = (0..<count).map { _ in UInt8(random.next(3) == 0 ? 0 : random.next(4)) }
    let mask = rows.map { _ in UInt8(random.next(2) == 0 ? 0 : [1, 2, 128, 255][random.next(4)]) }
    for reason in [nil, 1, 2, 128, 255] as [UInt8?] {
      for isOpposite in [false, true] {
        var narrowed = rows
        MissingMasks.narrow(&narrowed, to: mask, reason, isOpposite: isOpposite)
        let expected = rows.indices.map { row in
          let isWanted = reason.map { mask[row] == $0 } ?? (mask[row] != 0)
          return isWanted != isOpposite ? rows[row] : 0
        }
        #expect(narrowed == expected)
      }
    }
  }

  @Test("Moments of groups are what their rows add up to", arguments: 0..<60)
  func moments(seed: Int) throws {
    var random = RandomNumbers(seed: seed)
    let (count, groups) = (random.next(400), 1 + random.next(5))
    let codes = (0..<count).map { _ in UInt64(random.next(900)) }
    let missing = codes.map { _ in UInt8(random.next(4) == 0 ? 1 + random.next(2) : 0) }
    let numbers = codes.map { _ in UInt32(random.next(groups)) }
    let column = packed(.integer, codes, base: -400, most: 899, missing: missing)
    let values = try #require(column.packed)
    var moments = try #require(
      Moments(
        of: values, groups: groups, rows: count, needs: [.sum, .least, .greatest, .values]))
    var other = moments
    let half = count / 2
    for (range, isFirst) in [(0..<half, true), (half..<count, false)] {
      let part = column.slice(range)
      guard let own = part.packed else { continue }
      if isFirst {
        moments.update(own.codes, missing: part.missing, GroupedRows(Array(numbers[range])))
      } else {
        other.update(own.codes, missing: part.missing, GroupedRows(Array(numbers[range])))
      }
    }
    moments.merge(other, groups: (0..<UInt32(groups)).map { $0 })
    let order = random.shuffled(Array(0..<groups))
    let settled = moments.settled(order, count: groups)
    for (place, group) in order.enumerated() {
      let rows = codes.indices.filter { numbers[$0] == group }
      let known = rows.filter { missing[$0] == 0 }
      #expect(settled.known[place] == known.count && settled.all(place) == rows.count)
      #expect(settled.sum(place) == Int128(known.reduce(0) { $0 + Int(codes[$1]) - 400 }))
      let own = settled.finish(settled.least)
      let least = known.map { Int64(codes[$0]) - 400 }.min()
      #expect(own.value(at: place).integer == least)
      let greatest = known.map { Int64(codes[$0]) - 400 }.max()
      #expect(settled.finish(settled.greatest).value(at: place).integer == greatest)
      #expect(settled.codes[settled.range(of: place)].sorted() == known.map { codes[$0] }.sorted())
    }
  }

  @Test("Sums too large for 64 bits are no codes' sums")
  func largeSums() {
    let wide = packed(.integer, [1 << 40], base: 0)
    let moments = wide.packed.flatMap {
      Moments(of: $0, groups: 1, rows: 1 << 30, needs: .sum)
    }
    #expect(moments == nil)
  }
}

extension Value {
  /// The integer, or nil.
  fileprivate var integer: Int64? {
    if case .integer(let value) = self { return value }
    return nil
  }
}
