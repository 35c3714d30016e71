import Columnar
import Graphics
import Tables

extension NumberedResult {
  /// The rows behind it, with its number and title, and where they come from; nil for text.
  var data: (label: String, view: TableView, title: String, source: String)? {
    switch self {
    case .text: return nil
    case .table(let table):
      return (
        table.label, table.view, table.view.title ?? table.label,
        table.source
      )
    case .figure(let figure):
      let frame = figure.figure.frame
      let title = [figure.label, frame.title].filter { !$0.isEmpty }.joined(separator: ". ")
      let source = [frame.note ?? "", frame.source].filter { !$0.isEmpty }.joined(separator: " ")
      return (figure.label, figure.data, title, source)
    }
  }
}
