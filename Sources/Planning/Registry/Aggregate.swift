package import Columnar

/// A function of the values of a group.
package struct Aggregate: Sendable {
  package let name: String
  package let signature: Signature
  package let documentation: UnitDocumentation
  /// The result's type for the types of the positional arguments.
  package let resultType: @Sendable ([DataType]) -> DataType
  /// What the result measures.
  package let meaning: Meaning
  /// A fresh state for argument types.
  package let makeState: @Sendable ([DataType]) -> any AggregateState

  /// How it is made of moments, when its first argument is a packed number and it has no others but
  /// literals; nil when it cannot be.
  package let moments: FromMoments?

  /// An aggregate of what ``Moments`` keep.
  package struct FromMoments: Sendable {
    package let needs: Moments.Needs
    /// The result by group, of the moments and the arguments after the first. Throws
    /// ``EvaluationFault`` with the group as row.
    package let result: @Sendable (Moments, [Value]) throws -> Column

    /// Makes it of what it needs and how it is worked out.
    package init(
      _ needs: Moments.Needs, result: @escaping @Sendable (Moments, [Value]) throws -> Column
    ) {
      self.needs = needs
      self.result = result
    }
  }

  /// Whether a declared weight of its argument is used when none is given.
  package let usesDeclaredWeight: Bool
  /// Whether it is given the time axis, when there is one, as last argument.
  package let followsTime: Bool
  /// Whether no group can make its result a fault.
  package let isTotal: Bool
  /// Whether without arguments it is the number of rows.
  package let countsRows: Bool

  /// How kind and unit of the argument go over into the result.
  package enum Meaning: Sendable {
    /// The same kind and unit; adding must make sense for the kind.
    case total
    /// The same kind and unit: a mean, an extreme.
    case typical
    /// How far values lie apart: the same unit, no longer the kind.
    case spread
    /// A number of rows.
    case count
    /// Nothing known.
    case other
  }

  /// Makes an aggregate.
  package init(
    _ name: String, _ signature: Signature, _ documentation: UnitDocumentation, meaning: Meaning,
    usesDeclaredWeight: Bool = false, followsTime: Bool = false, isTotal: Bool = false,
    countsRows: Bool = false, moments: FromMoments? = nil,
    result: @escaping @Sendable ([DataType]) -> DataType,
    state: @escaping @Sendable ([DataType]) -> any AggregateState
  ) {
    self.name = name
    self.signature = signature
    self.documentation = documentation
    self.meaning = meaning
    self.usesDeclaredWeight = usesDeclaredWeight
    self.followsTime = followsTime
    self.isTotal = isTotal
    self.countsRows = countsRows
    self.moments = moments
    resultType = result
    makeState = state
  }
}

/// The running result of an aggregate for any number of groups.
///
/// The result may not depend on how rows are spread over updates and merges.
package protocol AggregateState: Sendable {
  /// Takes rows in: `arguments` have as many rows as `groups`; groups are below `count`.
  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int)
  /// Whether states of different rows can be added up with ``merge(_:groups:count:)``, whatever
  /// rows went into which.
  var isMergeable: Bool { get }
  /// Adds a state of the same kind that took other rows in: its group n is group `groups[n]` here.
  mutating func merge(_ other: any AggregateState, groups: [UInt32], count: Int)
  /// The result, a row for each of `count` groups. Throws ``EvaluationFault`` with the group as
  /// row.
  func result(count: Int) throws -> Column
}

extension AggregateState {
  package var isMergeable: Bool { false }

  package mutating func merge(_ other: any AggregateState, groups: [UInt32], count: Int) {}
}
