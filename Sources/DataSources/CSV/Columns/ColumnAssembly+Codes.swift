import Columnar

extension ColumnAssembly {
  /// A column of texts, booleans, dates or periods.
  func codeColumn() -> Column {
    let pieces = self.pieces.compactMap { piece, thread -> (piece: CodePiece, thread: Int)? in
      if case .codes(let piece) = piece { (piece, thread) } else { nil }
    }
    let readers = self.readers.compactMap { $0 as? CodeReader }
    let merger = TextMerger(readers, pieces, isInOrder: isInOrder)
    // Their memory is needed for the codes.
    for reader in readers { reader.forgetTexts() }
    let reasons = joinedReasons(pieces.map { ($0.piece.codes.count, $0.piece.missing) })
    let values = DistinctValues(merger.texts, task)
    let packed = PackedValues(
      values.meaning, base: values.base, codeCount: values.codeCount,
      codes: translated(
        pieces, values.translating(merger.codes),
        greatest: UInt64(max(values.codeCount, 1) - 1)))
    return Column(packed, missing: reasons)
  }

  /// The codes of all pieces, each looked up in the table of its thread; without a table they are
  /// right as they are.
  private func translated(
    _ pieces: [(piece: CodePiece, thread: Int)], _ tables: [[UInt32]]?, greatest: UInt64
  ) -> PackedCodes {
    switch PackedCodes.Width(holding: greatest) {
    case .one: translated(pieces, tables, UInt8.self)
    case .two: translated(pieces, tables, UInt16.self)
    case .four, .eight: translated(pieces, tables, UInt32.self)
    }
  }

  private func translated<Code: FixedWidthInteger & UnsignedInteger>(
    _ pieces: [(piece: CodePiece, thread: Int)], _ tables: [[UInt32]]?, _ type: Code.Type
  ) -> PackedCodes {
    let tables = tables?.map { table in
      // A missing row has code 0, also of a thread that saw no text.
      (table.isEmpty ? [0] : table).map { Code(truncatingIfNeeded: $0) }
    }
    return unsafe packed(type) { index, room in
      let (piece, thread) = pieces[index]
      guard let tables else {
        piece.codes.visit { row, code in unsafe room[row] = Code(truncatingIfNeeded: code) }
        return piece.codes.count
      }
      unsafe tables[thread].withUnsafeBufferPointer { table in
        piece.codes.visit { row, code in
          unsafe room[row] = table[Int(truncatingIfNeeded: code)]
        }
      }
      return piece.codes.count
    }
  }
}

/// The texts that several threads saw, with codes in the order of the file.
struct TextMerger {
  let texts: TextDictionary
  /// For each thread the codes of its own; those it saw in dropped pieces only are 0. Nil when the
  /// codes of the only thread are these.
  let codes: [[UInt32]]?

  /// Joins what readers saw in some pieces, which are in order.
  init(
    _ readers: [CodeReader], _ pieces: [(piece: CodePiece, thread: Int)], isInOrder: Bool
  ) {
    if readers.count == 1, isInOrder {
      texts = readers[0].interner.finish()
      codes = nil
      return
    }
    var interner = TextInterner(capacity: readers.map { $0.interner.count }.max() ?? 0)
    var found = readers.map { [UInt32](repeating: .max, count: $0.interner.count) }
    for (piece, thread) in pieces {
      if isInOrder {
        interner.takeCodes(of: piece.new, in: readers[thread].interner, &found[thread])
      } else {
        piece.codes.visit { row, code in
          let code = Int(truncatingIfNeeded: code)
          guard piece.missing?[row] ?? 0 == 0, found[thread][code] == .max else { return }
          found[thread][code] = interner.code(of: code, in: readers[thread].interner)
        }
      }
    }
    texts = interner.finish(readers.map { $0.interner.keeper })
    codes = found.map { $0.map { $0 == .max ? 0 : $0 } }
  }
}

/// What the distinct texts of a column stand for, as codes.
struct DistinctValues {
  let meaning: PackedValues.Meaning
  let base: Int64
  let codeCount: Int
  /// By code of the text; nil when the codes are those of the texts.
  private let codes: [UInt32]?

  /// Understands the texts of a column's type, which all fit.
  init(_ texts: TextDictionary, _ task: ColumnTask) {
    let values = (0..<(task.field.type == .text ? 0 : texts.count)).map { code in
      texts.bytes?.withCell(code) {
        SimpleValues.value($0, task.field.type, isDeclared: task.isDeclared)
      }
    }
    switch task.field.type {
    case .text, .integer, .number:
      (meaning, base, codeCount) = (.text(texts), 0, texts.count)
      codes = nil
    case .boolean:
      (meaning, base, codeCount) = (.boolean, 0, 2)
      codes = values.map { $0 == .boolean(true) ? 1 : 0 }
    case .date:
      let days = values.map { value in
        if case .date(let date) = value { Int64(date.days) } else { Int64(0) }
      }
      let least = days.min() ?? 0
      (meaning, base, codeCount) = (.date, least, Int((days.max() ?? 0) - least) + 1)
      codes = days.map { UInt32(truncatingIfNeeded: $0 - least) }
    case .period:
      var periods: [Period] = []
      codes = values.map { value in
        guard case .period(let period) = value else { return 0 }
        // Periods that are equal may be written differently, and print back as written.
        let found = periods.firstIndex { $0.isWritten(like: period) }
        if found == nil { periods.append(period) }
        return UInt32(found ?? periods.count - 1)
      }
      if periods.isEmpty { periods = [.year(1)] }
      (meaning, base, codeCount) = (.period(periods), 0, periods.count)
    }
  }

  /// Codes of texts as codes of their values; nil when both are those of the only thread.
  func translating(_ tables: [[UInt32]]?) -> [[UInt32]]? {
    guard let codes else { return tables }
    guard let tables else { return [codes] }
    return tables.map { $0.map { codes[Int($0)] } }
  }
}

extension TextArena {
  /// The bytes of a text.
  fileprivate func withCell<Result>(_ index: Int, _ body: (Cell) -> Result) -> Result? {
    unsafe withUnsafeTexts { texts in
      let bytes = unsafe texts(index)
      return unsafe bytes.baseAddress.map { start in
        unsafe body(Cell(start: start.assumingMemoryBound(to: UInt8.self), count: bytes.count))
      }
    }
  }
}
