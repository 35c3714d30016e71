/// Valid scripts by a seed, as words, and as texts with comments and line breaks between them.
struct RandomScript {
  private var state: UInt64

  /// Makes a source of scripts.
  init(seed: UInt64) {
    state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
  }

  /// SplitMix64.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed % UInt64(bound))
  }

  mutating func one<Element>(of list: [Element]) -> Element { list[next(list.count)] }

  // MARK: Words

  mutating func name() -> String {
    one(of: ["a", "b", "year", "`any name`", "`and`", "cliënten", "by", "within", "_x", "of"])
  }

  private mutating func literal() -> String {
    one(of: [
      "1", "2_000", "0.50", "true", "missing", "\"text # | \\\" \\n\"", "@2020", "@2020Q3", "$t",
      "@2020-05-01", "1..3", "@2014..@2019", "\"\"",
    ])
  }

  mutating func expression(_ depth: Int) -> [String] {
    guard depth > 0 else { return [next(3) == 0 ? literal() : name()] }
    let inner = depth - 1
    switch next(12) {
    case 0: return ["-"] + bracketed(inner)
    case 1: return ["("] + ["not"] + expression(inner) + [")"]
    case 2: return ["("] + expression(inner) + [")"]
    case 3: return call(inner)
    case 4: return ["["] + list(inner) { $0.expression($1) } + ["]"]
    case 5:
      return ["(", "if"] + expression(inner) + ["then"] + expression(inner) + ["else"]
        + expression(inner) + [")"]
    case 6: return ["("] + pipeline(inner) + [")"]
    case 7: return ["("] + bracketed(inner) + ["is", "not", "missing", ")"]
    default:
      let symbol = one(of: [
        "or", "and", "+", "-", "++", "*", "/", "div", "mod", "^", "??", "=", "==", "!=", "<", "in",
        ">=", "not in",
      ])
      let isComparison = ["=", "==", "!=", "<", "in", ">=", "not in"].contains(symbol)
      let left = isComparison ? bracketed(inner) : expression(inner)
      let right = isComparison ? bracketed(inner) : expression(inner)
      return ["("] + left + symbol.split(separator: " ").map(String.init) + right + [")"]
    }
  }

  private mutating func bracketed(_ depth: Int) -> [String] {
    depth == 0 ? [name()] : ["("] + expression(depth) + [")"]
  }

  private mutating func call(_ depth: Int) -> [String] {
    let function = one(of: ["sum(", "mean(", "f("])
    guard next(4) > 0 else { return [function, ")"] }
    let label = next(3) == 0 ? [one(of: ["weight", "else", "`a b`"]), ":"] : []
    return [function] + label + list(depth) { $0.expression($1) } + [")"]
  }

  private mutating func list(
    _ depth: Int, _ element: (inout RandomScript, Int) -> [String]
  ) -> [String] {
    var words = element(&self, depth)
    for _ in 0..<next(3) { words += [","] + element(&self, depth) }
    return words
  }

  private mutating func item(_ depth: Int) -> [String] {
    ["("] + expression(depth) + [")"] + (next(6) == 0 ? ["of", "a"] : [])
  }

  private mutating func stage(_ depth: Int) -> [String] {
    switch next(7) {
    case 0: return ["where"] + expression(depth)
    case 1:
      return ["derive"] + list(depth) { [$0.one(of: ["a", "`x y`"]), "="] + $0.expression($1) }
    case 2: return ["sum"] + list(depth) { $0.item($1) } + clause("by", depth)
    case 3: return ["count"] + clause("by", depth)
    case 4: return ["select", "a", ",", "b..", ",", "..c", ",", "d"]
    case 5: return ["fill", "value", ":", "linear"] + clause("max", 0)
    default: return ["join"] + bracketed(depth) + ["on", "a", "=", "b", "kind", "left"]
    }
  }

  private mutating func clause(_ word: String, _ depth: Int) -> [String] {
    next(2) == 0 ? [] : [word] + list(depth) { $0.item($1) }
  }

  mutating func pipeline(_ depth: Int) -> [String] {
    var words =
      next(4) == 0 ? ["csv", "\"f.csv\"", "delimiter", "\";\""] : [one(of: ["p", "`q r`"])]
    if depth > 0, next(5) == 0 { words = ["("] + pipeline(depth - 1) + [")"] }
    for _ in 0...next(3) { words += ["|"] + stage(min(depth, 2)) }
    return words
  }

  mutating func statement() -> [String] {
    switch next(9) {
    case 0:
      let domain = next(2) == 0 ? ["[", "\"a\"", "]"] : [one(of: ["p.a", "`q r`.`a b`"])]
      return ["param", "t", ":", "text", "in"] + domain + ["=", "\"a\""]
    case 1: return ["let", one(of: ["x", "`x y`"]), "="] + pipeline(2)
    case 2: return ["let", "x", "="] + expression(3)
    case 3:
      return ["def", "f(", "a", ":", "number", "=", "1", ",", "`b c`", ")", "="] + expression(2)
    case 4: return ["use", "\"other.peil\""]
    case 5: return ["print"] + expression(2)
    case 6: return data()
    default: return pipeline(2)
    }
  }

  private mutating func data() -> [String] {
    var words = ["data", "w", "=", "csv", "\"w.csv\""]
    let clauses = [
      ["delimiter", "\";\""], ["decimal", "\",\""], ["key", "a", ":", "region", ",", "b"],
      ["time", "year"], ["measure", "c", ":", "count(", "unit", ":", "\"x\"", ")"],
      ["missing", "\".\"", "=", "unknown"], ["breaks", "q", "on", "a"],
      ["attribute", "t", "of", "i"],
      ["source", "\"CBS\"", ",", "2024"], ["label", "a", "=", "\"A\""],
    ]
    for _ in 0...next(6) { words += one(of: clauses) }
    return words
  }

  // MARK: Texts

  /// The text of statements with spaces, line breaks and comments where they may stand.
  mutating func text(of statements: [[String]], comments: Bool) -> String {
    var text = ""
    for words in statements {
      text += gap(comments, before: "")
      for (index, word) in words.enumerated() {
        if index > 0 { text += next(comments ? 6 : 30) == 0 ? gap(comments, before: "   ") : " " }
        text += word
      }
      switch next(4) {
      case 0 where !comments: text += ";\n"
      case 1 where comments: text += " # \(comment())\n"
      case 2 where comments: text += "; # \(comment())\n"
      default: text += "\n"
      }
    }
    return text + gap(comments, before: "")
  }

  /// Line breaks with comments at the end of the line and on lines of their own.
  private mutating func gap(_ comments: Bool, before indent: String) -> String {
    var text = ""
    if !indent.isEmpty, comments, next(2) == 0 { text += "  #\(comment())" }
    if !indent.isEmpty { text += "\n" }
    for _ in 0..<next(3) {
      text +=
        next(2) == 0 || !comments
        ? "\n" : "\(String(repeating: " ", count: next(5)))# \(comment())\n"
    }
    return text + indent
  }

  private mutating func comment() -> String {
    one(of: ["remark", "x | y", "say \"so", "`tick", "same", "é", "(", "#", "", "trailing  "])
  }
}
