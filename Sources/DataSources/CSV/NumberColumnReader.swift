import Columnar

/// Reads a column of integers or numbers. Whole columns widen to numbers at the first fraction.
final class NumberColumnReader: ColumnReader {
  private let numerals: NumeralReader
  private let tokens: MissingTokens
  private let mayWiden: Bool
  private var isWhole: Bool
  private var integers: [Int64] = []
  private var numbers: [Double] = []
  private var decimals = DecimalPlaces()
  private var mask = MissingMask()
  private var integerScratch: [Int64] = []
  private var numberScratch: [Double] = []
  private var maskScratch: [UInt8] = []

  /// Makes a reader; `rows` is a guess of how many will come.
  init(
    _ numerals: NumeralReader, _ tokens: MissingTokens, startsWhole: Bool, mayWiden: Bool, rows: Int
  ) {
    self.numerals = numerals
    self.tokens = tokens
    self.mayWiden = mayWiden
    isWhole = startsWhole
    if startsWhole { integers.reserveCapacity(rows) } else { numbers.reserveCapacity(rows) }
  }

  func read(_ batch: FieldBatch, _ slot: Int) -> Int? {
    if maskScratch.count < batch.rows {
      maskScratch = [UInt8](repeating: 0, count: batch.rows)
      integerScratch = [Int64](repeating: 0, count: isWhole ? batch.rows : 0)
      numberScratch = [Double](repeating: 0, count: isWhole ? 0 : batch.rows)
    }
    if isWhole {
      let (row, hasMissing) = Self.readIntegers(
        batch, slot, numerals, tokens, into: &integerScratch, &maskScratch)
      if row == batch.rows {
        integers.append(contentsOf: integerScratch[..<row])
        mask.append(maskScratch, rows: row, hasMissing: hasMissing)
        return nil
      }
      let numeral = numerals.read(batch.field(row, slot))
      // Digits without a fraction that fit no integer are an identifier: no digit may be lost.
      guard mayWiden, numeral.kind == .decimal || numeral.kind == .other else { return row }
      widen()
      numberScratch = [Double](repeating: 0, count: maskScratch.count)
    }
    let (row, hasMissing) = Self.readNumbers(
      batch, slot, numerals, tokens, into: &numberScratch, &maskScratch, &decimals)
    guard row == batch.rows else { return row }
    numbers.append(contentsOf: numberScratch[..<row])
    mask.append(maskScratch, rows: row, hasMissing: hasMissing)
    return nil
  }

  func finish() -> Column {
    isWhole
      ? Column(.integer(integers), missing: mask.reasons)
      : Column(.number(numbers, scale: decimals.scale), missing: mask.reasons)
  }

  private static func readIntegers(
    _ batch: FieldBatch, _ slot: Int, _ numerals: NumeralReader, _ tokens: MissingTokens,
    into values: inout [Int64], _ mask: inout [UInt8]
  ) -> (row: Int, hasMissing: Bool) {
    var values = values.mutableSpan
    var reasons = mask.mutableSpan
    var hasMissing = false
    for row in 0..<batch.rows {
      let cell = batch.field(row, slot)
      let reason = tokens.reason(cell)
      reasons[row] = reason
      if reason != 0 {
        values[row] = 0
        hasMissing = true
      } else if let value = numerals.read(cell).integer {
        values[row] = value
      } else {
        return (row, hasMissing)
      }
    }
    return (batch.rows, hasMissing)
  }

  private static func readNumbers(
    _ batch: FieldBatch, _ slot: Int, _ numerals: NumeralReader, _ tokens: MissingTokens,
    into values: inout [Double], _ mask: inout [UInt8], _ decimals: inout DecimalPlaces
  ) -> (row: Int, hasMissing: Bool) {
    var values = values.mutableSpan
    var reasons = mask.mutableSpan
    var hasMissing = false
    for row in 0..<batch.rows {
      let cell = batch.field(row, slot)
      let reason = tokens.reason(cell)
      reasons[row] = reason
      if reason != 0 {
        values[row] = 0
        hasMissing = true
        continue
      }
      let numeral = numerals.read(cell)
      guard let value = numerals.number(numeral, cell) else { return (row, hasMissing) }
      decimals.include(numeral)
      values[row] = value
    }
    return (batch.rows, hasMissing)
  }

  private func widen() {
    isWhole = false
    numbers.reserveCapacity(integers.capacity)
    for value in integers {
      decimals.include(value)
      numbers.append(Double(value))
    }
    integers = []
    integerScratch = []
  }
}

/// How many decimals the values of a column have, and whether all are exact at that many.
struct DecimalPlaces {
  /// The largest magnitude seen with each number of decimals.
  private var largest = InlineArray<16, UInt64>(repeating: 0)
  private var most = 0
  private var isExact = true

  /// Counts a number as it was written.
  @inline(__always)
  mutating func include(_ numeral: NumeralReader.Numeral) {
    guard numeral.decimals <= 15, numeral.kind == .whole || numeral.kind == .decimal else {
      isExact = false
      return
    }
    largest[numeral.decimals] = max(largest[numeral.decimals], numeral.magnitude)
    most = max(most, numeral.decimals)
  }

  /// Counts an integer.
  mutating func include(_ value: Int64) {
    largest[0] = max(largest[0], value.magnitude)
  }

  /// The decimals at which every value is an integer below 2^53 divided by a power of ten; nil
  /// when there are none such, or more than 15.
  var scale: UInt8? {
    guard isExact else { return nil }
    for places in 0...most {
      var magnitude = largest[places]
      for _ in places..<most {
        guard magnitude < 1 << 53 else { return nil }
        magnitude *= 10
      }
      guard magnitude < 1 << 53 else { return nil }
    }
    return UInt8(most)
  }
}
