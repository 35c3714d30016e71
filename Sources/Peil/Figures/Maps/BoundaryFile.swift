import DataSources
import Planning
import SourceText

/// The file of boundaries a figure asks for.
struct BoundaryFile: Equatable {
  /// The path as written.
  let path: String
  private let folder: String

  /// The file of a specification; nil when it names none.
  init?(_ spec: FigureSpec) {
    guard case .file(let path, let folder)? = spec.settings["boundaries"] else { return nil }
    self.path = path
    self.folder = folder
  }

  /// The boundaries in it.
  func read() throws(Diagnostic) -> Boundaries {
    let full = path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    return try Boundaries.read(path: full, name: path)
  }
}
