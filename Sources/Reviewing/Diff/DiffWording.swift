import Columnar
import Wording

/// The words of a comparison of editions.
struct DiffWording {
  let language: Language

  func kind(_ kind: EditionDiff.Page.Kind) -> String {
    switch kind {
    case .added: pick("toegevoegd", "added")
    case .withdrawn: pick("vervallen", "withdrawn")
    case .changed: pick("gewijzigd", "changed")
    case .unchanged: pick("ongewijzigd", "unchanged")
    }
  }

  var title: String { pick("Wat er veranderd is", "What changed") }
  var number: String { pick("nummer", "number") }
  var value: String { pick("waarde", "value") }
  var text: String { pick("tekst", "text") }
  var nothing: String { pick("Er is niets veranderd.", "Nothing changed.") }
  var what: String { pick("Wat", "What") }
  var before: String { pick("Eerder", "Before") }
  var after: String { pick("Nu", "Now") }
  var change: String { pick("Verandering", "Change") }

  /// What a wording of a result is called.
  func part(_ what: String) -> String {
    switch what {
    case "title": pick("titel", "title")
    case "source": pick("bron", "source")
    default: pick("noten", "notes")
    }
  }

  /// A cell as people read it; a row that is not there has a dash.
  func cell(_ cell: String?) -> String {
    guard let cell, !cell.isEmpty else { return "–" }
    let missing = "missing: "
    if cell.hasPrefix(missing),
      let reason = MissingReason.allCases.first(where: { $0.name == cell.dropFirst(missing.count) })
    {
      return MissingWording(reason, in: language).words
    }
    return Double(cell).map { language.numberStyle.shortest($0) } ?? cell
  }

  /// The difference of two numbers, in the unit's own terms; nil when one of them is none.
  func difference(_ old: String?, _ new: String?, unit: String) -> String? {
    guard let before = old.flatMap(Double.init), let after = new.flatMap(Double.init) else {
      return nil
    }
    let style = language.numberStyle
    let change = DecimalRounding.rounded(after - before, decimals: 10)
    let absolute = (change > 0 ? "+" : "") + style.shortest(change)
    if unit == "%" { return absolute + " " + pick("procentpunt", "percentage points") }
    guard before > 0 else { return absolute }
    return absolute + "; " + style.signedPercent(change / before * 100, decimals: 1)
  }

  private func pick(_ dutch: String, _ english: String) -> String {
    switch language {
    case .dutch: dutch
    case .english: english
    }
  }
}
