extension PackedValues {
  /// The sums of values row by row, or their differences; nil when these could leave what is exact,
  /// or the values are no whole numbers or decimals of one scale.
  ///
  /// What the codes stand for decides alone, so that it is the same for all slices of a column.
  package func adding(_ other: PackedValues, isSubtracted: Bool) -> PackedValues? {
    precondition(codes.count == other.codes.count)
    guard codeCount > 0, other.codeCount > 0, hasScale(of: other) else { return nil }
    let (size, overflow) = codeCount.addingReportingOverflow(other.codeCount - 1)
    guard !overflow, size <= Int(UInt32.max) else { return nil }
    // A difference is lowest when the greatest value is taken away.
    let reach = Int64(other.codeCount - 1)
    let (low, isTooLow) = other.base.addingReportingOverflow(isSubtracted ? reach : 0)
    let (base, isOutside) =
      isSubtracted ? base.subtractingReportingOverflow(low) : base.addingReportingOverflow(low)
    let (top, isTooHigh) = base.addingReportingOverflow(Int64(size))
    guard !isTooLow, !isOutside, !isTooHigh else { return nil }
    if case .number = meaning {
      guard base.magnitude < 1 << 53, top.magnitude < 1 << 53 else { return nil }
    }
    return PackedValues(
      meaning, base: base, codeCount: size,
      codes: codes.adding(other.codes, from: isSubtracted ? UInt32(reach) : nil))
  }

  private func hasScale(of other: PackedValues) -> Bool {
    switch (meaning, other.meaning) {
    case (.integer, .integer): true
    case (.number(let scale), .number(let other)): scale == other
    case (.integer, _), (.number, _), (.text, _), (.date, _), (.boolean, _), (.period, _): false
    }
  }

  /// The same numbers with more decimals; nil for what is no number, or could leave what is exact.
  package func scaled(to wanted: UInt8) -> PackedValues? {
    guard case .number(let scale) = meaning, wanted >= scale, wanted <= 15 else { return nil }
    if wanted == scale { return self }
    let factor = Int64(Scaling.powers[Int(wanted - scale)])
    let (base, overflow) = base.multipliedReportingOverflow(by: factor)
    let (reach, overflows) = Int64(max(codeCount, 1) - 1).multipliedReportingOverflow(by: factor)
    let (top, isTooHigh) = base.addingReportingOverflow(reach)
    guard !overflow, !overflows, !isTooHigh, base.magnitude < 1 << 53, top.magnitude < 1 << 53
    else { return nil }
    return PackedValues(
      .number(scale: wanted), base: base, codeCount: Int(reach) + 1,
      codes: codes.multiplied(by: UInt64(factor)))
  }
}

extension PackedCodes {
  /// Adds codes row by row, or takes them away from `top` and adds what is left; four bytes hold
  /// the result.
  fileprivate func adding(_ other: PackedCodes, from top: UInt32?) -> PackedCodes {
    unsafe .filled(count: count, width: .four, as: UInt32.self) { room in
      switch width {
      case .one: unsafe widen(UInt8.self, to: room)
      case .two: unsafe widen(UInt16.self, to: room)
      case .four: unsafe widen(UInt32.self, to: room)
      case .eight: unsafe widen(UInt64.self, to: room)
      }
      switch other.width {
      case .one: unsafe other.add(UInt8.self, top, to: room)
      case .two: unsafe other.add(UInt16.self, top, to: room)
      case .four: unsafe other.add(UInt32.self, top, to: room)
      case .eight: unsafe other.add(UInt64.self, top, to: room)
      }
    }
  }

  private func widen<Code: FixedWidthInteger & UnsignedInteger>(
    _ type: Code.Type, to room: UnsafeMutablePointer<UInt32>
  ) {
    let codes = unsafe start(as: Code.self)
    for row in 0..<count { unsafe room[row] = UInt32(truncatingIfNeeded: codes[row]) }
  }

  private func add<Code: FixedWidthInteger & UnsignedInteger>(
    _ type: Code.Type, _ top: UInt32?, to room: UnsafeMutablePointer<UInt32>
  ) {
    let codes = unsafe start(as: Code.self)
    if let top {
      for row in 0..<count {
        unsafe room[row] &+= top &- UInt32(truncatingIfNeeded: codes[row])
      }
    } else {
      for row in 0..<count { unsafe room[row] &+= UInt32(truncatingIfNeeded: codes[row]) }
    }
  }

  /// The codes times a factor, in eight bytes.
  fileprivate func multiplied(by factor: UInt64) -> PackedCodes {
    switch width {
    case .one: multiplied(by: factor, UInt8.self)
    case .two: multiplied(by: factor, UInt16.self)
    case .four: multiplied(by: factor, UInt32.self)
    case .eight: multiplied(by: factor, UInt64.self)
    }
  }

  private func multiplied<Code: FixedWidthInteger & UnsignedInteger>(
    by factor: UInt64, _ type: Code.Type
  ) -> PackedCodes {
    let codes = unsafe start(as: Code.self)
    return unsafe .filled(count: count, width: .eight, as: UInt64.self) { room in
      for row in 0..<count { unsafe room[row] = UInt64(codes[row]) &* factor }
    }
  }
}
