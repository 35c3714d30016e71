package import Columnar

/// What arguments a function takes.
package struct Signature: Sendable {
  /// What one argument may be.
  package struct Parameter: Sendable {
    package let name: String
    package let types: Set<DataType>
    /// Whether it may be left out.
    package let isOptional: Bool
    /// Whether it can only be given by name, as `weight: x`.
    package let isLabelled: Bool
    /// Whether it must be a value known before data is read.
    package let isConstant: Bool
    /// The numbers a constant may be; nil for any.
    package let range: ClosedRange<Double>?
  }

  /// What is known of an argument before data is read.
  package struct Known: Sendable {
    package let type: DataType
    /// The value of a literal; nil when it depends on rows.
    package let value: Value?
  }

  package let parameters: [Parameter]
  /// Whether the last parameter may be repeated.
  package let isVariadic: Bool
  /// What is wrong with arguments that fit one by one, in the order of the parameters and nil
  /// where left out; nil when nothing is.
  package let fault: @Sendable ([Known?]) -> String?

  /// Makes a signature.
  package init(
    _ parameters: [Parameter] = [], variadic: Bool = false,
    fault: @escaping @Sendable ([Known?]) -> String? = { _ in nil }
  ) {
    self.parameters = parameters
    isVariadic = variadic
    self.fault = fault
  }

  /// The same with a further parameter.
  func adding(_ parameter: Parameter) -> Signature {
    Signature(parameters + [parameter], variadic: isVariadic, fault: fault)
  }

  /// The place of a parameter.
  package func index(of name: String) -> Int? { parameters.firstIndex { $0.name == name } }

  /// As shown in help: `(x, n)`.
  package var text: String {
    let words = parameters.map { parameter in
      let name = parameter.isLabelled ? "\(parameter.name): …" : parameter.name
      return parameter.isOptional ? "[\(name)]" : name
    }
    return "(\(words.joined(separator: ", "))\(isVariadic ? ", …" : ""))"
  }
}

extension Signature.Parameter {
  /// An argument of any type.
  package static func any(
    _ name: String, optional: Bool = false, labelled: Bool = false
  ) -> Self {
    Self(
      name: name, types: Set(DataType.allCases), isOptional: optional, isLabelled: labelled,
      isConstant: false, range: nil)
  }

  /// An argument of given types.
  package static func value(
    _ name: String, _ types: DataType..., optional: Bool = false, constant: Bool = false,
    labelled: Bool = false, in range: ClosedRange<Double>? = nil
  ) -> Self {
    Self(
      name: name, types: Set(types), isOptional: optional, isLabelled: labelled,
      isConstant: constant, range: range)
  }

  /// An integer or number.
  package static func numeric(
    _ name: String, optional: Bool = false, labelled: Bool = false, constant: Bool = false,
    in range: ClosedRange<Double>? = nil
  ) -> Self {
    Self(
      name: name, types: [.integer, .number], isOptional: optional, isLabelled: labelled,
      isConstant: constant, range: range)
  }
}
