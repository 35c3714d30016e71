import Columnar

/// Reads a column of integers or numbers as digits: the whole numbers they are when the mark is
/// left out, all with the same number of decimals. A piece that does not allow that is read as
/// floats.
final class NumberReader: ColumnReader, @unchecked Sendable {
  private let numerals: NumeralReader
  private let tokens: MissingTokens
  let startsWhole: Bool
  private let mayWiden: Bool
  var missing = MissingRows()
  var digits = RowRoom<Int64>()
  private let pieces = PieceRoom()
  var count = 0
  var form = Form.whole
  private var wasWidened = false
  /// Between which values all known digits of the piece lie, also of rows that a filter left out:
  /// what a column is kept as may not depend on a filter. Only worked out where there is one.
  var filtered: (range: ClosedRange<Int64>?, isFiltered: Bool) = (nil, false)
  /// The values, in pieces that are no decimals.
  var floats: [Double] = []

  /// What the rows of a piece are kept as.
  enum Form: Equatable {
    /// 64-bit integers.
    case whole
    /// Integers below 2^53 that are to be divided by a power of ten.
    case decimal(Int)
    case float
  }

  /// Makes a reader; `mayWiden` tells that integers become numbers at the first fraction.
  init(_ numerals: NumeralReader, _ tokens: MissingTokens, startsWhole: Bool, mayWiden: Bool) {
    self.numerals = numerals
    self.tokens = tokens
    self.startsWhole = startsWhole
    self.mayWiden = mayWiden
  }

  func begin(isWidened: Bool) {
    count = 0
    missing.removeAll()
    floats.removeAll(keepingCapacity: true)
    filtered = (nil, false)
    form = startsWhole && !isWidened ? .whole : .decimal(0)
    wasWidened = isWidened
  }

  func read(_ fields: IndexedColumn) -> Int? { readAny(fields) }

  func read(_ fields: PlacedColumn) -> Int? { readAny(fields) }

  func take() -> ColumnPiece {
    let reasons = missing.reasons(count)
    let values: NumberPiece.Values
    switch form {
    case .whole: values = narrowed(decimals: 0)
    case .decimal(let decimals): values = narrowed(decimals: decimals)
    case .float: values = .floats(floats)
    }
    return .numbers(
      NumberPiece(
        count: count, values: values, isWidened: startsWhole && form != .whole, missing: reasons))
  }

  @inline(__always)
  private func readAny(_ fields: some FieldColumn) -> Int? {
    digits.reserve(count + fields.rows, keeping: count)
    let reasons = unsafe missing.extend(by: fields.rows)
    let start = count
    var row = 0
    while row < fields.rows {
      let before = row
      switch form {
      case .whole: unsafe readWhole(fields, &row, reasons)
      case .decimal(let decimals): unsafe readDecimals(fields, &row, reasons, decimals)
      case .float: unsafe readFloats(fields, &row, reasons)
      }
      count = start + row
      guard row < fields.rows else { return nil }
      // The row is of another form, which the rows so far take on, or does not fit.
      let stays = form == .float && row == before
      guard !stays, changeForm(for: fields.cell(row)) else { return row }
    }
    return nil
  }

  /// Reads up to a row that is no 64-bit integer.
  @inline(__always)
  private func readWhole(
    _ fields: some FieldColumn, _ row: inout Int, _ reasons: UnsafeMutablePointer<UInt8>
  ) {
    let room = unsafe digits.rows + (count - row)
    let tokens = tokens
    let numerals = numerals
    var hasMissing = false
    while row < fields.rows {
      let cell = fields.cell(row)
      let reason = tokens.reason(cell)
      unsafe reasons[row] = reason
      if reason != 0 {
        unsafe room[row] = 0
        hasMissing = true
      } else if let quick = QuickNumeral(cell, decimalMark: numerals.decimalMark),
        quick.decimals == 0
      {
        unsafe room[row] = quick.signed
      } else if let value = numerals.read(cell).integer {
        unsafe room[row] = value
      } else {
        break
      }
      row &+= 1
    }
    missing.note(hasMissing)
  }

  /// Reads up to a row with more decimals than those before, or one that does not fit into them.
  @inline(__always)
  private func readDecimals(
    _ fields: some FieldColumn, _ row: inout Int, _ reasons: UnsafeMutablePointer<UInt8>,
    _ decimals: Int
  ) {
    let room = unsafe digits.rows + (count - row)
    let tokens = tokens
    let numerals = numerals
    var hasMissing = false
    while row < fields.rows {
      let cell = fields.cell(row)
      let reason = tokens.reason(cell)
      unsafe reasons[row] = reason
      if reason != 0 {
        unsafe room[row] = 0
        hasMissing = true
      } else if let quick = QuickNumeral(cell, decimalMark: numerals.decimalMark),
        // Eight digits and seven more are below 2^53.
        quick.decimals <= decimals, decimals &- quick.decimals < 8
      {
        unsafe room[row] = quick.signed &* NumeralReader.wholePower(decimals &- quick.decimals)
      } else if let value = DecimalDigits(numerals.read(cell), decimals: decimals) {
        unsafe room[row] = value.signed
      } else {
        break
      }
      row &+= 1
    }
    missing.note(hasMissing)
  }

