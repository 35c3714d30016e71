import Wording

/// The words maps add to the texts of an author, in one language.
struct MapPhrases: Sendable {
  /// "Kaart".
  let map: String
  /// "Tegelkaart", with what it means.
  let tileMap: String
  let tiles: String
  let dotMap: String
  /// "minder dan" 10; 10 "tot" 15; 15 "of meer".
  let under: String
  let upTo: String
  let andMore: String
  let highest: String
  let lowest: String
  let middle: String
  let inClasses: String
  /// Before the noun: "genummerde" gemeenten.
  let numbered: String
  /// Beside the small dots: "andere gemeenten".
  let other: String
  /// Higher values lie more to the …
  let trend: String
  let directions: [String]
}

extension Language {
  /// The words of maps in this language.
  var mapPhrases: MapPhrases {
    switch self {
    case .dutch: .dutch
    case .english: .english
    }
  }
}

extension MapPhrases {
  static let dutch = MapPhrases(
    map: "Kaart", tileMap: "Tegelkaart",
    tiles: "alle vakjes zijn even groot en liggen bij hun plaats op de kaart",
    dotMap: "Stippenkaart van Nederland", under: "minder dan", upTo: "tot", andMore: "of meer",
    highest: "Hoogste", lowest: "Laagste", middle: "De middelste waarde is",
    inClasses: "Klassen", numbered: "genummerde", other: "andere",
    trend: "Hogere waarden liggen vaker in het",
    directions: ["noorden", "oosten", "zuiden", "westen"])

  static let english = MapPhrases(
    map: "Map", tileMap: "Tile map",
    tiles: "all tiles are of one size and lie near their place on the map",
    dotMap: "Dot map of the Netherlands", under: "under", upTo: "to", andMore: "or more",
    highest: "Highest", lowest: "Lowest", middle: "The middle value is",
    inClasses: "Classes", numbered: "numbered", other: "other",
    trend: "Higher values lie more often in the",
    directions: ["north", "east", "south", "west"])
}
