import Columnar

/// The outcomes of a condition for some rows.
enum Outcomes {
  /// All rows have the same one.
  case same(UInt8)
  case rows([UInt8])

  /// ``CompiledCondition/holds`` in each of eight bytes.
  static let holds: UInt64 = 0x0101_0101_0101_0101
  /// ``CompiledCondition/isOpen`` in each of eight bytes.
  static let open: UInt64 = 0x0202_0202_0202_0202

  /// Eight times an outcome.
  private static func repeated(_ outcome: UInt8) -> UInt64 { UInt64(outcome) &* holds }

  /// The outcomes of two conditions as one; `body` takes eight at a time.
  @inline(__always)
  static func combined(_ left: Outcomes, _ right: Outcomes, _ body: (UInt64, UInt64) -> UInt64)
    -> Outcomes
  {
    switch (left, right) {
    case (.same(let one), .same(let other)):
      return .same(UInt8(truncatingIfNeeded: body(repeated(one), repeated(other))))
    case (.same(let one), .rows(let rows)):
      let one = repeated(one)
      return .rows(mapped(rows) { body(one, $0) })
    case (.rows(let rows), .same(let other)):
      let other = repeated(other)
      return .rows(mapped(rows) { body($0, other) })
    case (.rows(let rows), .rows(let others)):
      precondition(rows.count == others.count)
      return .rows(
        unsafe others.withUnsafeBytes { others in
          var place = 0
          return mapped(rows) { word in
            let rest = others.count - place
            defer { place += 8 }
            if rest >= 8 {
              return unsafe body(
                word, others.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            }
            var last: UInt64 = 0
            for index in 0..<rest {
              last |= unsafe UInt64(others[place + index]) << UInt64(8 * index)
            }
            return body(word, UInt64(littleEndian: last))
          }
        })
    }
  }

  /// Other outcomes for these, of which `body` takes eight at a time, in their order.
  @inline(__always)
  private static func mapped(_ rows: [UInt8], _ body: (UInt64) -> UInt64) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: rows.count) { room, filled in
      unsafe rows.withUnsafeBytes { rows in
        let target = UnsafeMutableRawBufferPointer(room)
        var index = 0
        while index + 8 <= rows.count {
          let word = unsafe body(rows.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          unsafe target.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
          index += 8
        }
        guard index < rows.count else { return }
        var last: UInt64 = 0
        for place in index..<rows.count {
          last |= unsafe UInt64(rows[place]) << UInt64(8 * (place - index))
        }
        let outcome = UInt64(littleEndian: body(UInt64(littleEndian: last)))
        for place in index..<rows.count {
          unsafe target[place] = UInt8(
            truncatingIfNeeded: outcome >> UInt64(8 * (place - index)))
        }
      }
      filled = rows.count
    }
  }

  /// The rows of a span that hold, and how many a missing value decided.
  func kept(of span: RowSpan) -> (rows: RowSelection, undecided: Int) {
    switch self {
    case .rows(let outcomes):
      return RowSelection.marked(outcomes, for: span.range, of: span.batch.count)
    case .same(let outcome):
      let holds = outcome & CompiledCondition.holds != 0
      return (
        holds ? .whole(span.range, of: span.batch.count) : .runs([], count: 0),
        outcome & CompiledCondition.isOpen != 0 ? span.count : 0
      )
    }
  }
}

extension Truth {
  /// The outcomes as bytes.
  var states: [UInt8] {
    guard let unknown else { return values.map { $0 ? 1 : 0 } }
    return values.indices.map { (values[$0] ? 1 : 0) | (unknown[$0] ? 2 : 0) }
  }
}
