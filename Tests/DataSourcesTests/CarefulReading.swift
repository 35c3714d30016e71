import Columnar
import SourceText

@testable import DataSources

/// A table as a file gives it when it is read from front to back, field by field: what every
/// faster way of reading has to give too.
struct CarefulReading {
  var types: [DataType] = []
  /// By column, the dictionary of a column of text.
  var texts: [[String]] = []
  var scales: [UInt8?] = []
  var rows: [[Value]] = []

  /// Reads the named columns, or all; throws the first fault, by row and then by column, where
  /// bytes that are no text come before values that do not fit.
  init(_ bytes: [UInt8], _ options: CSVOptions, columns: [String]? = nil) throws {
    let source = try CSVSource(.memory(bytes), "t.csv", options)
    let names = columns ?? source.schema.names
    let wanted = names.compactMap { source.schema.index(of: $0) }
    var fields = wanted.map { source.schema.fields[$0] }
    let declared = Set(options.types.map(\.column))
    let tokens = MissingTokens(options.missing)
    var text = RecordStream.Text(
      origin: .memory(bytes), encoding: options.encoding, fault: CSVFault(name: "t.csv"))
    let line =
      options.keepsSourceLine
      ? nil
      : try SourceLine.find(
        .memory(bytes), delimiter: source.delimiter, encoding: options.encoding)
    if let offset = line?.offset, offset > 0 { text.limit = offset }
    var known = options
    known.delimiter = source.delimiter
    var stream = try RecordStream(text)
    _ = try CSVHeader(&stream, options: known)
    let table = FieldTable(fieldCount: source.schema.fields.count, wanted: wanted, most: 1)
    defer { extendLifetime(table) }
    texts = wanted.map { _ in [] }
    var places = wanted.map { _ in 0 }
    var isExact = wanted.map { _ in true }
    let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
    while let (batch, _) = try stream.next(source.delimiter, into: table) {
      var row = wanted.map { _ in Value.boolean(false) }
      for slot in order {
        var numerals = NumeralReader(
          decimalMark: source.hasDecimalComma ? 0x2C : 0x2E, thousands: options.thousands)
        let field = fields[slot]
        numerals.isLenient = declared.contains(field.name)
        let cell = batch.field(0, slot)
        let reason = tokens.reason(cell)
        if let missing = MissingReason(rawValue: reason) {
          row[slot] = .missing(missing)
          continue
        }
        let numeral = numerals.read(cell)
        var value: Value?
        switch field.type {
        case .integer:
          value = numeral.integer.map { .integer($0) }
          let mayWiden =
            !numerals.isLenient && field.role != .time && field.role != .edition
            && (numeral.kind == .decimal || numeral.kind == .other)
          if value == nil, mayWiden, let number = numerals.number(numeral, cell) {
            fields[slot].type = .number
            value = .number(number)
          }
        case .number: value = numerals.number(numeral, cell).map { .number($0) }
        case .text:
          // The Kelvin sign is a K, and shown as one wherever it comes.
          var shown = ""
          for scalar in cell.text.unicodeScalars {
            shown.unicodeScalars.append(scalar == "\u{212A}" ? "K" : scalar)
          }
          if !texts[slot].contains(shown) { texts[slot].append(shown) }
          value = texts[slot].first { $0 == cell.text }.map { .text($0) }
        case .boolean, .date, .period:
          value = SimpleValues.value(cell, field.type, isDeclared: numerals.isLenient)
        }
        guard let value else {
          throw text.fault.unreadable(
            cell.text, line: try stream.line(of: unsafe cell.start - UnsafePointer(batch.bytes)),
            position: wanted[slot] + 1, field: field, isDeclared: declared.contains(field.name))
        }
        row[slot] = value
        if fields[slot].type == .number || fields[slot].type == .integer {
          if let decimals = numeral.exactDecimals {
            places[slot] = max(places[slot], decimals)
          } else {
            isExact[slot] = false
          }
        }
      }
      rows.append(row)
    }
    types = fields.map(\.type)
    for slot in wanted.indices where types[slot] == .number {
      for row in rows.indices {
        if case .integer(let whole) = rows[row][slot] { rows[row][slot] = .number(Double(whole)) }
      }
    }
    scales = wanted.indices.map { slot in
      guard types[slot] == .number, isExact[slot] else { return nil }
      let scale = UInt8(places[slot])
      let isBelow = rows.allSatisfy { row in
        guard case .number(let value) = row[slot] else { return true }
        return abs(value) * Scaling.powers[Int(scale)] < Decimals.limit
      }
      return isBelow ? scale : nil
    }
  }

  /// Everything there is to know of it, for comparison.
  var description: String { "\(types) \(scales) \(texts) \(rows)" }

  /// The same of a table that was read, or its fault.
  static func described(_ read: () throws -> Table) -> String {
    do {
      let table = try read()
      let texts = table.columns.map { $0.dictionary?.entries ?? [] }
      return
        "\(table.columns.map(\.type)) \(table.columns.map(\.scale)) \(texts) \(table.rows)"
    } catch {
      return (error as? Diagnostic).map { "\($0.code): \($0.message)" } ?? "\(error)"
    }
  }

  /// Where two descriptions differ, in both; empty when they do not.
  static func difference(_ found: String, _ expected: String) -> String {
    let found = Array(found.utf8)
    let expected = Array(expected.utf8)
    guard found != expected else { return "" }
    let place = zip(found, expected).prefix { $0 == $1 }.count
    let from = max(0, place - 30)
    return [found, expected].map { text in
      String(decoding: text.dropFirst(from).prefix(120), as: UTF8.self)
    }.joined(separator: " <> ")
  }

  /// The description of a careful reading, or its fault.
  static func expected(_ bytes: [UInt8], _ options: CSVOptions, columns: [String]? = nil) -> String
  {
    do {
      return try CarefulReading(bytes, options, columns: columns).description
    } catch {
      return (error as? Diagnostic).map { "\($0.code): \($0.message)" } ?? "\(error)"
    }
  }
}
