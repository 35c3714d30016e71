import SourceText
import Wording

/// A report that has run: every result numbered, every insertion a text.
struct ReportContent: Sendable {
  /// What stands in the place of an insertion.
  enum Filling: Sendable {
    case value(String)
    /// The words of a reference and where it leads.
    case reference(String, Reference)

    /// The words alone.
    var text: String {
      switch self {
      case .value(let text), .reference(let text, _): text
      }
    }
  }

  /// Where a reference leads: a place in the page, and a file beside the documents for a figure.
  struct Reference: Sendable {
    let anchor: String
    let path: String?
  }

  let report: Report
  /// The results of each block.
  let results: [[NumberedResult]]
  /// By the number of the insertion.
  let fillings: [Filling]
  let params: [ParamRecord]
  let inputs: [InputRecord]

  /// A line of front matter with its insertions filled in.
  func text(_ template: Template?) -> String? {
    template?.filled(fillings.map(\.text))
  }

  /// A text of the tree with its insertions filled in.
  func text(_ marked: String) -> String {
    report.marker.pieces(of: marked).map { piece in
      switch piece {
      case .text(let text): text
      case .insertion(let number):
        fillings.indices.contains(number) ? fillings[number].text : ""
      }
    }.joined()
  }

  /// The figures in order.
  var figures: [NumberedFigure] {
    results.joined().compactMap { result in
      switch result {
      case .figure(let figure): figure
      case .table, .text: nil
      }
    }
  }
}
