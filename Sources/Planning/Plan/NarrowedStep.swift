/// A step of a verb that does the same with fewer columns.
package struct NarrowedStep<Step: Sendable>: Sendable {
  /// The step over the columns of ``inputs``.
  package let step: Step
  /// For each input the columns it is given: those it looks at and those it passes on.
  package let inputs: [KeptColumns]
  /// The columns it gives of those it gave before.
  package let outputs: KeptColumns

  /// Makes it of a step and of what goes in and comes out.
  package init(_ step: Step, inputs: [KeptColumns], outputs: KeptColumns) {
    self.step = step
    self.inputs = inputs
    self.outputs = outputs
  }
}

extension TableTransform {
  /// The narrowed form of a step that gives the columns of its input and adds some: it is given
  /// what is wanted of them and what it looks at itself.
  ///
  /// - Parameters:
  ///   - wanted: positions in the result.
  ///   - count: the number of columns of the input.
  ///   - own: the columns of the input that it looks at.
  ///   - added: the columns added that it still gives, by their number among those added.
  package static func passing(
    _ wanted: Set<Int>, of count: Int, own: Set<Int>, added: [Int] = [],
    _ make: (KeptColumns) -> any TableTransform
  ) -> NarrowedStep<any TableTransform> {
    let input = KeptColumns(own.union(wanted.filter { $0 < count }))
    return NarrowedStep(
      make(input), inputs: [input],
      outputs: KeptColumns(Set(input.positions + added.map { count + $0 })))
  }
}
