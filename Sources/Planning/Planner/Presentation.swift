package import Columnar
package import SourceText

/// What becomes of a pipeline's result.
package enum Presentation: Sendable {
  case table
  case figure(FigureSpec)
  /// Written to a file: nothing is shown.
  case saved
}

/// A figure as asked for: columns are names in the result.
package struct FigureSpec: Sendable {
  /// The mark's name in the language, such as `bars`.
  package var mark: String
  package var value: String
  /// The column whose values part the marks.
  package var by: String?
  /// A second column that parts them, by colour.
  package var color: String?
  /// A column with a second line under each category.
  package var detail: String?
  package var title: String?
  package var subtitle: String?
  package var note: String?
  package var alt: String?
  /// Where the figures come from; nil names the rows' own sources.
  package var source: String?

  /// Makes a figure of a mark.
  package init(mark: String, value: String) {
    self.mark = mark
    self.value = value
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
}
