import Columnar
import Wording

/// Writes a text with what a format must escape.
typealias TextEscape = @Sendable (String, inout [UInt8]) -> Void

/// How the cells of one column are written: decided once a column, not once a cell.
struct ColumnFormat: Sendable {
  /// Marks and decimals of integers and numbers.
  var numbers: NumberFormat
  /// What changes the marks of a written number for a dialect; nil leaves it.
  var renumber: (@Sendable (ArraySlice<UInt8>) -> [UInt8])?
  /// The decimals of each row where they differ; nil when ``numbers`` holds for all.
  var decimalsOfRow: [Int]?
  /// Whether cells stand at the right.
  var alignsRight: Bool
  /// The entity whose labels replace the codes.
  var entity: Entity?
  /// The words for false and true, written as they are: in json they are no texts.
  var booleans: (no: String, yes: String)
  /// Escapes texts and labels, dates and periods.
  var escape: TextEscape
  /// Writes a missing cell, escaped.
  var missing: @Sendable (MissingReason, inout [UInt8]) -> Void

  /// Codes, ISO dates and shortest numbers with a point, for machines to read.
  static func machine(
    escape: @escaping TextEscape,
    missing: @escaping @Sendable (MissingReason, inout [UInt8]) -> Void
  ) -> ColumnFormat {
    ColumnFormat(
      numbers: NumberFormat(style: .plain), alignsRight: false, booleans: ("false", "true"),
      escape: escape, missing: missing)
  }

  /// Labels and rounded numbers in the style of the options, for people to read.
  ///
  /// - Parameter units: the column that names the unit of each row of a mixed measure.
  static func readable(
    _ field: Field, _ column: Column, units: Column? = nil, options: TableOptions,
    escape: @escaping TextEscape,
    missing: @escaping @Sendable (MissingReason, inout [UInt8]) -> Void
  ) -> ColumnFormat {
    let decimals: Int
    var decimalsOfRow: [Int]?
    if let declared = field.decimals {
      // A double has no more than 17 digits; what lies beyond says nothing.
      decimals = min(max(declared, 0), 17)
    } else {
      decimals = DecimalsShown.needed(by: column)
      // Persons have no decimals because percentages in the same column have them.
      if decimals > 0, field.unit == nil, field.measure?.kind == .mixed {
        decimalsOfRow = DecimalsShown.needed(by: column, each: units)
      }
    }
    let style = isOrdinal(field) ? .plain : options.style
    let booleans: (String, String)
    switch options.language {
    case .dutch: booleans = ("nee", "ja")
    case .english: booleans = ("no", "yes")
    }
    return ColumnFormat(
      numbers: NumberFormat(style: style, decimals: .exactly(decimals)),
      decimalsOfRow: decimalsOfRow, alignsRight: column.type.isNumeric, entity: field.entity,
      booleans: booleans,
      escape: escape, missing: missing)
  }

  /// Whether numbers in a column are names of things, such as years and codes, and never grouped.
  /// A column with declared decimals holds quantities, whatever its role.
  private static func isOrdinal(_ field: Field) -> Bool {
    if field.granularity != nil { return true }
    guard (field.decimals ?? 0) <= 0 else { return false }
    switch field.role {
    case .time, .edition: return true
    case .key, .candidateKey, .attribute, .note:
      return field.type == .integer && field.decimals == nil && field.unit == nil
    case .measure: return false
    }
  }
}
