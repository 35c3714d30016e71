import Wording

/// The words figures add to the texts of an author, in one language.
struct Phrases: Sendable {
  /// Before the digest: "gegevens".
  let data: String
  /// In a figure without categories: "geen gegevens".
  let noData: String
  /// At a bar without a value whose reason is not given: "geen cijfer".
  let noValue: String

  // Kinds of figures.
  let barChart: String
  let stackedChart: String
  let lineChart: String
  let areaChart: String
  let dotChart: String
  let slopeChart: String
  let histogram: String
  let panels: String
  let table: String
  let keyFigure: String

  // Nouns and small words.
  /// "categorie" and "categorieën".
  let category: Noun
  /// "reeks" and "reeksen".
  let series: Noun
  let row: Noun
  let `class`: Noun
  let with: String
  let and: String
  let of: String
  let from: String
  let until: String
  let to: String
  /// Before a period: "in".
  let inPeriod: String
  let total: String

  // What is said of values.
  /// "Laagste waarde".
  let lowest: String
  /// "Hoogste waarde".
  let highest: String
  /// "Zonder cijfer".
  let withoutValue: String
  /// After a list that was cut: "andere".
  let others: String
  /// Of a value that never changes: "steeds 40".
  let always: String
  let alwaysHigher: String
  let alwaysLower: String
  /// Of two values, the second above the first.
  let rises: String
  let falls: String
  let higher: String
  let lower: String
  let equal: String
  let provisional: String
  /// Before the least and the greatest of them: "veranderingen van" −1% "tot" +2%.
  let changes: String
  let upTo: String
  /// What a unit such as "× 1.000" is in words.
  let thousand: String
  let million: String

  // What a drawing says of itself.
  let provisionalStyle: String
  let cutAxis: String
  /// Before the fullest class of a histogram: "De volste klasse is" 25.000–50.000, met 137.
  let fullest: String
  /// Where two figures do not compare.
  let notComparable: String
  /// The rule of classes: "Klassen van", "ondergrens inbegrepen".
  let classesOf: String
  let lowerIncluded: String
  /// Heads of a drawn table.
  let change: String
  let course: String
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
    stackedChart: "Gestapeld staafdiagram", lineChart: "Lijndiagram", areaChart: "Vlakdiagram",
    dotChart: "Puntendiagram", slopeChart: "Hellingdiagram", histogram: "Histogram",
    panels: "Kleine figuren", table: "Tabel", keyFigure: "Kerncijfer",
    category: Noun(one: "categorie", many: "categorieën"),
    series: Noun(one: "reeks", many: "reeksen"), row: Noun(one: "rij", many: "rijen"),
    class: Noun(one: "klasse", many: "klassen"), with: "met", and: "en", of: "van", from: "van",
    until: "tot en met", to: "naar", inPeriod: "in", total: "totaal", lowest: "Laagste waarde",
    highest: "Hoogste waarde", withoutValue: "Zonder cijfer", others: "andere", always: "steeds",
    alwaysHigher: "steeds hoger", alwaysLower: "steeds lager", rises: "hoger", falls: "lager",
    higher: "per saldo hoger", lower: "per saldo lager", equal: "per saldo gelijk",
    provisional: "Voorlopig", changes: "veranderingen van", upTo: "tot", thousand: "duizend",
    million: "miljoen",
    provisionalStyle: "Open punten en stippellijnen zijn voorlopige cijfers.",
    cutAxis: "De as begint niet bij nul.", fullest: "De volste klasse is",
    notComparable: "niet vergelijkbaar", classesOf: "Klassen van",
    lowerIncluded: "ondergrens inbegrepen", change: "verandering", course: "verloop")

  static let english = Phrases(
    data: "data", noData: "no data", noValue: "no figure", barChart: "Bar chart",
    stackedChart: "Stacked bar chart", lineChart: "Line chart", areaChart: "Area chart",
    dotChart: "Dot plot", slopeChart: "Slope chart", histogram: "Histogram",
    panels: "Small multiples", table: "Table", keyFigure: "Key figure",
    category: Noun(one: "category", many: "categories"),
    series: Noun(one: "series", many: "series"), row: Noun(one: "row", many: "rows"),
    class: Noun(one: "class", many: "classes"), with: "with", and: "and", of: "of", from: "from",
    until: "up to and including", to: "to", inPeriod: "in", total: "total",
    lowest: "Lowest value", highest: "Highest value", withoutValue: "Without a figure",
    others: "others", always: "always", alwaysHigher: "ever higher", alwaysLower: "ever lower",
    rises: "higher", falls: "lower", higher: "higher on balance", lower: "lower on balance",
    equal: "the same on balance", provisional: "Provisional", changes: "changes from", upTo: "to",
    thousand: "thousand", million: "million",
    provisionalStyle: "Open points and dotted lines are provisional figures.",
    cutAxis: "The axis does not start at zero.", fullest: "The fullest class is",
    notComparable: "not comparable", classesOf: "Classes of",
    lowerIncluded: "lower bound included", change: "change", course: "course")
}
