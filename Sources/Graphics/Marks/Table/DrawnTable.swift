package import Wording

/// A table as a figure: a row for each category with its values, the change and the course.
package struct DrawnTable: Sendable, Equatable {
  /// One row.
  package struct Row: Sendable, Equatable {
    package let name: String
    /// A value for each column of numbers.
    package let values: [Datum]
    /// The change as written, or the words why there is none; empty for none.
    package let change: String
    /// Whether there is a change, so that it is not words.
    package let isCompared: Bool
    /// The values the course is drawn of, in order of time; empty for none.
    package let course: [Datum]

    /// A row.
    package init(
      _ name: String, values: [Datum], change: String = "", isCompared: Bool = true,
      course: [Datum] = []
    ) {
      self.name = DisplayText.clean(name)
      self.values = values
      self.change = DisplayText.clean(change)
      self.isCompared = isCompared
      self.course = course
    }
  }

  /// What the rows are: "Gemeente".
  package let nameHead: String
  /// Above each column of numbers: "2022", "2023".
  package let heads: [String]
  /// The periods of the course: "2015–2023"; empty for none.
  package let courseHead: String
  package let rows: [Row]
  package let format: ValueFormat

  /// A table; each row has a value for each head.
  package init(
    nameHead: String, heads: [String], courseHead: String = "", rows: [Row],
    format: ValueFormat = ValueFormat()
  ) {
    self.nameHead = DisplayText.clean(nameHead)
    self.heads = heads.map(DisplayText.clean)
    self.courseHead = DisplayText.clean(courseHead)
    self.rows = rows
    self.format = format
  }

  var hasChange: Bool { rows.contains { !$0.change.isEmpty } }
  var hasCourse: Bool { rows.contains { $0.course.count > 1 } }

  /// The text of a value and whether it is one.
  func text(_ row: Row, _ column: Int, _ phrases: Phrases) -> (words: String, isKnown: Bool) {
    let datum = row.values.indices.contains(column) ? row.values[column] : .missing("")
    guard let value = datum.value else { return (datum.reason(phrases), false) }
    return (format.text(value), true)
  }
}

extension DrawnTable: Mark {
  /// Draws the rows with their heads.
  package func drawing(in area: DrawingArea) -> Drawing {
    guard !rows.isEmpty else { return EmptyPlace.drawing(in: area) }
    return DrawnTablePlan(self, in: area).drawing()
  }

  /// How many rows there are, then every row when there are at most twelve, else the extremes of
  /// the last column; what is missing follows.
  package func description(in language: Language) -> String {
    let phrases = language.phrases
    guard !rows.isEmpty else { return "\(phrases.table): \(phrases.noData)." }
    var sentences = [
      "\(phrases.table) \(phrases.with) \(phrases.row.counted(rows.count, language))"
    ]
    guard rows.count <= 12 else {
      let last = Bars(
        categories: rows.map {
          Bars.Category($0.name, values: [$0.values.last ?? .missing("")])
        }, format: format
      ).description(in: language, kind: phrases.table)
      return last
    }
    sentences += rows.map { row in
      let values = heads.indices.map { column in
        (heads.count > 1 ? heads[column] + " " : "") + text(row, column, phrases).words
      }
      let change = row.change.isEmpty ? [] : ["\(phrases.change) \(row.change)"]
      return "\(row.name): \((values + change).joined(separator: ", "))"
    }
    return sentences.map { $0 + "." }.joined(separator: " ")
  }
}
