/// One line of an operator tree, with what was measured when it ran.
struct OperatorLine {
  let indent: Int
  let text: String
  /// Rows it gave; nil when it was not run or does not know.
  var rows: Int?
  /// Time spent in it and in what is fused with it, without its inputs; nil when it was not
  /// measured on its own.
  var time: Duration?
}

extension [OperatorLine] {
  /// The lines without measurements.
  var text: String {
    map { String(repeating: "  ", count: $0.indent) + $0.text }.joined(separator: "\n")
  }

  /// The lines with rows and milliseconds in columns of their own. A step without a time ran
  /// fused with the step above it.
  var measuredText: String {
    let trees = map { String(repeating: "  ", count: $0.indent) + $0.text }
    let rows = map { line in line.rows.map { "\($0) \($0 == 1 ? "row" : "rows")" } ?? "" }
    let times = map { line in line.time.map { Self.milliseconds($0) + " ms" } ?? "" }
    let widths = [trees, rows, times].map { $0.map(\.count).max() ?? 0 }
    return indices.map { index in
      let line =
        trees[index].padded(to: widths[0]) + "  " + rows[index].padded(to: -widths[1])
        + "  " + times[index].padded(to: -widths[2])
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// Milliseconds with three decimals.
  private static func milliseconds(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let fraction = String(microseconds % 1000)
    return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}

extension String {
  /// The text with blanks to a width: after it, or before it when the width is negative.
  fileprivate func padded(to width: Int) -> String {
    let blanks = String(repeating: " ", count: Swift.max(0, abs(width) - count))
    return width < 0 ? blanks + self : self + blanks
  }
}
