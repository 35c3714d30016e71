package import Columnar

/// A function of values in one row.
package struct ScalarFunction: Sendable {
  package let name: String
  package let signature: Signature
  package let documentation: UnitDocumentation
  /// The result's type for argument types that fit the signature.
  package let resultType: @Sendable ([DataType]) -> DataType
  /// Whether it is given missing arguments; otherwise a row with a missing argument is missing
  /// with the leftmost reason, and the function never sees it.
  package let seesMissing: Bool
  /// Whether its arguments are conditions, each with an outcome, as those of `case`.
  package let isConditional: Bool
  /// What the result measures.
  package let meaning: Meaning
  /// Computes the column. Arguments have `count` rows. Throws ``EvaluationFault``.
  package let evaluate: @Sendable (_ arguments: [Column], _ count: Int) throws -> Column

  /// How kind and unit of the first argument go over into the result.
  package enum Meaning: Sendable {
    /// The same kind and unit.
    case same
    /// A number that names something, such as a year.
    case ordinal
    case other
  }

  /// Makes a function.
  package init(
    _ name: String, _ signature: Signature, _ documentation: UnitDocumentation,
    meaning: Meaning = .other, seesMissing: Bool = false, isConditional: Bool = false,
    result: @escaping @Sendable ([DataType]) -> DataType,
    evaluate: @escaping @Sendable ([Column], Int) throws -> Column
  ) {
    self.name = name
    self.signature = signature
    self.documentation = documentation
    self.meaning = meaning
    self.seesMissing = seesMissing
    self.isConditional = isConditional
    resultType = result
    self.evaluate = evaluate
  }
}

/// A fault met while computing, with the row in the batch.
package struct EvaluationFault: Error {
  package let code: String
  package let message: String
  /// Zero-based row in the batch.
  package let row: Int
  package let notes: [String]

  /// Makes a fault.
  package init(code: String, _ message: String, row: Int, notes: [String] = []) {
    self.code = code
    self.message = message
    self.row = row
    self.notes = notes
  }
}
