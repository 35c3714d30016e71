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

  func next() throws -> Batch? {
    do {
      return try step.next()
    } catch var fault as Diagnostic {
      if fault.range == nil, fault.phase != .interrupted {
        fault.file = place.file
        fault.range = place.range
      }
      throw fault
    }
  }
}
