import Columnar
import Planning

extension ScalarFunction {
  /// Whether a text holds something a pattern describes.
  static let matches = ScalarFunction(
    "matches",
    Signature([.value("text", .text), .value("pattern", .text)], fault: PatternMapping.fault),
    UnitDocumentation(
      "matches(text, PATTERN)", "Whether a part of the text is what a pattern describes.",
      details: [PatternMapping.rule, "For the whole text write `^…$`."],
      examples: [#"municipalities | where matches(name, "^Z.*(dam|recht)$") | select name"#]),
    result: { _ in .boolean }
  ) { arguments, _ in
    try PatternMapping.tests(arguments[0], arguments[1])
  }

  /// The first part of a text that a pattern describes.
  static let extract = ScalarFunction(
    "extract",
    Signature([.value("text", .text), .value("pattern", .text)], fault: PatternMapping.fault),
    UnitDocumentation(
      "extract(text, PATTERN)",
      "The first part of the text that a pattern describes, or what its first group in brackets "
        + "took of it.",
      details: [PatternMapping.rule, "Without such a part: `missing: out_of_domain`."],
      examples: [
        #"indicators | derive published = extract(source, "[0-9]{4}") "#
          + "| select source, published | take 2"
      ]),
    result: { _ in .text }
  ) { arguments, _ in
    try PatternMapping.column(arguments, to: .text) { pattern, text, _ in
      let bytes = TextPattern.bytes(text)
      guard let match = pattern.match(in: bytes, from: 0),
        let range = match[1] ?? (pattern.hasGroup ? nil : match[0])
      else { return .missing(.outOfDomain) }
      return .text(String(decoding: bytes[range], as: UTF8.self))
    }
  }

  /// The text with every part that a pattern describes replaced.
  static let replace = ScalarFunction(
    "replace",
    Signature(
      [.value("text", .text), .value("pattern", .text), .value("with", .text)],
      fault: PatternMapping.fault),
    UnitDocumentation(
      "replace(text, PATTERN, WITH)",
      "The text with every part that a pattern describes replaced by another text.",
      details: [
        PatternMapping.rule,
        "In that other text `\\1` to `\\9` stand for what the groups in brackets took, `\\0` for "
          + "the whole part, `\\\\` for a backslash (in a query each backslash is written twice).",
      ],
      examples: [
        #"municipalities | derive short = replace(name, "^(De|Den|Het) ", "") "#
          + "| where short != name | select name, short | take 2"
      ]),
    result: { _ in .text }
  ) { arguments, _ in
    try PatternMapping.column(arguments, to: .text) { pattern, text, replacement in
      .text(PatternReplacement.replaced(text, pattern, replacement))
    }
  }
}

/// Replacing the parts of a text that a pattern describes.
enum PatternReplacement {
  static func replaced(_ text: String, _ pattern: TextPattern, _ replacement: String) -> String {
    let bytes = TextPattern.bytes(text)
    let end = bytes.count - 1
    var result: [UInt8] = []
    var position = 0
    while position <= end, let match = pattern.match(in: bytes, from: position),
      let whole = match[0]
    {
      result += bytes[position..<whole.lowerBound]
      result += filled(replacement, match, bytes)
      position = whole.upperBound
      guard whole.isEmpty else { continue }
      // Nothing was taken: the next character is kept, and the search goes on behind it.
      guard position < end else { return String(decoding: result, as: UTF8.self) }
      repeat {
        result.append(bytes[position])
        position += 1
      } while position < end && bytes[position] & 0xC0 == 0x80
    }
    if position < end { result += bytes[position..<end] }
    return String(decoding: result, as: UTF8.self)
  }

  /// The replacement with what the groups took.
  private static func filled(_ replacement: String, _ match: TextPattern.Match, _ bytes: [UInt8])
    -> [UInt8]
  {
    var result: [UInt8] = []
    var rest = Array(replacement.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        result.append(byte)
        continue
      }
      rest.removeFirst()
      if (0x30...0x39).contains(next) {
        if let range = match[Int(next) - 0x30] { result += bytes[range] }
      } else {
        if next != UInt8(ascii: "\\") { result.append(byte) }
        result.append(next)
      }
    }
    return result
  }
}
