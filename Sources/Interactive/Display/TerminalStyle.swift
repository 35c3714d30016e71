/// How a part of what stands on the terminal is drawn.
///
/// The colours are those of the terminal's own palette, so that they follow the user's choice of
/// light or dark.
package enum TerminalStyle: String, CaseIterable, Sendable {
  case plain
  case prompt
  case verb
  case clause
  case function
  case table
  case text
  case number
  case parameter
  case comment
  case fault
  /// What is suggested and not typed.
  case suggestion
  /// The candidate that Tab put in.
  case chosen
  /// A title, or the number that matters.
  case strong
  /// What may be overlooked: sources, axes, units.
  case soft
  /// The series of a figure, in their order.
  case first
  case second
  case third
  case fourth
  case fifth

  /// The parameters of SGR (ECMA-48, 8.3.117), or nil for the terminal's own look.
  var parameters: String? {
    switch self {
    case .plain: nil
    case .prompt, .table, .strong: "1"
    case .verb: "1;36"
    case .clause, .third: "36"
    case .function: "1;34"
    case .text: "32"
    case .number, .second: "33"
    case .parameter, .fifth: "35"
    case .comment, .suggestion, .soft: "2"
    case .fault, .fourth: "31"
    case .first: "34"
    case .chosen: "7"
    }
  }

  /// The style of a kind of the engine's, by its name; kinds without a style of their own are
  /// plain.
  package static func named(_ name: String) -> TerminalStyle {
    TerminalStyle(rawValue: name) ?? .plain
  }

  /// The style of a series by its place; after five they start again.
  package static func series(_ index: Int) -> TerminalStyle {
    [.first, .second, .third, .fourth, .fifth][index % 5]
  }
}
