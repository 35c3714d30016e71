import Graphics
import Wording

/// Dots, slopes, histograms, stacks, panels and tables of the golden files.
enum MarkSamples {
  static let all: [(name: String, figure: Figure)] = [
    ("punten", dots), ("punten-een-reeks", oneSeries), ("punten-onbekend", dotsMissing),
    ("helling", slope), ("histogram", histogram), ("histogram-een", oneValue),
    ("stapel", stacked), ("stapel-aandeel", share), ("stapel-liggend", stackedLying),
    ("stapel-negatief", stackedNegative), ("panelen-lijnen", linePanels),
    ("panelen-staven", barPanels), ("panelen-reeksen", seriesPanels), ("tabel", table),
    ("tabel-verloop", tableCourse), ("tabel-een-kolom", plainTable),
  ]

  private static let provinces = [
    "Groningen", "Fryslân", "Drenthe", "Overijssel", "Flevoland", "Gelderland", "Utrecht",
    "Noord-Holland", "Zuid-Holland", "Zeeland", "Noord-Brabant", "Limburg",
  ]

  private static func figure(_ id: String, _ title: String, _ mark: any Mark) -> Figure {
    Figure(FigureSamples.frame(id, title: title), mark)
  }

  static let dots = figure(
    "punten", "Tevredenheid per provincie in twee edities",
    Dots(
      series: ["Editie 2019", "Editie 2020"],
      categories: provinces.enumerated().map { index, name in
        let first = 68 + Double((index * 7) % 11)
        let second = first + Double((index * 5) % 7) - 2
        return .init(
          name,
          values: [.known(first), index == 4 ? .missing("nog niet bekend") : .known(second)])
      }, format: ValueFormat(unit: "%")))

  static let oneSeries = figure(
    "punten-een", "Cijfer voor de zorg",
    Dots(
      categories: [
        .init("Dagelijks leven", values: [.known(6.9)]),
        .init("Gezondheid", detail: "zelf gerapporteerd", values: [.known(6.8)]),
        .init("Omgeving, buurt en de bereikbaarheid van voorzieningen", values: [.known(7.6)]),
        .init("Zorg", values: [.missing("geheim")]),
      ], format: ValueFormat(decimals: 1)))

  static let dotsMissing = figure(
    "punten-onbekend", "Alles onbekend",
    Dots(categories: [.init("a", values: [.missing("")]), .init("b", values: [.missing("geheim")])])
  )

  static let slope = figure(
    "helling", "Van de eerste naar de tweede editie",
    Lines(
      .slope, places: [.init("Editie 2019", at: 0), .init("Editie 2020", at: 1)],
      series: [
        .init("Goede kwaliteit van leven", LineSamples.points([65, 68])),
        .init("Zorg goed geregeld", LineSamples.points([71, 74])),
        .init("Woning geschikt om ouder in te worden", LineSamples.points([81, 81])),
        .init("Mantelzorgers goed geïnformeerd", LineSamples.points([70, nil])),
        .init("Afstemming met formele zorg", LineSamples.points([89, 88])),
        .init("Regie over het leven", LineSamples.points([71, 67])),
      ], format: ValueFormat(unit: "%")))

  private static let values: [Datum] = (0..<345).map { index in
    if index % 57 == 5 { return .missing("geheim") }
    if index % 91 == 7 { return .missing("onbekend") }
    let wave = (index * index * 13 + index * 7) % 40
    return .known(5 + Double(wave) + Double(index % 9) * 2.5)
  }

  static let histogram = figure(
    "histogram", "Cliënten per 1.000 inwoners",
    Histogram(
      values, classes: classes(values), format: ValueFormat(unit: "cliënten"),
      noun: Noun(one: "gemeente", many: "gemeenten")))

  static let oneValue = figure(
    "histogram-een", "Een waarde", Histogram([.known(7)], classes: classes([.known(7)])))

  private static func classes(_ values: [Datum]) -> HistogramClasses {
    guard let classes = HistogramClasses(values.compactMap(\.value)) else {
      fatalError("the samples fit in classes")
    }
    return classes
  }

  private static let parts: [Bars.Category] = [
    .init("2018", values: [.known(100), .known(40), .known(10)]),
    .init("2019", detail: "voorlopig", values: [.known(110), .missing("geheim"), .known(12)]),
    .init("2020", values: [.known(125), .known(45), .known(13)]),
  ]
  private static let kinds = ["Nultreden", "Geclusterd", "Zorggeschikt"]

