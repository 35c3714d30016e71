/// A part of an entry with a style; offsets count UTF-8 bytes.
package struct StyledRange: Equatable, Sendable {
  /// Where it is.
  package let range: Range<Int>
  /// How it is drawn.
  package let style: TerminalStyle

  /// Creates a part.
  package init(_ range: Range<Int>, _ style: TerminalStyle) {
    self.range = range
    self.style = style
  }

  /// The same part in a text that has this many more bytes in front.
  package func shifted(by bytes: Int) -> StyledRange {
    StyledRange((range.lowerBound + bytes)..<(range.upperBound + bytes), style)
  }
}
