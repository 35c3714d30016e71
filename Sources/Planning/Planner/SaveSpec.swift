/// Where and how `save` writes.
package struct SaveSpec: Sendable {
  /// The path as written.
  package let path: String
  /// The folder a relative path starts from; empty is the working folder.
  package let folder: String
  /// The extension in lower case, without point.
  package let fileExtension: String
  /// The figure to draw; nil saves the rows.
  package var figure: FigureSpec?
  /// csv: the separator, the decimal mark and whether a byte order mark comes first.
  package var delimiter: UInt8?
  package var decimal: UInt8?
  package var hasByteOrderMark = false
  /// svg and png: whether the figure is drawn for phones.
  package var isNarrow = false

  /// Makes it of a path.
  package init(path: String, folder: String, fileExtension: String) {
    self.path = path
    self.folder = folder
    self.fileExtension = fileExtension
  }

  /// The path to open.
  package var fullPath: String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }
}
