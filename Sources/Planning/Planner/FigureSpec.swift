package import Columnar

/// A figure as asked for: columns are names in the result.
package struct FigureSpec: Sendable {
  /// The mark's name in the language, such as `bars`.
  package var mark: String
  package var value: String
  /// The column whose values part the marks.
  package var by: String?
  /// A second column that parts them, by colour.
  package var color: String?
  /// The column along which the course of a table's rows runs.
  package var over: String?
  /// A column with a panel for each of its values.
  package var facet: String?
  /// A column with a second line under each category.
  package var detail: String?
  package var title: String?
  package var subtitle: String?
  package var note: String?
  package var alt: String?
  /// Where the figures come from; nil names the rows' own sources.
  package var source: String?
  /// What the rows are read from, for the files among it that nothing else names.
  package var readings: [any TableSource] = []
  /// The period a filter left, for rows that no longer have it; nil when there is none.
  package var period: String?
  /// What clauses of one mark alone asked for, by clause word; never listed, only looked up.
  package var settings: [String: FigureSetting] = [:]

  /// Where it is written, for faults of its rows.
  package var place: LogicalPlan.Place?

  /// Makes a figure of a mark.
  package init(mark: String, value: String) {
    self.mark = mark
    self.value = value
  }

  /// The columns it is drawn by, in the order of its data table.
  package var columns: [String] { [facet, by, over, color, detail].compactMap { $0 } }
}

/// What a clause of one mark asked for.
package enum FigureSetting: Sendable, Equatable {
  /// A word of a list, or a text.
  case word(String)
  case whole(Int)
  case numbers([Double])
  /// Columns by name.
  case columns([String])
  /// A file: its path as written, and the folder a relative one starts from.
  case file(path: String, folder: String)
}
