import Columnar

extension ColumnAssembly {
  /// A column of texts, booleans, dates or periods.
  func codeColumn() -> Column {
    let pieces = self.pieces.compactMap { piece, thread -> (piece: CodePiece, thread: Int)? in
      if case .codes(let piece) = piece { (piece, thread) } else { nil }
    }
    var merger = TextMerger(readers.compactMap { $0 as? CodeReader })
    for (piece, thread) in pieces {
      if isInOrder {
        for code in piece.new { merger.include(code, of: thread) }
      } else {
        merger.include(piece, of: thread)
      }
    }
    let reasons = joinedReasons(pieces.map { ($0.piece.codes.count, $0.piece.missing) })
    let values = DistinctValues(merger.interner, task)
    let tables = merger.codes.map { codes in codes.map { values.code(of: $0) } }
    let packed = PackedValues(
      values.meaning, base: values.base, codeCount: values.codeCount,
      codes: translated(pieces, tables, greatest: UInt64(max(values.codeCount, 1) - 1)))
    return Column(packed, missing: reasons)
  }

  /// The codes of all pieces, each looked up in the table of its thread.
  private func translated(
    _ pieces: [(piece: CodePiece, thread: Int)], _ tables: [[UInt32]], greatest: UInt64
  ) -> PackedCodes {
    switch PackedCodes.Width(holding: greatest) {
    case .one: translated(pieces, tables, UInt8.self)
    case .two: translated(pieces, tables, UInt16.self)
    case .four, .eight: translated(pieces, tables, UInt32.self)
    }
  }

  private func translated<Code: FixedWidthInteger & UnsignedInteger>(
    _ pieces: [(piece: CodePiece, thread: Int)], _ tables: [[UInt32]], _ type: Code.Type
  ) -> PackedCodes {
    unsafe packed(type) { index, room in
      let (piece, thread) = pieces[index]
      // A missing row has code 0, also of a thread that saw no text.
      let table = (tables[thread].isEmpty ? [0] : tables[thread]).map {
        Code(truncatingIfNeeded: $0)
      }
      unsafe table.withUnsafeBufferPointer { table in
        piece.codes.visit { row, code in
          unsafe room[row] = table[Int(truncatingIfNeeded: code)]
        }
      }
      return piece.codes.count
    }
  }
}

/// Gives the texts that several threads saw their codes in the order of the file.
struct TextMerger: ~Copyable {
  private(set) var interner = TextInterner()
  /// For each thread the codes of its own; those it saw in dropped pieces only are 0.
  private(set) var codes: [[UInt32]]
  private var isKnown: [[Bool]]
  private let readers: [CodeReader]

  /// Begins with no text.
  init(_ readers: [CodeReader]) {
    self.readers = readers
    codes = readers.map { [UInt32](repeating: 0, count: $0.interner.count) }
    isKnown = readers.map { [Bool](repeating: false, count: $0.interner.count) }
  }

  /// Takes in a thread's code, which comes before all that were not taken in yet.
  mutating func include(_ code: Int, of thread: Int) {
    guard !isKnown[thread][code] else { return }
    isKnown[thread][code] = true
    codes[thread][code] = readers[thread].interner.withCell(code) { interner.code($0) }
  }

  /// Takes in the codes of all rows of a piece.
  mutating func include(_ piece: CodePiece, of thread: Int) {
    var found: [Int] = []
    let isKnown = isKnown[thread]
    var isFound = [Bool](repeating: false, count: isKnown.count)
    piece.codes.visit { row, code in
      let code = Int(truncatingIfNeeded: code)
      guard piece.missing?[row] ?? 0 == 0, !isKnown[code], !isFound[code] else { return }
      isFound[code] = true
      found.append(code)
    }
    for code in found { include(code, of: thread) }
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
  init(_ texts: borrowing TextInterner, _ task: ColumnTask) {
    let values = (0..<(task.field.type == .text ? 0 : texts.count)).map { code in
      texts.withCell(code) {
        SimpleValues.value($0, task.field.type, isDeclared: task.isDeclared)
      }
    }
    switch task.field.type {
    case .text, .integer, .number:
      let dictionary = texts.finish()
      (meaning, base, codeCount) = (.text(dictionary), 0, dictionary.count)
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

  /// The code of a text's value.
  func code(of text: UInt32) -> UInt32 { codes.map { $0[Int(text)] } ?? text }
}
