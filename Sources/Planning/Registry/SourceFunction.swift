package import Columnar
package import QuerySyntax
package import SourceText

/// A source such as `csv "file"`: opens a table.
package struct SourceFunction: Sendable {
  package let name: String
  package let clauses: [ClauseSignature]
  package let documentation: UnitDocumentation
  /// Opens the source far enough to know its columns. Throws a fault with its place.
  package let open: @Sendable (SourceCall) throws(Diagnostic) -> any TableSource

  /// Makes a source function.
  package init(
    _ name: String, clauses: [ClauseSignature], _ documentation: UnitDocumentation,
    open: @escaping @Sendable (SourceCall) throws(Diagnostic) -> any TableSource
  ) {
    self.name = name
    self.clauses = clauses
    self.documentation = documentation
    self.open = open
  }
}

/// A call of a source function, with what a `data` statement says about reading it.
package struct SourceCall: Sendable {
  package let file: SourceFile
  package let stage: Stage
  /// Declared column types.
  package var types: [String: DataType]
  /// Columns declared as time axis, in whose texts periods are looked for, with their period type
  /// when it was declared.
  package var axes: [(column: String, granularity: Period.Granularity?)] = []
  /// Columns declared as measures, which hold numbers even where no value tells.
  package var measures: [String] = []
  /// Texts that stand for a missing value.
  package var missing: [(token: String, reason: MissingReason)]
  /// Values of parameters, for items such as `csv $file`.
  package let parameters: [String: Value]
  /// The folder relative paths start from.
  package let folder: String

  /// Makes a call.
  package init(
    file: SourceFile, stage: Stage, types: [String: DataType] = [:],
    missing: [(token: String, reason: MissingReason)] = [], parameters: [String: Value] = [:],
    folder: String
  ) {
    self.file = file
    self.stage = stage
    self.types = types
    self.missing = missing
    self.parameters = parameters
    self.folder = folder
  }

  /// The one text item of the source. Throws when it is no text.
  package func text(_ expr: Expr, _ what: String) throws(Diagnostic) -> String {
    switch expr {
    case .literal(.text(let text), _): return text
    case .parameter(let name):
      if case .text(let text)? = parameters[name.text] { return text }
    default: break
    }
    throw Diagnostic(
      .error, code: "wrong-type", "\(what) must be a text", file: file, range: expr.range,
      label: "write it in double quotes")
  }
}
