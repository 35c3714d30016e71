/// A node of a figure, read strictly: a test fails on what a browser would forgive.
struct XMLNode {
  var name: String
  var attributes: [(name: String, value: String)] = []
  var children: [XMLNode] = []
  var text = ""

  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// This node and all below it.
  var all: [XMLNode] { [self] + children.flatMap(\.all) }
}

struct XMLProblem: Error {
  let text: String
}

struct XMLReader {
  private var rest: Substring.UnicodeScalarView
  private init(_ text: String) { rest = Substring(text).unicodeScalars }

  static func read(_ text: String) throws -> XMLNode {
    var reader = XMLReader(text)
    reader.skip("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let root = try reader.element()
    reader.skip("\n")
    guard reader.rest.isEmpty else { throw XMLProblem(text: "text after the root") }
    return root
  }

  private func starts(_ text: String) -> Bool { rest.starts(with: text.unicodeScalars) }

  private mutating func skip(_ text: String) {
    if starts(text) { rest = rest.dropFirst(text.unicodeScalars.count) }
  }

  private mutating func expect(_ text: String) throws {
    guard starts(text) else { throw XMLProblem(text: "no \(text) at \(String(rest.prefix(40)))") }
    skip(text)
  }

  private mutating func take(while isTaken: (Unicode.Scalar) -> Bool) -> String {
    let taken = rest.prefix(while: isTaken)
    rest = rest[taken.endIndex...]
    return String(taken)
  }

  private mutating func name() throws -> String {
    let name = take {
      $0.properties.isAlphabetic || ":-_".unicodeScalars.contains($0) || ("0"..."9").contains($0)
    }
    guard !name.isEmpty else { throw XMLProblem(text: "no name at \(String(rest.prefix(40)))") }
    return name
  }

  private mutating func element() throws -> XMLNode {
    try expect("<")
    var node = XMLNode(name: try name())
    while starts(" ") {
      skip(" ")
      let name = try name()
      guard node[name] == nil else { throw XMLProblem(text: "\(name) twice") }
      try expect("=\"")
      node.attributes.append((name, try content(until: "\"")))
      try expect("\"")
    }
    if starts("/>") {
      skip("/>")
      return node
    }
    try expect(">")
    while !starts("</") {
      if starts("<") {
        node.children.append(try element())
      } else {
        node.text += try content(until: "<")
      }
    }
    try expect("</" + node.name + ">")
    return node
  }

  /// Text up to a character, with its entities replaced; every character must be one of XML 1.0.
  private mutating func content(until end: Unicode.Scalar) throws -> String {
    var result = ""
    while let next = rest.first, next != end {
      switch next {
      case "&":
        let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\""]
        guard let found = entities.first(where: { starts($0.key) }) else {
          throw XMLProblem(text: "a bare & at \(String(rest.prefix(40)))")
        }
        skip(found.key)
        result += found.value
      case "<", ">": throw XMLProblem(text: "a bare \(next)")
      default:
        guard next == "\n" || next.value >= 0x20, next.value != 0xFFFE, next.value != 0xFFFF else {
          throw XMLProblem(text: "character \(next.value)")
        }
        result.unicodeScalars.append(next)
        rest = rest.dropFirst()
      }
    }
    guard !rest.isEmpty else { throw XMLProblem(text: "text does not end") }
    return result
  }
}
