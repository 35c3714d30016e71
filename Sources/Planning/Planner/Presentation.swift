package import Columnar
package import SourceText

/// What becomes of a pipeline's result.
package enum Presentation: Sendable {
  case table
  case figure(FigureSpec)
  /// How it would run; or how it ran, with the rows and the time of each step.
  case explanation(isRun: Bool)
  /// What was read for it.
  case sources
  /// Written to a file: nothing is shown.
  case saved
}

extension Presentation {
  /// Whether the pipeline's rows can be worked with.
  var isTable: Bool {
    switch self {
    case .table, .saved: true
    case .figure, .explanation, .sources: false
    }
  }

  /// With its article, for messages.
  var phrase: String {
    switch self {
    case .figure: "a figure"
    case .table, .explanation, .sources, .saved: "`\(noun)`"
    }
  }

  /// What it is called in messages.
  var noun: String {
    switch self {
    case .table: "table"
    case .figure: "figure"
    case .explanation: "explain"
    case .sources: "sources"
    case .saved: "save"
    }
  }
}

/// A statement ready to run: nothing in it can fail for reasons known before reading data.
package struct PlannedStatement: Sendable {
  /// What running it does.
  package enum Action: Sendable {
    case show(LogicalPlan, Presentation)
    case keep(KeptTable, LogicalPlan)
    case print(TypedExpr)
    case nothing
  }

  package let action: Action
  package let file: SourceFile
  package let range: SourceRange
  /// What is worth saying before a row is read.
  package let notes: [Note]
  /// Tables of `let` whose one cell it uses: what was said of them holds for it too.
  package let values: [KeptTable]

  /// What was said when the values it uses were computed, what is worth saying of itself, and what
  /// running it told, each once.
  package func allNotes(_ told: [Note]) -> [Note] {
    var all: [Note] = []
    for note in values.flatMap(\.notes) + notes + told where !all.contains(note) {
      all.append(note)
    }
    return all
  }
}
