package import Columnar
package import Graphics
package import SourceText
package import Tables

/// What runs the blocks of a report: the seam between a document and the engine.
///
/// All blocks of a report share one session, in the order of the text. The session sees places of
/// the report itself: the texts it is given have the offsets of `report.md`.
package protocol ReportSession: AnyObject {
  /// Checks the whole document before any data is read, and throws every fault found.
  func check(_ blocks: [ReportBlock], _ expressions: [InlineExpression]) throws(Diagnostics)

  /// Runs one block and gives its results in order; a block of definitions has none.
  func run(_ block: ReportBlock) throws(Diagnostics) -> [BlockResult]

  /// The value of an expression inside the prose, after all blocks have run.
  func value(of expression: InlineExpression) throws(Diagnostics) -> InlineValue

  /// What the block that ran last took.
  var work: BlockWork { get }

  /// The time that running took so far, when it is not the time that is waited for it.
  var timeTaken: Duration? { get }

  /// The params of the blocks that ran, with the values they had.
  var params: [ParamRecord] { get }

  /// The files read so far. Throws when one is gone or became another.
  func inputs() throws(Diagnostics) -> [InputRecord]
}

/// What a block took.
package enum BlockWork: Sendable, Equatable {
  /// It was run; why it had to be, when an earlier result was kept.
  case ran(reason: String?)
  /// All it gives was known already.
  case kept
}

extension ReportSession {
  /// A session that cannot check before running finds its faults while running.
  package func check(_ blocks: [ReportBlock], _ expressions: [InlineExpression])
    throws(Diagnostics)
  {}

  /// A session that does one thing after another is waited for.
  package var timeTaken: Duration? { nil }

  /// A session that keeps nothing runs every block.
  package var work: BlockWork { .ran(reason: nil) }
}

/// One result of a block, in its place in the report.
package enum BlockResult: Sendable {
  case table(TableView)
  /// A figure with the rows it was drawn from. Id and label of its frame are set by the report.
  case figure(Figure, data: TableView)
  /// Lines of text, from `print`.
  case text(String)
}

/// A value inside the prose and what is known about how to print it.
package struct InlineValue: Sendable {
  package let value: Value
  /// Decimals, unit, role and entity decide the form when the report names none.
  package let field: Field

  /// A value with its field.
  package init(_ value: Value, _ field: Field) {
    self.value = value
    self.field = field
  }
}

/// A param of a report and the value it ran with.
package struct ParamRecord: Sendable, Equatable {
  package let name: String
  /// The value as the language writes it.
  package let value: String

  /// A param with its value.
  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// A file that a report read.
package struct InputRecord: Sendable, Equatable {
  /// Relative to the report's folder, with `/` between its parts.
  package let path: String
  package let bytes: Int
  /// 64 hexadecimal digits.
  package let sha256: String
  /// The rows read; nil for a file that is no table.
  package let rows: Int?

  /// A file with its size, digest and rows.
  package init(path: String, bytes: Int, sha256: String, rows: Int?) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.rows = rows
  }
}
