package import Columnar

/// A function of a row and other rows: of its series, or of its group.
package struct WindowFunction: Sendable {
  package let name: String
  package let signature: Signature
  package let documentation: UnitDocumentation
  /// Which rows it sees.
  package let reach: Reach
  /// The result's type for the types of the arguments given.
  package let resultType: @Sendable ([DataType]) -> DataType
  /// What the result measures.
  package let meaning: Meaning
  /// Whether no row can make it a fault.
  package let isTotal: Bool
  /// Computes the column for all rows of the table. Throws ``EvaluationFault``.
  package let evaluate: @Sendable (WindowFrame) throws -> Column

  /// Which other rows a function sees.
  package enum Reach: Sendable {
    /// Rows of other periods of the series: one for each step, which follow from the values of
    /// the arguments.
    case periods(@Sendable ([Value?]) -> [WindowCall.Step])
    /// The whole series in order of time.
    case series
    /// The rows of the group, in the order of the argument at a place, or as they stand.
    case rows(order: Int?)
  }

  /// How kind and unit of the argument go over into the result.
  package enum Meaning: Sendable {
    case same
    /// A sum of values of several periods, which must make sense for the kind.
    case total
    /// A difference: percentages give percentage points.
    case difference
    /// A relative change in percent.
    case relative
    /// Relative to the value of a named period, which is 100.
    case index
    /// A number that names a place in an order.
    case ordinal
  }

  /// Makes a window function.
  package init(
    _ name: String, _ signature: Signature, _ documentation: UnitDocumentation, reach: Reach,
    meaning: Meaning, isTotal: Bool = false, result: @escaping @Sendable ([DataType]) -> DataType,
    evaluate: @escaping @Sendable (WindowFrame) throws -> Column
  ) {
    self.name = name
    self.isTotal = isTotal
    self.reach = reach
    switch reach {
    case .rows:
      self.signature = signature
      self.documentation = documentation
    case .periods, .series:
      // One rule for all that compare periods, see ``FilledCells``.
      self.signature = signature.adding(
        .value(FilledCells.argument, .boolean, optional: true, constant: true, labelled: true))
      self.documentation = documentation.adding(
        argument: "\(FilledCells.argument): true",
        "Cells that `fill` made are no figures: they are passed over, unless with "
          + "`\(FilledCells.argument): true`.")
    }
    self.meaning = meaning
    resultType = result
    self.evaluate = evaluate
  }
}
