/// An image of the author, read with the report.
struct ReportImage: Sendable {
  /// Relative to the folder of the report.
  let path: String
  let bytes: [UInt8]
  let mediaType: String

  /// The media type of an image file by its extension; nil for anything that is none.
  static func mediaType(of path: String) -> String? {
    switch path.split(separator: ".").last?.lowercased() {
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "svg": "image/svg+xml"
    default: nil
    }
  }
}
