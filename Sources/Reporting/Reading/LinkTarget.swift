/// Where links of a report may lead.
enum LinkTarget {
  /// What a message says is allowed.
  static let help =
    "links lead to https, http or mailto addresses, to `#places` or to files beside the report"

  private static let schemes = ["https", "http", "mailto"]

  /// Whether a link may be followed: no program, no data, no path from the root of a machine.
  static func isAllowed(_ url: String) -> Bool {
    // Browsers pass over control characters and white space inside a scheme.
    guard !url.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      return false
    }
    if url.hasPrefix("#") { return true }
    if url.hasPrefix("/") || url.hasPrefix("\\") || url.isEmpty { return false }
    guard let colon = url.firstIndex(of: ":") else { return true }
    let scheme = url[..<colon]
    // A colon behind a slash belongs to a path.
    if scheme.contains(where: { $0 == "/" || $0 == "?" || $0 == "#" }) { return true }
    return schemes.contains(scheme.lowercased())
  }

  /// Whether a path stays inside the folder of the report.
  static func isInside(_ path: String) -> Bool {
    guard !path.isEmpty, !path.contains(":"), !path.contains("\\") else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0 != "." && $0 != ".."
    }
  }
}
