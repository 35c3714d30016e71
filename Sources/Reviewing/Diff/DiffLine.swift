import Wording

/// A difference as a line: what, before, now, and by how much.
struct DiffLine {
  let what: String
  let old: String?
  let new: String?
  var difference: String?

  /// The lines of a change: text has one for each sentence.
  static func all(_ change: EditionDiff.Change, _ wording: DiffWording) -> [DiffLine] {
    switch change {
    case .number(let old, let new): [DiffLine(what: wording.number, old: old, new: new)]
    case .value(let name, let old, let new, let unit):
      [
        DiffLine(
          what: "\(wording.value) (\(name))", old: wording.cell(old), new: wording.cell(new),
          difference: wording.difference(old, new, unit: unit))
      ]
    case .fact(let name, let old, let new): [DiffLine(what: name, old: old, new: new)]
    case .text(let removed, let added):
      removed.map { DiffLine(what: wording.text, old: $0, new: nil) }
        + added.map { DiffLine(what: wording.text, old: nil, new: $0) }
    case .result(let name, let title, let isAdded):
      [
        DiffLine(
          what: "\(name) (\(wording.kind(isAdded ? .added : .withdrawn)))",
          old: isAdded ? nil : title, new: isAdded ? title : nil)
      ]
    case .wording(let name, let what, let old, let new):
      [DiffLine(what: "\(name), \(wording.part(what))", old: old, new: new)]
    case .cell(let name, let row, let column, let old, let new, let unit):
      [
        DiffLine(
          what: [name, row, column].filter { !$0.isEmpty }.joined(separator: ", "),
          old: wording.cell(old), new: wording.cell(new),
          difference: wording.difference(old, new, unit: unit))
      ]
    }
  }
}
