import Columnar

extension ColumnAssembly {
  /// A column of integers, or of numbers when they are declared or any piece has a fraction.
  func numberColumn() -> Column {
    let pieces = self.pieces.compactMap { piece, _ -> NumberPiece? in
      if case .numbers(let piece) = piece { piece } else { nil }
    }
    let reasons = joinedReasons(pieces.map { ($0.count, $0.missing) })
    let isNumber = task.field.type == .number || pieces.contains(where: \.isWidened)
    guard let span = Span(pieces, limit: isNumber ? 1 << 53 : nil),
      let packed = packedDigits(pieces, span, isNumber: isNumber)
    else {
      return Column(isNumber ? floats(pieces) : integers(pieces), missing: reasons)
    }
    return Column(packed, missing: reasons)
  }

  /// How many decimals the rows of a column need, and between which values they lie then.
  private struct Span {
    var decimals = 0
    var least: Int64?
    var most: Int64 = 0

    /// Looks at all pieces; nil when one has floats or a value that reaches the limit.
    init?(_ pieces: [NumberPiece], limit: UInt64?) {
      for piece in pieces {
        guard case .digits(_, let own, _) = piece.values else { return nil }
        decimals = max(decimals, own)
      }
      for piece in pieces {
        guard case .digits(_, let own, let range?) = piece.values else { continue }
        for value in [range.lowerBound, range.upperBound] {
          let factor = NumeralReader.wholePower(decimals - own)
          let (scaled, overflow) = value.multipliedReportingOverflow(by: factor)
          guard !overflow, limit.map({ scaled.magnitude < $0 }) ?? true else { return nil }
          most = max(least == nil ? scaled : most, scaled)
          least = min(least ?? scaled, scaled)
        }
      }
    }
  }

  /// All rows as distances from the smallest; nil when they lie too far apart.
  private func packedDigits(
    _ pieces: [NumberPiece], _ span: Span, isNumber: Bool
  ) -> PackedValues? {
    let base = span.least ?? 0
    let (reach, overflow) = (span.least == nil ? 0 : span.most).subtractingReportingOverflow(base)
    // The number of codes must be an Int too.
    guard !overflow, reach < Int64.max else { return nil }
    let codes: PackedCodes
    switch PackedCodes.Width(holding: UInt64(reach)) {
    case .one: codes = digits(pieces, span.decimals, base, UInt8.self)
    case .two: codes = digits(pieces, span.decimals, base, UInt16.self)
    case .four: codes = digits(pieces, span.decimals, base, UInt32.self)
    case .eight: codes = digits(pieces, span.decimals, base, UInt64.self)
    }
    return PackedValues(
      isNumber ? .number(scale: UInt8(span.decimals)) : .integer, base: base,
      codeCount: Int(reach) + 1, codes: codes)
  }

  private func digits<Code: FixedWidthInteger & UnsignedInteger>(
    _ pieces: [NumberPiece], _ decimals: Int, _ base: Int64, _ type: Code.Type
  ) -> PackedCodes {
    unsafe packed(type) { index, room in
      guard case .digits(let codes, let own, let range) = pieces[index].values else { return 0 }
      let factor = UInt64(bitPattern: NumeralReader.wholePower(decimals - own))
      guard let range else {
        for row in 0..<codes.count { unsafe room[row] = 0 }
        return codes.count
      }
      let first = UInt64(bitPattern: range.lowerBound) &* factor &- UInt64(bitPattern: base)
      codes.visit { row, code in
        unsafe room[row] = Code(truncatingIfNeeded: code &* factor &+ first)
      }
      return codes.count
    }
  }

  private func integers(_ pieces: [NumberPiece]) -> Column.Storage {
    .integer(
      written(pieces, float: { Int64($0) }) { digits, _ in digits })
  }

  private func floats(_ pieces: [NumberPiece]) -> Column.Storage {
    .number(
      written(pieces, float: { $0 }) { Double($0) / NumeralReader.power($1) }, scale: nil)
  }

  /// A value for each row, of digits and decimals or of a float; missing rows have 0.
  private func written<Value: Numeric>(
    _ pieces: [NumberPiece], float: (Double) -> Value, digits: (Int64, Int) -> Value
  ) -> [Value] {
    unsafe [Value](unsafeUninitializedCapacity: count) { room, filled in
      for piece in pieces {
        let start = filled
        switch piece.values {
        case .floats(let values):
          for (row, value) in values.enumerated() {
            unsafe room.initializeElement(at: start + row, to: float(value))
          }
        case .digits(let codes, let decimals, let range):
          let base = range?.lowerBound ?? 0
          codes.visit { row, code in
            let isMissing = piece.missing?[row] ?? 0 != 0
            let value = isMissing ? 0 : base &+ Int64(bitPattern: code)
            unsafe room.initializeElement(at: start + row, to: digits(value, decimals))
          }
        }
        filled += piece.count
      }
    }
  }
}
