/// A file that a report makes, in memory.
package struct OutputFile: Sendable, Equatable {
  /// Relative to the folder of the outputs, with `/` between its parts.
  package let path: String
  package let mediaType: String
  package let bytes: [UInt8]

  /// A file with its bytes.
  package init(path: String, mediaType: String, bytes: [UInt8]) {
    self.path = path
    self.mediaType = mediaType
    self.bytes = bytes
  }

  /// A file with a text, as UTF-8.
  package init(path: String, mediaType: String, text: String) {
    self.init(path: path, mediaType: mediaType, bytes: Array(text.utf8))
  }
}
