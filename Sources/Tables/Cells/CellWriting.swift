import Columnar
import Wording

extension ColumnFormat {
  /// The cells of a column as texts. Equal texts, dates and periods are written once.
  func cells(of column: Column) -> CellTexts {
    if decimalsOfRow == nil, renumber == nil, numbers == NumberFormat(style: .plain),
      let texts = CellTexts(plain: column, reasons: written)
    {
      return texts
    }
    if decimalsOfRow == nil, let packed = column.packed, case .number(let scale) = packed.meaning {
      return each(column, packed.wholes) { _, whole, bytes in
        numbers.append(ShortestDecimal(whole, scale: scale), to: &bytes)
      }
    }
    switch column.storage {
    case .boolean(let values):
      return shared(column, values, key: \.self) { value, bytes in
        bytes += (value ? booleans.yes : booleans.no).utf8
      }
    case .integer(let values):
      return each(column, values) { _, value, bytes in
        numbers.append(ShortestDecimal(value), to: &bytes)
      }
    case .number(let values, _):
      guard let decimalsOfRow else {
        return each(column, values) { _, value, bytes in numbers.append(value, to: &bytes) }
      }
      return each(column, values) { row, value, bytes in
        var format = numbers
        format.decimals = .exactly(decimalsOfRow[row])
        format.append(value, to: &bytes)
      }
    case .text(let codes, let dictionary):
      return coded(column, codes, dictionary)
    case .date(let values):
      return shared(column, values, key: \.self) { value, bytes in
        escape(CalendarDate(days: value).text, &bytes)
      }
    case .period(let values):
      return shared(column, values, key: WrittenPeriod.init) { value, bytes in
        escape(value.text, &bytes)
      }
    }
  }

  /// The text of a missing cell.
  private func written(_ reason: MissingReason) -> [UInt8] {
    var bytes: [UInt8] = []
    missing(reason, &bytes)
    return bytes
  }

  /// Numbers: an entry a row.
  private func each<Value>(
    _ column: Column, _ values: [Value], write: (Int, Value, inout [UInt8]) -> Void
  ) -> CellTexts {
    var texts = CellTexts(rows: values.count)
    var reasons = ReasonEntries()
    let mask = column.missing
    for row in values.indices {
      if let mask, mask[row] != 0, let reason = MissingReason(rawValue: mask[row]) {
        texts.addRow(reasons.entry(of: reason, in: &texts, missing))
      } else {
        let entry = texts.addEntry { bytes in
          let start = bytes.count
          write(row, values[row], &bytes)
          if let renumber {
            bytes.replaceSubrange(start..., with: renumber(bytes[start...]))
          }
        }
        texts.addRow(entry)
      }
    }
    return texts
  }

  /// Values that come back in many rows: an entry a distinct value.
  private func shared<Value, Key: Hashable>(
    _ column: Column, _ values: [Value], key: (Value) -> Key,
    write: (Value, inout [UInt8]) -> Void
  ) -> CellTexts {
    var texts = CellTexts(rows: values.count)
    var reasons = ReasonEntries()
    var seen: [Key: Int32] = [:]
    for row in values.indices {
      if let reason = column.reason(at: row) {
        texts.addRow(reasons.entry(of: reason, in: &texts, missing))
      } else if let entry = seen[key(values[row])] {
        texts.addRow(entry)
      } else {
        let entry = texts.addEntry { write(values[row], &$0) }
        seen[key(values[row])] = entry
        texts.addRow(entry)
      }
    }
    return texts
  }

  /// Texts by code: an entry a code that occurs, labels looked up there and nowhere else.
  private func coded(
    _ column: Column, _ codes: [UInt32], _ dictionary: TextDictionary
  ) -> CellTexts {
    var texts = CellTexts(rows: codes.count)
    var reasons = ReasonEntries()
    var seen = [Int32](repeating: -1, count: dictionary.entries.count)
    for row in codes.indices {
      if let reason = column.reason(at: row) {
        texts.addRow(reasons.entry(of: reason, in: &texts, missing))
        continue
      }
      let code = Int(codes[row])
      if seen[code] < 0 {
        let text = dictionary.entries[code]
        seen[code] = texts.addEntry { escape(entity?.label(of: text) ?? text, &$0) }
      }
      texts.addRow(seen[code])
    }
    return texts
  }
}

/// A period told apart by how it was written and marked too, which equality of periods leaves out.
private struct WrittenPeriod: Hashable {
  let period: Period
  let notation: Period.Notation
  let mark: Period.Mark

  init(_ period: Period) {
    self.period = period
    notation = period.notation
    mark = period.mark
  }
}

/// The entries of the missing cells of a column, one a reason.
private struct ReasonEntries {
  private var entries = [Int32](repeating: -1, count: 256)

  mutating func entry(
    of reason: MissingReason, in texts: inout CellTexts,
    _ write: (MissingReason, inout [UInt8]) -> Void
  ) -> Int32 {
    let index = Int(reason.rawValue)
    if entries[index] < 0 { entries[index] = texts.addEntry { write(reason, &$0) } }
    return entries[index]
  }
}
