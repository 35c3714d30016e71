import Wording

/// The words figures add to the texts of an author, in one language.
struct Phrases: Sendable {
  /// Before the digest: "gegevens".
  let data: String
  /// In a figure without categories: "geen gegevens".
  let noData: String
  /// At a bar without a value whose reason is not given: "geen cijfer".
  let noValue: String
  /// "Staafdiagram".
  let barChart: String
  /// "Kerncijfer".
  let keyFigure: String
  /// "categorie" and "categorieën".
  let category: Noun
  /// "reeks" and "reeksen".
  let series: Noun
  /// "met".
  let with: String
  /// "en".
  let and: String
  /// "Laagste waarde".
  let lowest: String
  /// "Hoogste waarde".
  let highest: String
  /// "Zonder cijfer".
  let withoutValue: String
  /// After a list that was cut: "andere".
  let others: String
}

extension Language {
  /// The words of figures in this language.
  var phrases: Phrases {
    switch self {
    case .dutch: .dutch
    case .english: .english
    }
  }
}

extension Phrases {
  static let dutch = Phrases(
    data: "gegevens", noData: "geen gegevens", noValue: "geen cijfer", barChart: "Staafdiagram",
    keyFigure: "Kerncijfer", category: Noun(one: "categorie", many: "categorieën"),
    series: Noun(one: "reeks", many: "reeksen"), with: "met", and: "en",
    lowest: "Laagste waarde", highest: "Hoogste waarde", withoutValue: "Zonder cijfer",
    others: "andere")

  static let english = Phrases(
    data: "data", noData: "no data", noValue: "no figure", barChart: "Bar chart",
    keyFigure: "Key figure", category: Noun(one: "category", many: "categories"),
    series: Noun(one: "series", many: "series"), with: "with", and: "and",
    lowest: "Lowest value", highest: "Highest value", withoutValue: "Without a figure",
    others: "others")
}
