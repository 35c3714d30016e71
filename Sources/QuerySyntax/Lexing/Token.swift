package import SourceText

/// One word of a script.
package struct Token: Hashable, Sendable {
  /// What a token is.
  package enum Kind: Hashable, Sendable {
    /// A bare word; reserved words have kinds of their own.
    case name
    /// `` `any name` ``: always a plain column or table name.
    case quotedName
    /// `$name`
    case parameter
    case integer
    case number
    /// `"text"`
    case text
    /// `@2020Q1`
    case period
    case reserved(Reserved)
    case symbol(Symbol)
    /// The end of a statement: a line end outside brackets, `;`, or the end of the file.
    case endOfStatement
    case endOfFile
    /// Something that is no word of the language; a diagnostic has been made for it.
    case invalid
  }

  /// Words that cannot be names.
  package enum Reserved: String, CaseIterable, Hashable, Sendable {
    case and, or, not, `in`, `is`, div, mod, `if`, then, `else`, `true`, `false`, missing
  }

  /// Operators and punctuation.
  package enum Symbol: String, CaseIterable, Hashable, Sendable {
    case equal = "="
    case doubleEqual = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case range = ".."
    case coalesce = "??"
    case plus = "+"
    case minus = "-"
    case join = "++"
    case times = "*"
    case over = "/"
    case power = "^"
    case pipe = "|"
    case comma = ","
    /// Between a table and its column, against both: `population.province`.
    case point = "."
    case colon = ":"
    case leftParen = "("
    case rightParen = ")"
    case leftBracket = "["
    case rightBracket = "]"
  }

  package let kind: Kind
  package let range: SourceRange
  /// The name without quotes or sigil, the text with escapes resolved, or the literal as written.
  package let text: String
  /// Whether it is the first word on its line.
  package let startsLine: Bool
  /// Bytes of white space before the first word of the line.
  package let indent: Int
  /// Comments on lines of their own just before this token.
  package var comments: [Remark]
  /// The comment behind this token at the end of its line.
  package var trailing: Remark?

  /// Whether a line that ends in this token goes on on the next.
  var continuesLine: Bool {
    switch kind {
    case .symbol(let symbol):
      switch symbol {
      case .rightParen, .rightBracket, .range: false
      default: true
      }
    case .reserved(let word):
      switch word {
      case .and, .or, .not, .in, .is, .div, .mod, .if, .then, .else: true
      case .true, .false, .missing: false
      }
    case .name, .quotedName, .parameter, .integer, .number, .text, .period, .endOfStatement,
      .endOfFile, .invalid:
      false
    }
  }
}

/// A comment of the script, without its `#`.
package struct Remark: Hashable, Sendable {
  package let text: String
  /// Whether it stands at the end of a line with code, not on a line of its own.
  package internal(set) var isTrailing: Bool
  /// Whether a blank line stands before it.
  package let followsBlankLine: Bool
  /// Whether a blank line stands behind it.
  package internal(set) var precedesBlankLine = false
}
