import Graphics
import Wording

/// The figures of the golden files: the visual standard, and one for each way to be laid out.
enum FigureSamples {
  static let all =
    bars + LineSamples.all + MarkSamples.all + MapSamples.all
    + [("palet", StyleSheetSample.figure)]

  private static let bars: [(name: String, figure: Figure)] = [
    ("fig-24-1", editions), ("kern-24", key), ("kern-onbekend", keyMissing),
    ("kern-lang", keyLong), ("groepen", grouped), ("groepen-liggend", groupedLying),
    ("negatief", negative), ("negatief-liggend", negativeLying), ("alles-onbekend", allMissing),
    ("leeg", empty), ("gemeenten", many), ("lange-namen", longNames), ("groot", large),
    ("vier-edities", fourEditions), ("percentages", percentages), ("english", english),
    ("vijandig", hostile),
  ]

  static let digest = "f01ba9781419e73dc474176362b96639adc0efced05f4b7558a4dd30d49004b8"

  static func frame(
    _ id: String, title: String, subtitle: String = "Aantal per 1.000 inwoners, 2020",
    language: Language = .dutch, note: String? = nil
  ) -> FigureFrame {
    FigureFrame(
      id: id, label: language == .dutch ? "Figuur 3.1" : "Figure 3.1", title: title,
      subtitle: subtitle, source: "Bron: voorbeeldgegevens (verzonnen)",
      edition: "Monitor Langer Thuis, editie 2020 · indicator 3", digest: digest,
      language: language, note: note)
  }

  static let editions = Figure(
    FigureFrame(
      id: "fig-24-1", label: "Figuur 24.1",
      title: "Bewonersinitiatieven in het domein Zorg en Welzijn",
      subtitle: "Aantal initiatieven in Nederland, per editie van de monitor",
      shortSubtitle: "Aantal initiatieven in Nederland, per editie", source: "Bron: nlzve.nl, 2017",
      edition: "Monitor Langer Thuis, editie 2020 · indicator 24", digest: digest),
    Bars(
      categories: [
        .init("Monitor 2019", detail: "peiljaar 2017", values: [.known(536)], isEarlier: true),
        .init(
          "Monitor 2020", detail: "peiljaar 2017", values: [.known(536)],
          change: .init(amount: "0,0%", remark: "zelfde cijfer")),
        .init(
          "Monitor 2021", detail: "nieuw cijfer aangekondigd",
          values: [.missing("nog niet bekend")]),
      ], format: ValueFormat(unit: "initiatieven"), noun: Noun(one: "editie", many: "edities")))

  static let key = Figure(
    FigureFrame(
      id: "kern-24", label: "Indicator 24",
      title: "Het aantal bewonersinitiatieven in het domein Zorg en Welzijn",
      subtitle: "Jaar: 2017", source: "Bron: nlzve.nl, 2017",
      edition: "Monitor Langer Thuis, editie 2020 · indicator 24", digest: digest,
      alternativeText:
        "Kerncijfer: 536 bewonersinitiatieven in 2017. Monitor 2019: 536. "
        + "Ten opzichte van Monitor 2019 ongewijzigd."),
    KeyFigure(
      .known("536"),
      facts: [
        "Monitor 2019: 536", "Monitor 2020 ten opzichte van 2019: ongewijzigd (0,0%)",
      ]))

  static let keyMissing = Figure(
    frame("kern-onbekend", title: "Aandeel ouderen dat zich eenzaam voelt", subtitle: "Jaar: 2021"),
    KeyFigure(
      .missing("nog niet bekend"),
      facts: ["Monitor 2019: 48,2%", "Een nieuw cijfer is aangekondigd voor de derde monitor."]))

  static let keyLong = Figure(
    frame("kern-lang", title: "Uitgaven aan wijkverpleging", subtitle: "Jaar: 2019"),
    KeyFigure(
      .known("3.412.345.678,9"), unit: "euro, exclusief eigen betalingen",
      facts: [
        "Monitor 2019: 3.298.765.432,1",
        "Ten opzichte van de vorige monitor stegen de uitgaven met 3,4%; een deel van de stijging "
          + "komt door een andere afbakening van de wijkverpleging.",
        "De cijfers over 2019 zijn voorlopig.",
      ]))

  static let grouped = Figure(
    frame("groepen", title: "Mantelzorgers naar leeftijd en geslacht"),
    Bars(
      series: ["Mannen", "Vrouwen", "Totaal"],
      categories: [
        .init("55 tot 65 jaar", values: [.known(112.5), .known(187.25), .known(150)]),
        .init("65 tot 75 jaar", values: [.known(98), .known(143.1), .known(120.4)]),
        .init("75 jaar of ouder", values: [.known(61), .missing("geheim"), .known(55.5)]),
      ], format: ValueFormat(decimals: 1)))

  static let groupedLying = Figure(
    frame("groepen-liggend", title: "Vijf reeksen naast elkaar, met een ontbrekend cijfer"),
    Bars(
      series: [
        "Wonen", "Zorg en ondersteuning", "Welzijn", "Vervoer", "Overige voorzieningen in de wijk",
      ],
      categories: [
        .init(
          "Noord", detail: "Groningen, Fryslân, Drenthe",
          values: [.known(12), .known(8.5), .known(3), .known(0), .known(21)]),
        .init(
          "Oost", values: [.known(10), .missing("te weinig waarnemingen"), .known(4), .known(5)]),
      ], format: ValueFormat(decimals: 1)))

