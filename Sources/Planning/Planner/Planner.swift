package import Columnar
import QuerySyntax
package import SourceText

/// Turns a script into plans: finds names, checks types and roles, and reports every fault it
/// can find before any data is read.
package struct Planner {
  package let registry: Registry
  package let catalog: any Catalog
  /// The script being planned.
  package internal(set) var file: SourceFile
  /// The folder relative paths of that script start from.
  package internal(set) var folder: String
  package internal(set) var diagnostics: [Diagnostic] = []
  /// Names the script defined so far.
  package internal(set) var definitions: Definitions
  /// Values given for params from outside.
  let arguments: [String: String]
  /// What the pipeline being planned ends in.
  package var presentation = Presentation.table
  /// Notes of the statement being planned.
  var notes: [Note] = []
  /// Tables of `let` whose one cell the statement being planned uses.
  var values: [KeptTable] = []
  /// Whether a stage failed, so that later columns are not known for certain.
  package internal(set) var isUncertain = false
  /// The named table the pipeline began with, and its columns: for messages.
  var origin: (name: String, columns: [String])?
  /// Names whose definition has a fault: that they are not there is no further fault.
  var failedNames: Set<String> = []
  /// Places of the faults of the text being planned: what stands there is not read further, for
  /// one mistake is one fault.
  var syntaxFaults: [SourceRange] = []
  /// How many faults there were before the stage being planned.
  var faultsBeforeStage = 0
  /// Scripts being read by `use`, outermost first.
  var useStack: [String] = []

  /// Why planning must begin anew: reading rows early found that a column has a wider type.
  package internal(set) var interruption: (any Error)?

  /// Makes a planner for a script.
  package init(
    registry: Registry, catalog: any Catalog, file: SourceFile, folder: String,
    definitions: Definitions = Definitions(), arguments: [String: String] = [:]
  ) {
    self.registry = registry
    self.catalog = catalog
    self.file = file
    self.folder = folder
    self.definitions = definitions
    self.arguments = arguments
  }

  /// Records a fault at a place in the script.
  package mutating func report(
    _ code: String, _ message: String, at range: SourceRange, label: String? = nil,
    related: [Diagnostic.Related] = [], notes: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(
        .error, code: code, message, file: file, range: range, label: label, related: related,
        notes: notes))
  }

  /// Adds what is worth saying about the statement.
  package mutating func note(_ note: Note) {
    if !notes.contains(note) { notes.append(note) }
  }

  /// Whether the text has a fault of its own within a place.
  func isBroken(_ range: SourceRange) -> Bool {
    syntaxFaults.contains { range.lower <= $0.lower && $0.lower <= range.upper }
  }

  /// "did you mean `x`?" for the nearest name, or nil.
  package func suggestion(_ name: String, among names: [String]) -> String? {
    Suggestion.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
  }
}

/// What a script has defined so far.
package struct Definitions: Sendable {
  /// Tables of `data` statements.
  package var tables: [String: any TableSource] = [:]
  /// Tables of `let` statements.
  package var kept: [String: KeptTable] = [:]
  /// The same in order of definition, for verbs that read rows while planning.
  var planned: [(table: KeptTable, plan: LogicalPlan)] = []
  /// Values of params and scalar lets.
  package var values: [String: TypedExpr] = [:]
  /// Functions of `def` statements.
  package var functions: [String: UserFunction] = [:]
  /// Params in the order declared, for `--help`.
  package var params: [ParamDeclaration] = []
  /// The last result at the prompt, called `_`.
  package var last: KeptTable?

  /// Makes an empty set.
  package init() {}

  /// Names of all tables defined, sorted.
  var tableNames: [String] { (Array(tables.keys) + Array(kept.keys)).sorted() }
}

/// A function of a `def` statement.
package struct UserFunction: Sendable {
  let name: Name
  let parameters: [Parameter]
  let body: Expr
  let file: SourceFile

  /// As shown in help: `share(part, whole)`.
  package var signature: String {
    let words = parameters.map { parameter in
      parameter.value == nil ? parameter.name.text : "[\(parameter.name.text)]"
    }
    return "\(name.text)(\(words.joined(separator: ", ")))"
  }
}

/// A declared param.
package struct ParamDeclaration: Sendable {
  package let name: String
  package let type: DataType
  /// The value it has when none is given; nil when it must be given.
  package let defaultValue: Value?
  /// The values it may have.
  package let domain: AllowedValues
}
