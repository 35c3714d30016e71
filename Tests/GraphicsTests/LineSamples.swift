import Graphics
import Wording

/// Lines and areas of the golden files.
enum LineSamples {
  static let all: [(name: String, figure: Figure)] = [
    ("fig-2-1", elderly), ("lijn-gaten", gaps), ("lijn-twaalf", twelve), ("lijn-maanden", months),
    ("lijn-een-punt", onePoint), ("lijn-onbekend", allMissing), ("lijn-negatief", negative),
    ("lijn-uitschieter", outlier), ("lijn-lange-namen", longNames), ("vlak", area),
    ("vlak-gestapeld", stacked), ("vlak-gaten", areaGaps),
  ]

  static func places(_ years: ClosedRange<Int>) -> [Lines.Place] {
    years.map { Lines.Place(String($0), at: Double($0)) }
  }

  static func points(_ values: [Double?], changes: [Double?] = []) -> [Lines.Point] {
    values.enumerated().map { index, value in
      let change = changes.indices.contains(index) ? changes[index] : nil
      return Lines.Point(
        value.map { .known($0) } ?? .missing("onbekend"),
        change: change.map { NumberStyle.rijk.signedPercent($0, decimals: 1) } ?? "",
        amount: change)
    }
  }

  /// The line figure of the visual standard.
  static let elderly = Figure(
    FigureFrame(
      id: "fig-2-1", label: "Figuur 2.1", title: "Zelfstandig wonende ouderen",
      subtitle:
        "Aantal personen × 1.000, op 1 januari; verandering ten opzichte van een jaar eerder",
      source: "Bron: voorbeeldgegevens (verzonnen)",
      edition: "Monitor Langer Thuis, editie 2020 · indicator 2", digest: FigureSamples.digest),
    Lines(
      places: places(2014...2020),
      series: [
        .init(
          "75 jaar of ouder",
          points(
            [1168.2, 1194.6, 1221.9, 1254, 1291.7, 1331.4, 1368.9],
            changes: [nil, 2.3, 2.3, 2.6, 3, 3.1, 2.8])),
        .init(
          "85 jaar of ouder",
          points(
            [281, 288.7, 297.1, 305.2, 313.6, 322.8, 329.4],
            changes: [nil, 2.7, 2.9, 2.7, 2.8, 2.9, 2])),
      ], format: ValueFormat(decimals: 1, unit: "personen × 1.000")))

  static let gaps = Figure(
    FigureSamples.frame("gaten", title: "Gaten en voorlopige jaren"),
    Lines(
      places: places(2012...2021),
      series: [
        .init(
          "Cliënten",
          [
            .init(.known(48.1)), .init(.known(48.9)), .init(.missing("niet gemeten")),
            .init(.missing("niet gemeten")), .init(.known(50.2)), .init(.missing("geheim")),
            .init(.known(51.5)), .init(.known(52.4), isProvisional: true),
            .init(.known(53.3), isProvisional: true), .init(.missing("nog niet bekend")),
          ])
      ], format: ValueFormat(decimals: 1, unit: "%")))

  static let twelve = Figure(
    FigureSamples.frame("twaalf", title: "Groei van het aantal inwoners per provincie"),
    Lines(
      places: places(2020...2023),
      series: zip(
        [
          "Groningen", "Fryslân", "Drenthe", "Overijssel", "Flevoland", "Gelderland", "Utrecht",
          "Noord-Holland", "Zuid-Holland", "Zeeland", "Noord-Brabant", "Limburg",
        ], 0...
      ).map { name, index in
        let start = Double(index % 5) / 10
        return .init(name, points([start, start + 0.3, start + 0.45, start + Double(index) / 12]))
      }, format: ValueFormat(decimals: 1, unit: "%")))

  static let months = Figure(
    FigureSamples.frame("maanden", title: "Aanvragen per maand"),
    Lines(
      places: (0..<48).map { month in
        let number = month % 12 + 1
        return .init("\(2018 + month / 12)-\(number < 10 ? "0" : "")\(number)", at: Double(month))
      },
      series: [
        .init(
          "",
          points(
            (0..<48).map { month -> Double? in
              let wave = (month * 37) % 90
              return Double(400 + wave + month * 3)
            }))
      ], format: ValueFormat(unit: "aanvragen")))

  static let onePoint = Figure(
    FigureSamples.frame("een-punt", title: "Een jaar"),
    Lines(places: places(2020...2020), series: [.init("", points([12]))], format: ValueFormat()))

  static let allMissing = Figure(
    FigureSamples.frame("lijn-onbekend", title: "Alles onbekend"),
    Lines(
      places: places(2019...2021), series: [.init("", points([nil, nil, nil]))],
      format: ValueFormat()))

  static let negative = Figure(
    FigureSamples.frame("lijn-negatief", title: "Saldo van vestiging en vertrek"),
    Lines(
      places: places(2016...2021),
      series: [
        .init("Binnenland", points([-420, -310, 120, nil, -80, 240])),
        .init("Buitenland", points([300, 340, 390, 410, 150, 280])),
      ], format: ValueFormat(unit: "personen")))

  static let outlier = Figure(
    FigureSamples.frame("uitschieter", title: "Een uitschieter"),
    Lines(
      places: places(2016...2021), series: [.init("", points([3, 4, 5, 1e12, 4, 3]))],
      format: ValueFormat()))

  static let longNames = Figure(
    FigureSamples.frame("lange-namen", title: "Lange namen aan het einde van lijnen"),
    Lines(
      places: [
        .init("Eerste meting onder alle deelnemende gemeenten", at: 0),
        .init("Tweede meting", at: 1),
        .init("Derde meting, na het afronden van het programma", at: 2),
      ],
      series: [
        .init(
          "Gemeenten met een vastgesteld beleidsplan voor wonen, welzijn en zorg",
          points([30, 44, 51])),
        .init(
          "Gemeenten zonder zo'n plan, maar met afspraken met woningcorporaties",
          points([28, 43, 50])),
      ], format: ValueFormat(unit: "%")))

  static let area = Figure(
    FigureSamples.frame("vlak", title: "Locaties met woonzorgvormen"),
    Lines(
      .area, places: places(2015...2021),
      series: [.init("", points([1200, 1340, 1500, 1610, 1903, 2300, 2807]))],
      format: ValueFormat(unit: "locaties")))

  static let stacked = Figure(
    FigureSamples.frame("vlak-gestapeld", title: "Woningen naar type"),
    Lines(
      .area, places: places(2015...2020),
      series: [
        .init("Nultredenwoning", points([100, 110, 125, 130, 140, 155])),
        .init("Geclusterd", points([40, 42, 45, 50, 52, 60])),
        .init("Zorggeschikt", points([10, 12, 13, 15, 16, 18])),
      ], format: ValueFormat(unit: "duizend woningen")))

  static let areaGaps = Figure(
    FigureSamples.frame("vlak-gaten", title: "Vlakken met gaten"),
    Lines(
      .area, places: places(2015...2021),
      series: [
        .init("Ja", points([10, 12, nil, 15, 16, nil, 18])),
        .init("Nee", points([4, nil, nil, 5, 6, nil, 8])),
      ], format: ValueFormat()))
}