  /// Reads up to a row that is no number.
  private func readFloats(
    _ fields: some FieldColumn, _ row: inout Int, _ reasons: UnsafeMutablePointer<UInt8>
  ) {
    while row < fields.rows {
      let cell = fields.cell(row)
      let reason = tokens.reason(cell)
      unsafe reasons[row] = reason
      if reason != 0 {
        floats.append(0)
        missing.note(true)
      } else if let value = numerals.number(numerals.read(cell), cell) {
        floats.append(value)
      } else {
        return
      }
      row += 1
    }
  }

  /// Writes the rows so far in a form that has room for a number; false when it does not fit.
  private func changeForm(for cell: Cell) -> Bool {
    let numeral = numerals.read(cell)
    guard numerals.number(numeral, cell) != nil else { return false }
    switch form {
    case .whole:
      // Digits without a fraction that fit no integer are an identifier: no digit may be lost.
      guard mayWiden, numeral.kind == .decimal || numeral.kind == .other else { return false }
      form = rescaled(by: 1) ? .decimal(0) : widenToFloats(decimals: 0)
    case .decimal(let decimals):
      guard let exact = numeral.exactDecimals, exact > decimals,
        rescaled(by: NumeralReader.wholePower(exact - decimals))
      else {
        form = widenToFloats(decimals: decimals)
        return true
      }
      form = .decimal(exact)
    case .float: return false
    }
    return true
  }

  /// Multiplies all rows; false, without a change, when one would not stay below 2^53.
  private func rescaled(by factor: Int64) -> Bool {
    let greatest = UInt64(((Int64(1) << 53) - 1) / factor)
    let room = unsafe digits.rows
    for row in 0..<count {
      guard unsafe room[row].magnitude <= greatest else { return false }
    }
    if let range = filtered.range {
      guard let scaled = range.multiplied(by: factor, below: 1 << 53) else { return false }
      filtered.range = scaled
    }
    guard factor > 1 else { return true }
    for row in 0..<count { unsafe room[row] *= factor }
    return true
  }

  private func widenToFloats(decimals: Int) -> Form {
    let room = unsafe digits.rows
    let divisor = NumeralReader.power(decimals)
    for row in 0..<count { unsafe floats.append(Double(room[row]) / divisor) }
    return .float
  }

  /// The smallest and the greatest of the digits from a row on, those of missing ones among them.
  func extremes(from start: Int) -> (least: Int64, most: Int64) {
    let room = unsafe digits.rows
    var (least, most) = (Int64.max, Int64.min)
    for row in start..<count {
      least = min(least, unsafe room[row])
      most = max(most, unsafe room[row])
    }
    return (least, most)
  }

  /// Between which values the known digits from a row on lie; nil without any.
  func knownRange(from start: Int) -> ClosedRange<Int64>? {
    var (least, most) = (Int64.max, Int64.min)
    if missing.hasMissing {
      let room = unsafe digits.rows
      for row in start..<count where !missing.isMissing(row) {
        least = min(least, unsafe room[row])
        most = max(most, unsafe room[row])
      }
    } else {
      (least, most) = extremes(from: start)
    }
    return least <= most ? least...most : nil
  }

  /// The rows as distances from the smallest known one.
  private func narrowed(decimals: Int) -> NumberPiece.Values {
    let room = unsafe digits.rows
    guard let range = filtered.isFiltered ? filtered.range : knownRange(from: 0) else {
      return .digits(
        NarrowCodes(count: count, greatest: 0, in: pieces) { _ in 0 }, decimals: decimals,
        range: nil)
    }
    let base = range.lowerBound
    let reach = UInt64(bitPattern: range.upperBound &- base)
    let codes: NarrowCodes
    if missing.hasMissing {
      codes = NarrowCodes(count: count, greatest: reach, in: pieces) {
        missing.isMissing($0) ? 0 : UInt64(bitPattern: unsafe room[$0] &- base)
      }
    } else {
      codes = NarrowCodes(count: count, greatest: reach, in: pieces) {
        UInt64(bitPattern: unsafe room[$0] &- base)
      }
    }
    return .digits(codes, decimals: decimals, range: range)
  }
}
