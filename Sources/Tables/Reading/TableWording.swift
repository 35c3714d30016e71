import Wording

/// The words that tables add to what they show.
struct TableWording {
  let language: Language

  /// Stands below the headings of a table without rows.
  var noRows: String {
    switch language {
    case .dutch: "geen rijen"
    case .english: "no rows"
    }
  }

  /// Stands for a table without columns.
  var noColumns: String {
    switch language {
    case .dutch: "geen kolommen"
    case .english: "no columns"
    }
  }

  /// How much of one cell is known: `1 van 2 bekend`.
  func known(_ known: String, of all: String) -> String {
    switch language {
    case .dutch: "\(known) van \(all) bekend"
    case .english: "\(known) of \(all) known"
    }
  }

  /// How many cells of a column are partly known, and how much of them together.
  func partlyKnown(cells: Int, known: String, of all: String, style: NumberStyle) -> String {
    let count = style.integer(Int64(cells))
    switch language {
    case .dutch:
      return cells == 1
        ? "1 cel deels bekend (\(known) van \(all))"
        : "\(count) cellen deels bekend (samen \(known) van \(all))"
    case .english:
      return cells == 1
        ? "1 cell partly known (\(known) of \(all))"
        : "\(count) cells partly known (\(known) of \(all) together)"
    }
  }

  /// What stands before a note that is printed away from its table.
  var notePrefix: String {
    switch language {
    case .dutch: "noot: "
    case .english: "note: "
    }
  }
}
