import Columnar
import Planning
import QuerySyntax

/// What the verbs of figures share: a measure, columns that part it, texts around the drawing.
///
/// A verb of a figure is its name, the columns it takes and the clauses of its own; everything
/// else is read here, so that all figures are asked for in one way.
enum FigureVerbs {
  /// A verb that draws.
  ///
  /// - Parameters:
  ///   - drawsTexts: whether it may draw a column of texts too.
  ///   - review: what is still to be checked or filled in when everything was read.
  static func verb(
    _ name: String, columns: [FigureColumn], own: [FigureClause] = [], drawsTexts: Bool = false,
    _ documentation: UnitDocumentation,
    review: @escaping @Sendable (inout FigureSpec, VerbCall, inout Planner) -> Void = { _, _, _ in }
  ) -> Verb {
    Verb(
      name, items: .columns,
      clauses: columns.map(\.signature) + own.map(\.signature) + texts, documentation
    ) { call, planner in
      let before = planner.diagnostics.count
      let measure = measure(call, drawsTexts: drawsTexts, &planner)
      var spec = FigureSpec(
        mark: name, value: measure.map { call.schema.fields[$0].name } ?? "")
      for column in columns { column.read(call, into: &spec, &planner) }
      for clause in own where call.clause(clause.signature.word) != nil {
        spec.settings[clause.signature.word] = clause.read(call, &planner)
      }
      readTexts(call, into: &spec, &planner)
      spec.period = FixedPeriod.text(of: call.input)
      spec.readings = call.input.sources
      spec.place = LogicalPlan.Place(file: planner.file, range: call.stage.range)
      if measure != nil { review(&spec, call, &planner) }
      guard planner.diagnostics.count == before else { return nil }
      planner.presentation = .figure(spec)
      return call.input
    }
  }

  /// Clauses with texts around the drawing.
  private static let texts = ["title", "subtitle", "note", "alt", "source"].map {
    ClauseSignature($0, "\"TEXT\"", .values)
  }

  private static func readTexts(
    _ call: VerbCall, into spec: inout FigureSpec, _ planner: inout Planner
  ) {
    func read(_ word: String) -> String? {
      guard let items = call.clause(word),
        let item = planner.single(items, of: call, "text after `\(word)`")
      else { return nil }
      return planner.text(item, "the \(word)")
    }
    spec.title = read("title")
    spec.subtitle = read("subtitle")
    spec.note = read("note")
    spec.alt = read("alt")
    spec.source = read("source")
  }

  /// The measure a figure draws; reports when it is none.
  private static func measure(
    _ call: VerbCall, drawsTexts: Bool, _ planner: inout Planner
  ) -> Int? {
    guard let item = planner.single(call.items, of: call, "measure"),
      let index = planner.column(item.value, in: call.schema)
    else { return nil }
    let field = call.schema.fields[index]
    guard field.type.isNumeric || drawsTexts && field.type == .text else {
      planner.report(
        "wrong-type", "a figure draws numbers, `\(field.name)` is \(field.type.phrase)",
        at: item.range)
      return nil
    }
    return index
  }
}
