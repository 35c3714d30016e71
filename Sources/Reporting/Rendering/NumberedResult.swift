import Columnar
import Graphics
import Tables

/// A result of a block with the number and ids it has in the report.
enum NumberedResult: Sendable {
  case table(NumberedTable)
  case figure(NumberedFigure)
  case text(String)
}

/// A table of a block.
struct NumberedTable: Sendable {
  /// "Tabel 24.1".
  let label: String
  /// The table as it is shown: with its id, and the label before its title.
  let view: TableView

  /// Where a link leads.
  var anchor: String { view.id ?? "" }

  /// What the declaration of its rows cites; empty when each row names its own source.
  var source: String {
    let schema = view.table.schema
    return schema.index(of: "source") == nil ? schema.citation ?? "" : ""
  }
}

/// A figure of a block, drawn.
struct NumberedFigure: Sendable {
  /// "Figuur 24.1"; a key figure has the label of its author, or is called what it is.
  let label: String
  /// Where a link leads: the figure as a whole, whichever layout shows.
  let anchor: String
  /// The figure with its id and label set.
  let figure: Figure
  let wide: String
  let narrow: String
  /// The rows it was drawn from, with an id and a caption.
  let data: TableView

  /// The file beside the documents, as a path relative to them.
  var path: String { "figures/\(figure.frame.id).svg" }

  /// The file with its pixels.
  var picturePath: String { "figures/\(figure.frame.id).png" }
}
