package import Columnar
import DataSources
import Execution
import Planning
import QuerySyntax
package import SourceText
import Synchronization

extension Session {
  /// Checks texts that will be run one after another, and expressions after them, without running
  /// anything. When the texts are then run in order, statements that do not need each other run side
  /// by side. Throws ``Diagnostics`` with every fault found.
  package func check(_ blocks: [SourceFile], values: [SourceFile]) throws {
    let before = definitions
    defer { definitions = before }
    var faults: [Diagnostic] = []
    var planned: [PlannedText] = []
    var tables: [LogicalPlan] = []
    for block in blocks {
      do {
        let statements = try plan(Parser.script(in: block, vocabulary: registry), isWhole: false)
        planned.append(PlannedText(block, statements, definitions))
      } catch {
        faults += PeilError(error).diagnostics
      }
    }
    faults += unknownArguments(definitions)
    // A value may rest on a block that is wrong: then the block's fault is the one to tell.
    if faults.isEmpty {
      for value in values {
        do {
          if case .table(let plan, _) = try expression(value) { tables.append(plan) }
        } catch {
          faults += PeilError(error).diagnostics
        }
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    options.singleReads = singleReads(in: planned.flatMap(\.statements), and: tables)
    ahead = RunAhead(planned, options: options)
  }

  /// The value of an expression over the params and lets of the session: `$n`, or just `n`; a
  /// table must have one cell. Throws ``Diagnostics``.
  package func value(of file: SourceFile) throws -> (value: Value, field: Field) {
    do {
      switch try expression(file) {
      case .scalar(let expr):
        return (try Executor.value(of: expr), Field.computed("value", expr.type, expr.meaning))
      case .table(let plan, let range):
        let text = String(file.text(trimmedRange(file)))
        let table = try rows(of: plan, text, label: "value").table
        guard table.count == 1, let column = table.columns.first, table.columns.count == 1 else {
          throw Diagnostic(
            .error, phase: .run, code: "not-one-cell",
            "this table has \(table.count) rows and \(table.columns.count) columns, not one cell",
            file: file, range: range)
        }
        return (column.value(at: 0), table.schema.fields[0])
      }
    } catch var fault as Diagnostic {
      if fault.range == nil {
        fault.file = file
        fault.range = trimmedRange(file)
      }
      throw Diagnostics(fault)
    }
  }

  private enum InlineExpression {
    case scalar(TypedExpr)
    case table(LogicalPlan, SourceRange)
  }

  private func expression(_ file: SourceFile) throws -> InlineExpression {
    let (expr, faults) = Parser.expression(in: file, vocabulary: registry)
    guard faults.isEmpty else { throw Diagnostics(faults) }
    var planner = Planner(
      registry: registry, catalog: catalog, file: file, folder: folder(of: file),
      definitions: definitions)
    var result: InlineExpression?
    if case .table(let pipeline, let range) = expr {
      result = planner.plan(pipeline).map { .table($0, range) }
    } else {
      var scope = Scope.ofValues
      result = planner.check(expr, &scope).map { .scalar($0) }
    }
    guard let result, planner.diagnostics.isEmpty else { throw Diagnostics(planner.diagnostics) }
    return result
  }

  /// The tree of a text.
  func parsed(_ file: SourceFile) -> Script {
    Parser.script(in: file, vocabulary: registry)
  }

  private func trimmedRange(_ file: SourceFile) -> SourceRange {
    let lower = file.utf8.firstIndex { $0 > 0x20 } ?? 0
    let upper = file.utf8.lastIndex { $0 > 0x20 } ?? 0
    return SourceRange(lower, upper + 1)
  }

  /// The params of the scripts run so far, with their values as the language writes them.
  package var params: [(name: String, value: String)] {
    definitions.params.compactMap { param in
      definitions.values[param.name]?.literal.map { (param.name, $0.shown) }
    }
  }

  /// A file or built-in dataset that was read.
  package struct Input: Sendable {
    /// What plans call it, such as `csv "wmo.csv"`; of boundaries the clause.
    package let name: String
    /// The path as written, or `builtin/NAME.csv`.
    package let path: String
    package let bytes: Int
    package let sha256: String
    /// The rows of a table, the shapes of boundaries.
    package let rows: Int
  }

  /// What has been read so far, in order of first reading. Throws when a file is gone.
  package func inputs() throws -> [Input] {
    let tables = try (files.opened + catalog.embedded).filter { $0.rowsRead != nil }.map { table in
      Input(
        name: table.name, path: table.path, bytes: table.csv.byteCount,
        sha256: try table.currentDigest(), rows: table.rowsRead ?? 0)
    }
    return try tables
      + boundaryFiles.map { file in
        let boundaries = try file.read()
        return Input(
          name: "boundaries \"\(file.path)\"", path: file.path, bytes: boundaries.bytes.count,
          sha256: Digest.hexadecimal(boundaries.bytes),
          rows: boundaries.layers.reduce(0) { $0 + $1.shapes.count })
      }
  }
}