  static let negative = Figure(
    frame(
      "negatief", title: "Verandering van het aantal verpleeghuisplaatsen",
      subtitle: "Verschil met een jaar eerder, in procenten"),
    Bars(
      categories: [
        .init("2016", values: [.known(-1.25)]), .init("2017", values: [.known(2.3)]),
        .init("2018", values: [.known(0)]), .init("2019", values: [.known(-3.06)]),
        .init("2020", values: [.missing("nog niet bekend")]),
      ], format: ValueFormat(decimals: 1, unit: "%")))

  static let negativeLying = Figure(
    frame("negatief-liggend", title: "Verschil met het landelijk gemiddelde, per provincie"),
    Bars(
      categories: [
        ("Groningen", -12.5), ("Fryslân", -3), ("Drenthe", 4.5), ("Overijssel", 11),
        ("Flevoland", -22.25), ("Gelderland", 6), ("Utrecht", 18), ("Noord-Holland", 0),
        ("Zuid-Holland", -0.04),
      ].map { .init($0.0, values: [.known($0.1)]) } + [
        .init("Zeeland", values: [.missing("onbetrouwbaar")])
      ], format: ValueFormat(decimals: 1)))

  static let allMissing = Figure(
    frame("alles-onbekend", title: "Een indicator waarvan nog geen enkel cijfer bekend is"),
    Bars(categories: [
      .init("Monitor 2020", values: [.missing("nog niet bekend")]),
      .init("Monitor 2021", values: [.missing("")]),
    ]))

  static let empty = Figure(
    frame("leeg", title: "Een figuur zonder gegevens"), Bars(categories: []))

  static let many = Figure(
    frame("gemeenten", title: "Bewonersinitiatieven per gemeente", note: noteText),
    Bars(
      categories: (1...40).map { index in
        .init(
          "Gemeente \(index)",
          values: [
            index == 17 ? .missing("niet bekend") : .known(Double((index * 37) % 101) * 12.5)
          ])
      }, format: ValueFormat(unit: "initiatieven"), noun: Noun(one: "gemeente", many: "gemeenten")))

  static let noteText =
    "Gemeenten zijn ingedeeld naar de stand van 1 januari 2020. Van gemeenten met minder dan tien "
    + "initiatieven is het aantal afgerond op een veelvoud van vijf."

  static let longNames = Figure(
    frame(
      "lange-namen",
      title: "Oordeel van gemeenten over de samenwerking met zorgverzekeraars en zorgkantoren bij "
        + "het versterken van de sociale basis in de wijk"),
    Bars(
      categories: [
        .init(
          "Samenwerking tussen gemeente, zorgverzekeraar en zorgkantoor is vastgelegd",
          detail: "alleen gemeenten met een schriftelijke overeenkomst", values: [.known(62.5)]),
        .init("Arbeidsongeschiktheidsverzekeringsmaatschappijoverleggroepen", values: [.known(31)]),
        .init("Geen samenwerking", values: [.known(6.5)]),
      ], format: ValueFormat(unit: "%")))

  static let large = Figure(
    frame("groot", title: "Zorguitgaven", subtitle: "Euro, lopende prijzen"),
    Bars(
      categories: [
        .init("2018", values: [.known(71_345_678_901)], isEarlier: true),
        .init("2019", values: [.known(74_912_345_678)], change: .init(amount: "+5,0%")),
        .init("2020", values: [.known(81_000_000_000)], change: .init(amount: "+8,1%")),
      ], format: ValueFormat(style: .cbs)))

  static let fourEditions = Figure(
    frame("vier-edities", title: "Vier edities met veranderingen"),
    Bars(categories: [
      .init("2017", values: [.known(1210)], isEarlier: true),
      .init("2018", values: [.known(1250)], isEarlier: true, change: .init(amount: "+3,3%")),
      .init("2019", values: [.known(980)], isEarlier: true, change: .init(amount: "−21,6%")),
      .init("2020", values: [.known(1005)], change: .init(amount: "+2,6%")),
    ]))

  static let percentages = Figure(
    frame(
      "percentages", title: "Ouderen met zorg aan huis", subtitle: "Percentage van 75-plussers"),
    Bars(
      categories: (2013...2020).map {
        .init("\($0)", values: [.known(30 + Double($0 % 7) * 2.45)])
      }, format: ValueFormat(decimals: 1, unit: "%")))

  static let english = Figure(
    frame(
      "english", title: "Community initiatives", subtitle: "Number per province", language: .english
    ),
    Bars(
      categories: [
        .init("Utrecht", values: [.known(1234.5)]), .init("Zeeland", values: [.missing("")]),
      ], format: ValueFormat(style: .english, unit: "initiatives"),
      noun: Noun(one: "province", many: "provinces")))

  static let hostile = Figure(
    FigureFrame(
      id: "1 <&\">", label: "<&\">", title: "Titel met <b>&amp;</b> \"aanhaling\" en 👩‍👩‍👧‍👦",
      subtitle: "", source: "Bron: \u{0}\u{1B}[31m & <\u{FFFF}>", edition: "]]>",
      digest: "<script>",
      note: "regel\nregel\t\ttab"),
    Bars(
      series: ["<a>", ""],
      categories: [
        .init("", values: [.known(.nan), .known(.infinity)]),
        .init(
          String(repeating: "W", count: 120),
          values: [.known(-1e300), .known(.leastNonzeroMagnitude)]),
        .init("🇳🇱 & \"x\"", detail: "<i>", values: [.missing("<&\">"), .known(1)]),
      ]))
}
