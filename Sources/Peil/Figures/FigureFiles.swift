import Columnar
import Graphics
import Planning
import Wording

/// The files behind a figure that neither its rows nor a declaration name the source of.
enum FigureFiles {
  /// As many files are named; of more the rest is counted.
  private static let most = 3

  /// "wmo.csv (bestand 1a2b3c4d)": each file with the first digits of its SHA-256, in the order in
  /// which they are read.
  ///
  /// Throws a fault when a file is gone or became another.
  static func named(_ spec: FigureSpec, _ language: Language) throws(PeilError) -> [String] {
    let files = Session.files(of: spec.readings.filter(isUnnamed)).filter { !$0.isEmbedded }
    var names: [String] = []
    for file in files.prefix(most) {
      let digest: String
      do {
        digest = try file.sha256()
      } catch {
        throw PeilError(error)
      }
      let name = DisplayText.clean(file.path.split(separator: "/").last.map(String.init) ?? "")
      let word = "\(language == .dutch ? "bestand" : "file") \(digest.prefix(8))"
      // What cannot be written in a figure is no reason to have none.
      let isWritable = !name.isEmpty && TextMeasure.unknown(in: name) == nil
      names.append(isWritable ? "\(name) (\(word))" : word)
    }
    guard files.count > most else { return names }
    let others = files.count - most
    switch language {
    case .dutch:
      names[most - 1] += " en \(others) \(others == 1 ? "ander bestand" : "andere bestanden")"
    case .english: names[most - 1] += " and \(others) other \(others == 1 ? "file" : "files")"
    }
    return names
  }

  /// A declaration may cite the source of all rows, a column that of each.
  private static func isUnnamed(_ source: any TableSource) -> Bool {
    source.schema.citation == nil && source.schema.index(of: "source") == nil
  }
}
