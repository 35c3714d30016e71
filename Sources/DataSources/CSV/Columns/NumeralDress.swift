/// What stands around the digits of a number in files made to be read by people.
enum NumeralDress {
  private static let minus = Array("\u{2212}".utf8)
  private static let euro = Array("€".utf8)
  private static let spaces = [Array(" ".utf8), Array("\u{A0}".utf8), Array("\u{202F}".utf8)]

  /// The number without its dress, with a plain minus: a sign U+2212 is always taken off; a `€`
  /// before and a `%` behind only from a lenient column. Nil when there is nothing to take off.
  static func bare(_ cell: Cell, isLenient: Bool) -> [UInt8]? {
    let whole = cell.bytes[...]
    var rest = whole
    var isNegative = take(minus, from: &rest)
    if isLenient {
      if rest.starts(with: [UInt8(ascii: "-")] + euro) {
        rest.removeFirst()
        isNegative = true
      }
      if take(euro, from: &rest) { takeSpaces(from: &rest) }
      if !isNegative { isNegative = take(minus, from: &rest) }
      if rest.last == UInt8(ascii: "%") {
        rest.removeLast()
        while let space = spaces.first(where: { rest.ends(with: $0) }) {
          rest.removeLast(space.count)
        }
      }
    }
    guard rest.count < whole.count, !rest.isEmpty else { return nil }
    if isNegative, rest.first == UInt8(ascii: "-") { return nil }
    return (isNegative ? [UInt8(ascii: "-")] : []) + rest
  }

  private static func take(_ mark: [UInt8], from text: inout ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: mark) else { return false }
    text.removeFirst(mark.count)
    return true
  }

  private static func takeSpaces(from text: inout ArraySlice<UInt8>) {
    while let space = spaces.first(where: { text.starts(with: $0) }) {
      text.removeFirst(space.count)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with mark: [UInt8]) -> Bool { suffix(mark.count).elementsEqual(mark) }
}
