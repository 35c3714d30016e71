import Columnar
import FoundationEssentials
import SourceText
import Testing

@testable import DataSources

/// Files as agencies publish them. They are not part of the package: `PEIL_SHARED` names the
/// folder that has them in `data`, else it is `../shared` beside the package.
private enum Specimens {
  static let folder: String? = {
    var candidates: [String] = []
    if let shared = ProcessInfo.processInfo.environment["PEIL_SHARED"] { candidates = [shared] }
    var path = URL(filePath: #filePath)
    for _ in 0..<3 { path.deleteLastPathComponent() }
    path.deleteLastPathComponent()
    candidates.append(path.path + "/shared")
    return candidates.map { $0 + "/data" }.first { FileManager.default.fileExists(atPath: $0) }
  }()
}

@Suite(
  .enabled(if: Specimens.folder != nil, "the folder of specimens is absent: set PEIL_SHARED to run")
)
struct SpecimenTests {
  private func source(_ name: String, _ change: (inout CSVOptions) -> Void = { _ in }) throws
    -> CSVSource
  {
    var options = CSVOptions()
    change(&options)
    let folder = try #require(Specimens.folder)
    return try CSVSource(path: "\(folder)/\(name)", displayName: name, options: options)
  }

  @Test(arguments: [
    ("GM_naar_GGD_en_PV_2020.csv", 355, 7),
    ("Kerncijfers_wijken_en_buurten_2024_geslachten.csv", 18310, 13),
    ("Regionale_kerncijfers_Nederland_11122025_133649.csv", 729, 63),
    ("Regionale_kerncijfers_Nederland_23012024_192144.csv", 2908, 4),
    ("aantalinw_totaal_65plus_2020_provincie.csv", 26, 5),
    ("arbeidsvolume_huisartsen_gzc_provincie_2020.csv", 13, 4),
    ("cbs_85067NED_gebieden_in_nederland_2022_data.csv", 345, 57),
    ("cbs_85067NED_RegioS.csv", 345, 4), ("cbs_85067NED_DataProperties.csv", 85, 12),
    ("cbs_85067NED_TableInfos.csv", 1, 21), ("cbs_85318NED_kwb2022_DataProperties.csv", 158, 14),
    ("ervarengezondheid_65plus_2020_gemeente_ggdregio.csv", 382, 5),
    ("gemeenten_referentie_2022.csv", 345, 21), ("herindelingen_2018_2023.csv", 69, 6),
    ("instroomleeftijdwlz_gemeente_2020.csv", 1420, 4),
    ("71950ned_TypedDataSet_29012025_112846.csv", 6, 16),
    ("Gezonde_levensverwachting__vanaf_1981_29012025_112744.csv", 7, 4),
  ])
  func loadsWithoutASetting(_ name: String, _ rows: Int, _ columns: Int) throws {
    let table = try source(name).read()
    #expect(table.count == rows)
    #expect(table.columns.count == columns)
    #expect(!table.schema.names.contains { $0.hasPrefix("\u{FEFF}") })
  }

  @Test func populationOfTheYears() throws {
    let table = try source("Regionale_kerncijfers_Nederland_23012024_192144.csv").read()
    #expect(table.schema.time?.name == "Perioden")
    let name = "Bevolking/Bevolkingssamenstelling op 1 januari/Totale bevolking (aantal)"
    #expect(table.schema.field(name)?.type == .integer)
    var sums: [Value: Double] = [:]
    for (year, value) in zip(table.values("Perioden"), table.values(name)) {
      sums[year, default: 0] += value.asNumber ?? 0
    }
    #expect(sums[.integer(2020)] == 17_407_585)
    #expect(sums[.integer(2021)] == 17_475_415)
    #expect(sums[.integer(2022)] == 17_590_672)
    #expect(sums[.integer(2023)] == 17_811_291)
  }

  @Test func paddedCodesAndNumbers() throws {
    let table = try source("ervarengezondheid_65plus_2020_gemeente_ggdregio.csv") {
      $0.decimalComma = false
      $0.missing = [(".", .unknown)]
    }.read()
    #expect(table.values("RegioS")[0] == .text("NL01"))
    #expect(
      table.values("ErvarenGezondheidGoedZeerGoed_6").prefix(2) == [.number(67.1), .number(76.6)])
    #expect(table.values("Persoonskenmerken")[0] == .integer(80200))
    let codes = try source("GM_naar_GGD_en_PV_2020.csv").read(columns: [
      "Lokaliseringen van gemeenten/Provincies/Code (code)"
    ])
    #expect(codes.values("Lokaliseringen van gemeenten/Provincies/Code (code)")[0] == .text("PV22"))
  }

