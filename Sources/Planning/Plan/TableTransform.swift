package import Columnar

/// A step that needs every row of its input, defined beside the verb that uses it.
///
/// The plan's schema says which columns it gives. The result may not depend on how the rows were
/// spread over batches, which it never sees.
package protocol TableTransform: Sendable {
  /// What it does, in a few words, for `explain`.
  var summary: String { get }
  /// The rows it makes of all rows of the input. Throws a `Diagnostic` of phase `run`, or an
  /// ``EvaluationFault`` with the input row.
  func apply(_ input: Table, _ run: TransformRun) throws -> Batch
  /// How many rows it may make of so many, for `explain`; nil where that depends on the data.
  func estimatedRows(_ input: Double) -> Double?
  /// The rows of its input where they were found before; they have the columns of the input.
  var input: RowsAtHand? { get }
  /// The step over fewer columns, when of its result only some are wanted; nil when it needs every
  /// column of its input. It says and checks the same.
  func narrowed(to wanted: Set<Int>, of input: Schema) -> NarrowedStep<any TableTransform>?
}

extension TableTransform {
  /// A step that keeps the rows, unless it says otherwise.
  package func estimatedRows(_ input: Double) -> Double? { input }
  /// A step of which nobody looked at the input before, unless it says otherwise.
  package var input: RowsAtHand? { nil }
  /// A step that needs every column, unless it says otherwise.
  package func narrowed(to wanted: Set<Int>, of input: Schema) -> NarrowedStep<
    any TableTransform
  >? { nil }
}

/// A step over two tables.
package protocol TableCombination: Sendable {
  /// What it does, in a few words, for `explain`.
  var summary: String { get }
  /// The rows it makes of all rows of both inputs.
  func apply(_ left: Table, _ right: Table, _ run: TransformRun) throws -> Batch
  /// The same done as a ``RowLookup`` where the columns allow it; nil when it never is.
  func lookingUpRows() -> (any TableCombination)?
  /// Whether it is to be.
  var looksUpRows: Bool { get }
  /// The same for one right table and batches with the columns of `left`, which has no rows, of so
  /// many rows in all; nil when it is not for those, or has a fault.
  func lookup(for left: Table, in right: Table, rows: Int) -> (any RowLookup)?
  /// How many rows it may make of so many, for `explain`; nil where that depends on the data.
  func estimatedRows(_ left: Double, _ right: Double) -> Double?
  /// The step over fewer columns, when of its result only some are wanted; nil when it needs every
  /// column of both. It says and checks the same.
  func narrowed(to wanted: Set<Int>, of left: Schema, _ right: Schema) -> NarrowedStep<
    any TableCombination
  >?
}

extension TableCombination {
  /// A step that needs every row of both tables, unless it says otherwise.
  package func lookingUpRows() -> (any TableCombination)? { nil }
  /// A step that takes whole tables, unless it says otherwise.
  package var looksUpRows: Bool { false }
  /// A step that needs every row of both tables, unless it says otherwise.
  package func lookup(for left: Table, in right: Table, rows: Int) -> (any RowLookup)? { nil }
  /// A step that needs every column, unless it says otherwise.
  package func narrowed(to wanted: Set<Int>, of left: Schema, _ right: Schema) -> NarrowedStep<
    any TableCombination
  >? { nil }
}

/// What a step may do while it runs beside computing: evaluate expressions and say things.
package struct TransformRun: Sendable {
  /// The column of an expression over the columns of a batch.
  package let evaluate: @Sendable (TypedExpr, Batch) throws -> Column
  /// Adds a note to the result.
  package let note: @Sendable (Note) -> Void
  /// Writes rows to a file, all or nothing. Throws a fault of phase `output`.
  package let save: @Sendable (SaveSpec, Table) throws -> Void
  /// How work over many rows is spread.
  package let workers: RowWorkers

  /// Makes it of what the engine offers.
  package init(
    evaluate: @escaping @Sendable (TypedExpr, Batch) throws -> Column,
    note: @escaping @Sendable (Note) -> Void,
    save: @escaping @Sendable (SaveSpec, Table) throws -> Void, workers: RowWorkers = .one
  ) {
    self.workers = workers
    self.evaluate = evaluate
    self.note = note
    self.save = save
  }
}

extension Table {
  /// The rows as a batch.
  package var batch: Batch { Batch(columns: columns, count: count) }
}
