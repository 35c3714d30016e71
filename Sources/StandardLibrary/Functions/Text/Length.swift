import Columnar
import Planning

extension ScalarFunction {
  /// The number of characters.
  static let length = ScalarFunction(
    "length", Signature([.value("text", .text)]),
    UnitDocumentation(
      "length(text)", "The number of characters.",
      examples: ["municipalities | derive x = length(name) | select name, x | take 2"]),
    result: { _ in .integer }
  ) { arguments, _ in
    let lengths = unsafe TextBytes.values(of: arguments[0], filler: Int64(0)) { bytes in
      unsafe Int64(TextLength.count(bytes))
    }
    return lengths.map { Column(.integer($0)) } ?? Mapping.integers(arguments[0]) { $0.count }
  }
}
