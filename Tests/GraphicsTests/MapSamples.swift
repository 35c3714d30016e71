import Graphics
import Wording

/// Maps of the golden files.
enum MapSamples {
  static let all: [(name: String, figure: Figure)] = [
    ("kaart-klassen", classes), ("kaart-gegeven", given), ("kaart-tegels", tiles),
    ("kaart-leeg", empty), ("kaart-zonder-cijfers", unknown), ("kaart-stippen", dots),
    ("kaart-stippen-vol", crowded), ("kaart-stippen-land", land), ("map-english", english),
  ]

  private static let country = InventedCountry(columns: 5, rows: 6, halvings: 4)
  private static let noun = Noun(one: "gemeente", many: "gemeenten")

  static func frame(_ id: String, _ title: String, language: Language = .dutch) -> FigureFrame {
    FigureFrame(
      id: id, label: language == .dutch ? "Figuur 5.1" : "Figure 5.1", title: title,
      subtitle: language == .dutch ? "Per 1.000 inwoners, 2020" : "Per 1,000 inhabitants, 2020",
      source: "Bron: voorbeeldgegevens (verzonnen)",
      edition: "Monitor Langer Thuis, editie 2020 · indicator 5", digest: FigureSamples.digest,
      language: language)
  }

  /// Values that rise to the east; some are missing, for two reasons.
  static func regions(missing: Bool = true) -> [Choropleth.Region] {
    (0..<30).map { index in
      let value = Double(index % 5) * 4.1 + Double(index / 5) * 0.7 + 3.3
      let datum: Datum =
        missing && index == 7
        ? .missing("niet gepubliceerd")
        : missing && index % 11 == 3 ? .missing("geen regel") : .known(value)
      return Choropleth.Region(
        "Verzonnen \(index + 1)", datum, group: index % 5 < 2 ? "West" : "Oost")
    }
  }

  static let classes = Figure(
    frame("kaart-klassen", "Initiatieven per gemeente"),
    Choropleth(
      regions(), on: .shapes(country.shapes.map { [$0] }), heading: "Initiatieven", noun: noun,
      decimals: 1, unit: "initiatieven"))

  static let given = Figure(
    frame("kaart-gegeven", "Aandeel gemeenten met een aanpak"),
    Choropleth(
      regions(missing: false), on: .shapes(country.shapes.map { [$0] }),
      classing: .given([10, 20]),
      heading: "Aandeel van de inwoners dat meedoet aan een initiatief", noun: noun, decimals: 1,
      unit: "%"))

  static let tiles = Figure(
    frame("kaart-tegels", "Initiatieven per gemeente"),
    Choropleth(
      regions(), on: .tiles(TileLayout(country.middles)), classing: .equal,
      heading: "Initiatieven", noun: noun, remarks: ["Elk vakje is één gemeente"], decimals: 1,
      unit: "initiatieven"))

  static let english = Figure(
    frame("map-english", "Initiatives by municipality", language: .english),
    Choropleth(
      regions(), on: .tiles(TileLayout(country.middles)), heading: "Initiatives",
      noun: Noun(one: "municipality", many: "municipalities"), style: .english, decimals: 1))

  static let empty = Figure(
    frame("kaart-leeg", "Een kaart van niets"),
    Choropleth([], on: .shapes([]), heading: "Niets", noun: noun))

  static let unknown = Figure(
    frame("kaart-zonder-cijfers", "Cijfers die er nog niet zijn"),
    Choropleth(
      (1...4).map { Choropleth.Region("Verzonnen \($0)", .missing("nog niet bekend")) },
      on: .shapes(InventedCountry(columns: 2, rows: 2, halvings: 3).shapes.map { [$0] }),
      heading: "Initiatieven", noun: noun))

  static let dots = Figure(
    frame("kaart-stippen", "Gemeenten die meedoen"),
    DotMap(
      [3, 18, 22].map { index in
        DotMap.Place(
          "Verzonnen \(index + 1)", detail: index == 18 ? "trekker van het traject" : "",
          at: country.middles[index])
      }, others: country.middles,
      remarks: ["Vijftien gemeenten deden mee; bronnen noemen er drie"], noun: noun))

  static let crowded = Figure(
    frame("kaart-stippen-vol", "Gemeenten die dicht bij elkaar liggen"),
    DotMap(
      (0..<34).map { index in
        DotMap.Place(
          "Gemeente met een lange naam \(index + 1)",
          at: MapPoint(x: Double(index % 7) * 900, y: Double(index / 7) * 1100))
      }, others: country.middles, noun: noun))

  static let land = Figure(
    frame("kaart-stippen-land", "Gemeenten op hun grenzen"),
    DotMap(
      [0, 7, 29].map { DotMap.Place("Verzonnen \($0 + 1)", at: country.middles[$0]) },
      others: country.middles, land: country.shapes, noun: noun))
}
