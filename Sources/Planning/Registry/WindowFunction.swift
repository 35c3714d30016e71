package import Columnar

/// A function of a row and its neighbours in time, or of its whole series.
package struct WindowFunction: Sendable {
  package let name: String
  package let signature: Signature
  package let documentation: UnitDocumentation
  /// The result's type for the type of the first argument.
  package let resultType: @Sendable (DataType) -> DataType
  /// What the result measures.
  package let meaning: Meaning
  /// Computes the column for all rows of the table. Throws ``EvaluationFault``.
  package let evaluate: @Sendable (WindowFrame) throws -> Column

  /// How kind and unit of the argument go over into the result.
  package enum Meaning: Sendable {
    case same
    /// A difference: percentages give percentage points.
    case difference
    /// A relative change in percent.
    case relative
  }

  /// Makes a window function.
  package init(
    _ name: String, _ signature: Signature, _ documentation: UnitDocumentation,
    meaning: Meaning, result: @escaping @Sendable (DataType) -> DataType,
    evaluate: @escaping @Sendable (WindowFrame) throws -> Column
  ) {
    self.name = name
    self.signature = signature
    self.documentation = documentation
    self.meaning = meaning
    resultType = result
    self.evaluate = evaluate
  }
}

/// What a window function sees: its arguments, and where each row's base is.
package struct WindowFrame: Sendable {
  /// The column it is computed of, all rows.
  package let argument: Column
  /// For each row the row it is compared with, or -1.
  package let base: [Int]
  /// For each row why there is no base, as raw value of a missing reason; 0 where there is one.
  package let reason: [UInt8]
  /// What the argument measures.
  package let kind: MeasureKind

  /// Makes a frame.
  package init(argument: Column, base: [Int], reason: [UInt8], kind: MeasureKind) {
    self.argument = argument
    self.base = base
    self.reason = reason
    self.kind = kind
  }
}
