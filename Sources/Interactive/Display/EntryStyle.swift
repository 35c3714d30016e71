/// How a part of an entry is drawn.
///
/// The colours are those of the terminal's own palette, so that they follow the user's choice of
/// light or dark.
package enum EntryStyle: String, CaseIterable, Sendable {
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

  /// The parameters of SGR (ECMA-48, 8.3.117), or nil for the terminal's own look.
  var parameters: String? {
    switch self {
    case .plain: nil
    case .prompt, .table: "1"
    case .verb: "1;36"
    case .clause: "36"
    case .function: "1;34"
    case .text: "32"
    case .number: "33"
    case .parameter: "35"
    case .comment, .suggestion: "2"
    case .fault: "31"
    case .chosen: "7"
    }
  }

  /// The style of a kind of the engine's, by its name; kinds without a style of their own are
  /// plain.
  package static func named(_ name: String) -> EntryStyle { EntryStyle(rawValue: name) ?? .plain }
}

/// A part of an entry with a style; offsets count UTF-8 bytes.
package struct StyledRange: Equatable, Sendable {
  /// Where it is.
  package let range: Range<Int>
  /// How it is drawn.
  package let style: EntryStyle

  /// Creates a part.
  package init(_ range: Range<Int>, _ style: EntryStyle) {
    self.range = range
    self.style = style
  }

  /// The same part in a text that has this many more bytes in front.
  package func shifted(by bytes: Int) -> StyledRange {
    StyledRange((range.lowerBound + bytes)..<(range.upperBound + bytes), style)
  }
}
