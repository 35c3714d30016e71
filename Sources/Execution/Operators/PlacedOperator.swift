import Columnar
import Planning
import SourceText

/// Lets a fault of a step, or of what it reads without a place of its own, point at its stage.
final class PlacedOperator: Operator {
  private let step: any Operator
  private let place: LogicalPlan.Place

  init(_ step: any Operator, at place: LogicalPlan.Place) {
    self.step = step
    self.place = place
  }

  var schema: Schema { step.schema }
  var summary: String { step.summary }
  var inputs: [any Operator] { step.inputs }

  var hasFilter: Bool { step.hasFilter }

  func lines(indent: Int) -> [OperatorLine] { step.lines(indent: indent) }

  func next() throws -> Batch? { try placing { try step.next() } }

  func all(in context: ExecutionContext) throws -> Batch {
    try placing { try step.all(in: context) }
  }

  func parts(in context: ExecutionContext) throws -> [Batch] {
    try placing { try step.parts(in: context) }
  }

  func parts(in context: ExecutionContext, _ narrowing: Narrowing) throws -> [Batch]? {
    try placing { try step.parts(in: context, narrowing) }
  }

  func instead() throws -> Pipeline? { try placing { try step.instead() } }

  private func placing<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let fault as Diagnostic {
      throw fault.placed(at: place)
    }
  }
}

extension Diagnostic {
  /// The fault, pointing at a stage when it has no place of its own.
  func placed(at place: LogicalPlan.Place) -> Diagnostic {
    guard range == nil, phase != .interrupted else { return self }
    var fault = self
    fault.file = place.file
    fault.range = place.range
    return fault
  }
}
