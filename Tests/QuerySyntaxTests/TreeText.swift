import Columnar
import QuerySyntax

/// Trees as texts without places and comments: equal trees have equal texts.
enum TreeText {
  static func text(of script: Script) -> [String] { script.statements.map { text(of: $0.kind) } }

  static func text(of kind: Statement.Kind) -> String {
    switch kind {
    case .data(let name, let stage): "data \(text(of: name)) \(text(of: stage))"
    case .param(let name, let type, let domain, let value):
      "param \(text(of: name)) \(type.map { text(of: $0) } ?? "-") "
        + "\(domain.map(text) ?? "-") \(optional(value))"
    case .letTable(let name, let pipeline): "table \(text(of: name)) {\(text(of: pipeline))}"
    case .letValue(let name, let value): "value \(text(of: name)) \(text(of: value))"
    case .def(let name, let parameters, let value):
      "def \(text(of: name)) (\(parameters.map(parameter).joined(separator: " "))) "
        + text(of: value)
    case .use(let path, _): "use \(path)"
    case .print(let value): "print \(text(of: value))"
    case .pipeline(let pipeline): text(of: pipeline)
    case .invalid: "<invalid>"
    }
  }

  static func text(of domain: ParamDomain) -> String {
    switch domain {
    case .values(let expr): text(of: expr)
    case .column(let column, let table): "<\(text(of: column)) of \(text(of: table))>"
    }
  }

  static func text(of pipeline: Pipeline) -> String {
    let source =
      switch pipeline.source {
      case .stage(let stage): text(of: stage)
      case .nested(let nested, _): "{\(text(of: nested))}"
      case .lastResult: "<last>"
      }
    return ([source] + pipeline.stages.map(text)).joined(separator: " | ")
  }

  static func text(of stage: Stage) -> String {
    var parts = [([text(of: stage.verb)] + stage.items.map(text)).joined(separator: " ")]
    parts += stage.clauses.map { clause in
      "/" + ([clause.word.text] + clause.items.map(text)).joined(separator: " ")
    }
    return parts.joined(separator: " ")
  }

  static func text(of item: Item) -> String {
    let value = text(of: item.value)
    let of = item.of.map { "<of \(text(of: $0))>" } ?? ""
    return switch item.binding {
    case .none: value + of
    case .equals(let name): "\(text(of: name)):=\(value)\(of)"
    case .colon(let name): "\(text(of: name))::\(value)\(of)"
    }
  }

  static func text(of expr: Expr) -> String {
    switch expr {
    case .literal(let literal, _): text(of: literal)
    case .name(let name): text(of: name)
    case .parameter(let name): "$\(name.text)"
    case .unary(let unary, let operand, _): "(\(unary.rawValue) \(text(of: operand)))"
    case .binary(let binary, let left, let right, _):
      "(\(binary.rawValue) \(text(of: left)) \(text(of: right)))"
    case .range(let lower, let upper, _): "(.. \(optional(lower)) \(optional(upper)))"
    case .test(let operand, let negated, let word, _):
      "(is\(negated ? " not" : "") \(word.text) \(text(of: operand)))"
    case .call(let name, let arguments, _):
      "\(text(of: name))(\(arguments.map(argument).joined(separator: " ")))"
    case .list(let elements, _): "[\(elements.map(text).joined(separator: " "))]"
    case .conditional(let condition, let positive, let negative, _):
      "(if \(text(of: condition)) \(text(of: positive)) \(text(of: negative)))"
    case .table(let pipeline, _): "{\(text(of: pipeline))}"
    case .invalid: "<invalid>"
    }
  }

  private static func text(of literal: Literal) -> String {
    switch literal {
    case .integer(let value): String(value)
    case .number(let value, let written): "\(value)~\(written)"
    case .text(let text): "\"\(text.unicodeScalars.map(plain).joined())\""
    case .boolean(let flag): String(flag)
    case .period(let period): "@\(period.granularity):\(period.text)"
    case .missing: "missing"
    }
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String {
    scalar.isASCII && scalar.value >= 0x20 ? String(scalar) : "<\(scalar.value)>"
  }

  private static func argument(_ argument: Argument) -> String {
    (argument.label.map { $0.text + ": " } ?? "") + text(of: argument.value)
  }

  private static func parameter(_ parameter: Parameter) -> String {
    "\(text(of: parameter.name)):\(parameter.type?.text ?? "-"):\(optional(parameter.value))"
  }

  private static func text(of name: Name) -> String {
    name.isQuoted ? "`\(name.text)`" : name.text
  }

  private static func optional(_ expr: Expr?) -> String { expr.map { text(of: $0) } ?? "-" }
}