  static let stacked = figure(
    "stapel", "Woningen naar soort",
    Bars(series: kinds, categories: parts, arrangement: .stacked))

  static let share = figure(
    "stapel-aandeel", "Woningen naar soort, aandeel",
    Bars(series: kinds, categories: parts, arrangement: .share))

  static let stackedLying = figure(
    "stapel-liggend", "Woningen naar soort per provincie",
    Bars(
      series: kinds,
      categories: provinces.enumerated().map { index, name in
        .init(
          name,
          values: [
            .known(Double(30 + (index * 17) % 60)), .known(Double(5 + (index * 7) % 30)),
            index == 9 ? .missing("onbekend") : .known(Double(index)),
          ])
      }, arrangement: .stacked, direction: .lying))

  static let stackedNegative = figure(
    "stapel-negatief", "Groei door vestiging en geboorte",
    Bars(
      series: ["Geboorte min sterfte", "Vestiging min vertrek"],
      categories: [
        .init("2018", values: [.known(-12), .known(34)]),
        .init("2019", values: [.known(8), .known(21)]),
        .init("2020", values: [.known(-20), .known(-6)]),
      ], arrangement: .stacked))

  private static func panel(_ index: Int, _ series: Int) -> Lines {
    Lines(
      places: LineSamples.places(2016...2021),
      series: (0..<series).map { line in
        .init(
          series == 1 ? "" : "Reeks \(line + 1)",
          LineSamples.points(
            (0..<6).map { year -> Double? in
              if index == 2, year == 3 { return nil }
              let slope = Double((index * 5 + line * 3) % 7) - 2
              return 40 + Double(index) + slope * Double(year) + Double(line) * 15
            }))
      }, format: ValueFormat(unit: "%"))
  }

  static let linePanels = figure(
    "panelen-lijnen", "Aandeel per provincie",
    Panels(provinces.prefix(7).enumerated().map { ($1, panel($0, 1)) }))

  static let seriesPanels = figure(
    "panelen-reeksen", "Aandeel per leeftijd en provincie",
    Panels(provinces.prefix(4).enumerated().map { ($1, panel($0, 2)) }))

  static let barPanels = figure(
    "panelen-staven", "Bronnen van hulp per provincie",
    Panels(
      provinces.prefix(5).enumerated().map { index, name in
        (
          name,
          Bars(
            categories: ["Mantelzorg", "Wijkverpleging", "Vrijwilligers"].enumerated().map {
              place, label in
              .init(
                label,
                values: [
                  index == 3 && place == 1
                    ? .missing("niet gemeten") : .known(Double(10 + (index * 23 + place * 31) % 70))
                ])
            }, format: ValueFormat(unit: "%"))
        )
      }))

  static let table = figure(
    "tabel", "Verandering per onderdeel",
    DrawnTable(
      nameHead: "Onderdeel", heads: ["2019", "2020"],
      rows: [
        .init("Dagelijks leven", values: [.known(6.9), .known(6.9)], change: "0,0"),
        .init("Gezondheid", values: [.known(6.8), .known(7)], change: "+0,2"),
        .init(
          "Tevredenheid met de woning en de omgeving van de woning, zelf gerapporteerd",
          values: [.known(7.6), .missing("nog niet bekend")], change: "vorige waarde ontbreekt",
          isCompared: false),
      ], format: ValueFormat(decimals: 1)))

  static let tableCourse = figure(
    "tabel-verloop", "Inwoners per provincie",
    DrawnTable(
      nameHead: "Provincie", heads: ["2020", "2021"], courseHead: "2014–2021",
      rows: provinces.enumerated().map { index, name in
        let course = (0..<8).map { year -> Datum in
          if index == 3, year == 2 || year == 7 { return .missing("onbekend") }
          return .known(Double(400_000 + index * 90_000 + ((year * 7 + index) % 5) * 8_000))
        }
        return .init(
          name, values: Array(course.suffix(2)), change: index == 3 ? "onbekend" : "+1,2%",
          isCompared: index != 3,
          course: course)
      }, format: ValueFormat(unit: "inwoners")))

  static let plainTable = figure(
    "tabel-een-kolom", "Een kolom",
    DrawnTable(
      nameHead: "Gemeente", heads: ["Cliënten"],
      rows: [.init("Utrecht", values: [.known(12_345)]), .init("", values: [.missing("")])]))
}