  @Test func blanksAreUnknown() throws {
    let table = try source("instroomleeftijdwlz_gemeente_2020.csv").read()
    let values = table.values("Wmo-cliënten; gebruik Wlz aantal (aantal)")
    #expect(values.count { $0 == .missing(.unknown) } == 124)
    #expect(table.schema.fields.last?.type == .integer)
  }

  @Test func decimalPointIsDeclared() throws {
    let name = "71950ned_TypedDataSet_29012025_112846.csv"
    #expect(try source(name).advice.count == 10)
    let table = try source(name) { $0.decimalComma = false }.read()
    #expect(table.schema.time?.type == .period)
    #expect(table.values("LevensverwachtingLV_1").prefix(2) == [.number(81.35), .number(81.61)])
    let places = try source("gemeenten_referentie_2022.csv") { $0.decimalComma = false }.read()
    #expect(places.values("lon")[0] == .number(6.62073))
    #expect(places.values("code")[0] == .text("GM0014"))
  }

  @Test func datesOfRedivisions() throws {
    let table = try source("herindelingen_2018_2023.csv").read()
    let day = try #require(CalendarDate(year: 2018, month: 1, day: 1))
    #expect(table.values("ingangsdatum")[0] == .date(day))
  }

  @Test func pointsForUnknownAndASourceLine() throws {
    let opened = try source("Gezonde_levensverwachting__vanaf_1981_29012025_112744.csv") {
      $0.missing = [(".", .unknown)]
    }
    #expect(opened.sourceLine == "Bron: CBS")
    #expect(opened.schema.time?.type == .integer)
    #expect(
      try opened.read().values("jaren").suffix(3) == [
        .number(81.35), .number(81.61), .number(81.84),
      ])
  }

  @Test func twoHeaderLines() throws {
    let opened = try source("Geregistreerde_criminaliteit_Noord_Nederland.csv") {
      $0.headerLines = 2
    }
    let table = try opened.read()
    #expect(
      table.schema.names == ["Soort misdrijf", "2021 aantal", "2022* aantal", "2023* aantal"])
    #expect(table.values("2023* aantal")[0] == .integer(64165))
    #expect(table.count == 73)
    #expect(throws: Diagnostic.self) {
      try source("Geregistreerde_criminaliteit_Noord_Nederland.csv")
    }
  }

  @Test func namelessColumnsAreNamed() throws {
    let opened = try source("Regionale_kerncijfers_Nederland_22012025_144703.csv") {
      $0.names = [(1, "regio"), (2, "jaar")]
    }
    let table = try opened.read()
    #expect(table.schema.time?.name == "jaar")
    #expect(table.count == 21)
    #expect(table.columns[2].value(at: 0) == .number(1.1))
  }

  @Test func aFileSavedTwiceIsRecognised() {
    #expect { try source("Inkomen_van_huishoudens__regio_11122025_135329.csv") } throws: {
      ($0 as? Diagnostic)?.code == "saved-twice"
    }
  }

  @Test func boundariesOf2022() throws {
    let name = "gemeenten_2022_gegeneraliseerd.geojson"
    let boundaries = try Boundaries.read(path: "\(#require(Specimens.folder))/\(name)", name: name)
    let layer = try #require(boundaries.layers.first)
    #expect(layer.shapes.count == 345)
    let codes = layer.shapes.compactMap { $0.property("statcode") }
    #expect(boundaries.match(codes)?.property == "statcode")
    let points = layer.shapes.flatMap { $0.polygons.flatMap { $0.flatMap { $0 } } }
    let (x, y) = (points.map(\.x), points.map(\.y))
    // The country lies between 13 and 278 km east, and 306 and 620 km north.
    #expect(try #require(x.min()) > 10_000 && #require(x.max()) < 280_000)
    #expect(try #require(y.min()) > 300_000 && #require(y.max()) < 625_000)
  }
}
