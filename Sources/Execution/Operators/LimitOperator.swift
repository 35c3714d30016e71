import Columnar
import SourceText

/// Passes over rows and stops after some.
///
/// A filter before it is read to its end all the same: what it counts for its note may not depend
/// on how many rows were read at a time.
final class LimitOperator: Operator {
  private let input: any Operator
  private var toSkip: Int
  private var toTake: Int

  init(_ input: any Operator, skip: Int, take: Int?) {
    self.input = input
    toSkip = skip
    toTake = take ?? .max
  }

  var schema: Schema { input.schema }
  var inputs: [any Operator] { [input] }
  var summary: String { "Limit" }

  func next() throws -> Batch? {
    while toTake > 0, let batch = try input.next() {
      let lower = min(toSkip, batch.count)
      toSkip -= lower
      let count = min(batch.count - lower, toTake)
      if count == 0 { continue }
      toTake -= count
      if toTake == 0, input.hasFilter { try readOn() }
      if count == batch.count { return batch }
      return Batch(
        columns: batch.columns.map { $0.slice(lower..<(lower + count)) }, count: count)
    }
    return nil
  }

  /// Reads what is left. A row behind the wanted ones that cannot be computed is no fault here.
  private func readOn() throws {
    do {
      while try input.next() != nil {}
    } catch let fault as Diagnostic where fault.phase == .run {
      return
    }
  }
}
