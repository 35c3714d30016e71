/// Gives headings ids that no other part of the page has.
///
/// An id comes from the words of its heading, so that links stay good when other headings come
/// and go. Ids of figures, tables and notes begin with words that no heading's id begins with.
struct PageIdentifiers {
  private static let reserved = ["fig-", "figuur-", "tabel-", "noot", "noten", "inhoud"]
  private var taken: Set<String> = []

  /// An id for a heading: letters and digits in lower case, `-` between words.
  mutating func identifier(of heading: String) -> String {
    var slug = ""
    var isParted = false
    for scalar in heading.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if isParted, !slug.isEmpty { slug += "-" }
        isParted = false
        slug.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory == .nonspacingMark {
        slug.unicodeScalars.append(scalar)
      } else if scalar != "'" && scalar != "’" {
        isParted = true
      }
    }
    if slug.isEmpty { slug = "kop" }
    if Self.reserved.contains(where: slug.hasPrefix) { slug = "kop-" + slug }
    var candidate = slug
    var attempt = 1
    while !taken.insert(candidate).inserted {
      attempt += 1
      candidate = "\(slug)-\(attempt)"
    }
    return candidate
  }

  /// Whether a heading has an id.
  func has(_ id: String) -> Bool { taken.contains(id) }
}
