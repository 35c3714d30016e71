import SourceText

/// What is wrong in a JSON text, and at which byte.
struct JSONFault: Error {
  /// What is wrong.
  enum Problem: Sendable {
    /// The text ends inside a value.
    case ends
    /// Something else stands there than can.
    case expected(String)
    /// Brackets within brackets without end.
    case tooDeep
    /// A text with bytes that are no UTF-8.
    case brokenText
    /// What a reader of shapes says of the content.
    case content(String, fix: String)
  }

  let problem: Problem
  let offset: Int

  init(_ problem: Problem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }

  /// The fault with the name of the file, line and column, both counted from 1.
  func diagnostic(_ name: String, _ bytes: [UInt8]) -> Diagnostic {
    let place = place(in: bytes)
    switch problem {
    case .ends:
      return Diagnostic(
        .error, phase: .run, code: "truncated-file",
        "\(name) ends in the middle of a value: \(place)",
        notes: ["the file is cut off: fetch or save it again"])
    case .expected(let what):
      return Diagnostic(
        .error, phase: .run, code: "broken-json",
        "\(name) is no JSON: \(place) has \(found(in: bytes)) where \(what) is expected",
        notes: ["boundaries are GeoJSON or TopoJSON; fetch or save the file again"])
    case .tooDeep:
      return Diagnostic(
        .error, phase: .run, code: "broken-json",
        "\(name) has brackets within brackets without end: \(place)",
        notes: ["boundaries are GeoJSON or TopoJSON; fetch or save the file again"])
    case .brokenText:
      return Diagnostic(
        .error, phase: .run, code: "invalid-utf8", "\(name) is not UTF-8: \(place)",
        notes: ["save the file as UTF-8"])
    case .content(let what, let fix):
      return Diagnostic(
        .error, phase: .run, code: "broken-geometry", "\(what): \(place) of \(name)",
        notes: [fix])
    }
  }

  private func place(in bytes: [UInt8]) -> String {
    Self.place(of: offset, in: bytes)
  }

  /// "line 3, column 14" of a byte.
  static func place(of offset: Int, in bytes: [UInt8]) -> String {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return "line \(line), column \(before.count - start + 1)"
  }

  private func found(in bytes: [UInt8]) -> String {
    guard offset < bytes.count else { return "nothing" }
    let byte = bytes[offset]
    return (0x21...0x7E).contains(byte)
      ? "`\(Unicode.Scalar(byte))`" : "byte 0x" + UTF8Check.hexadecimal(byte)
  }
}
