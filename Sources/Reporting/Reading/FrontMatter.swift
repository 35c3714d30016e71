import Columnar
import SourceText
import Wording

/// What a report says about itself between the `---` lines at its start.
struct FrontMatter: Sendable {
  /// The keys there are.
  enum Key: String, CaseIterable {
    case title, subtitle, number, language, edition, footer, date, license, formats
    case forEach = "for each"
  }

  var title: Template?
  var subtitle: Template?
  /// Stands before the numbers of figures and tables: with 24 the first figure is 24.1.
  var number: Template?
  var edition: Template?
  var footer: Template?
  /// When it appears: a day, month or year as ISO 8601 writes it.
  var date: Template?
  /// The address of the terms on which it may be used.
  var license: Template?
  var language = Language.dutch
  var formats = ReportFormat.usual
  var batch: ReportBatch?
  /// Where the text begins.
  var bodyStart = 0
}

/// Reads front matter: lines `key: value`, blank lines and lines that begin with `#`.
struct FrontMatterReader {
  private let file: SourceFile
  private(set) var frontMatter = FrontMatter()
  private(set) var faults: [Diagnostic] = []
  private var places: [FrontMatter.Key: SourceRange] = [:]

  /// Reads the start of a report and adds the insertions found to a list.
  init(_ file: SourceFile, insertions: inout [Insertion]) {
    self.file = file
    let hasMark = file.has("\u{FEFF}", at: 0, limit: file.utf8.count)
    frontMatter.bodyStart = hasMark ? 3 : 0
    let first = SourceRange(frontMatter.bodyStart, line(0).upper)
    guard isRule(first) else {
      faults.append(missingTitle(first))
      return
    }
    var end: Int?
    for number in file.lines.starts.indices.dropFirst() {
      let range = file.trimmed(line(number))
      if isRule(line(number)) {
        end = number
        break
      }
      if range.lower == range.upper || file.utf8[range.lower] == UInt8(ascii: "#") { continue }
      do throws(Diagnostic) { try read(range, &insertions) } catch { faults.append(error) }
    }
    guard let end else {
      faults = [
        Diagnostic(
          .error, code: "unclosed-front-matter", "the front matter does not end", file: file,
          range: first, label: "begins here", notes: ["end it with a line `---`"])
      ]
      return
    }
    frontMatter.bodyStart =
      end + 1 < file.lines.starts.count ? file.lines.starts[end + 1] : file.utf8.count
    if frontMatter.title == nil, places[.title] == nil { faults.append(missingTitle(first)) }
  }

  private mutating func read(_ line: SourceRange, _ insertions: inout [Insertion])
    throws(Diagnostic)
  {
    guard let colon = file.firstPlace(of: ":", in: line) else {
      throw Diagnostic(
        .error, code: "front-matter-line", "a line of front matter without `:`", file: file,
        range: line, notes: ["write `key: value`"])
    }
    let name = file.trimmed(SourceRange(line.lower, colon.lower))
    let value = unquoted(file.trimmed(SourceRange(colon.upper, line.upper)))
    guard let key = FrontMatter.Key(rawValue: file.text(name)) else { throw unknownKey(name) }
    if let earlier = places[key] {
      throw Diagnostic(
        .error, code: "repeated-key", "`\(key.rawValue)` stands twice in the front matter",
        file: file, range: name,
        related: [.init(file: file, range: earlier, label: "here first")])
    }
    places[key] = name
    guard value.lower < value.upper else {
      throw Diagnostic(
        .error, code: "empty-value", "no value for `\(key.rawValue)`", file: file, range: name)
    }
    switch key {
    case .title: frontMatter.title = try Template(file, value, insertions: &insertions)
    case .subtitle: frontMatter.subtitle = try Template(file, value, insertions: &insertions)
    case .number: frontMatter.number = try valuesOnly(value, &insertions)
    case .edition: frontMatter.edition = try valuesOnly(value, &insertions)
    case .footer: frontMatter.footer = try Template(file, value, insertions: &insertions)
    case .date: frontMatter.date = try date(value, &insertions)
    case .license: frontMatter.license = try license(value, &insertions)
    case .language: frontMatter.language = try language(value)
    case .formats: frontMatter.formats = try formats(value)
    case .forEach: frontMatter.batch = try ReportBatch(file, value)
    }
  }

  /// A template without references: figures and tables have their numbers from it.
  private func valuesOnly(_ range: SourceRange, _ insertions: inout [Insertion])
    throws(Diagnostic) -> Template
  {
    let first = insertions.count
    let template = try Template(file, range, insertions: &insertions)
    for insertion in insertions[first...] {
      guard case .reference = insertion.content else { continue }
      throw Diagnostic(
        .error, code: "reference-in-front-matter",
        "a reference where figures get their numbers from", file: file, range: insertion.range)
    }
    return template
  }

  private func date(_ range: SourceRange, _ insertions: inout [Insertion]) throws(Diagnostic)
    -> Template
  {
    let parts = file.text(range).split(separator: "-", omittingEmptySubsequences: false)
    let isWritten = zip(parts, [4, 2, 2]).allSatisfy { part, length in
      part.utf8.count == length && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    let numbers = parts.compactMap { Int($0) } + [1, 1]
    guard isWritten, (1...3).contains(parts.count),
      CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
    else {
      throw Diagnostic(
        .error, code: "date", "`\(file.text(range))` is not a date", file: file, range: range,
        notes: ["write 2020-07-03, 2020-07 or 2020"])
    }
    return try Template(file, range, insertions: &insertions)
  }

  private func license(_ range: SourceRange, _ insertions: inout [Insertion])
    throws(Diagnostic) -> Template
  {
    guard file.has("https://", at: range.lower, limit: range.upper) else {
      throw Diagnostic(
        .error, code: "license", "a license is named by its address", file: file, range: range,
        notes: ["such as https://creativecommons.org/licenses/by/4.0/"])
    }
    return try Template(file, range, insertions: &insertions)
  }

  private func language(_ range: SourceRange) throws(Diagnostic) -> Language {
    let tag = file.text(range)
    if let language = Language.allCases.first(where: { $0.tag == tag }) { return language }
    throw Diagnostic(
      .error, code: "unknown-language", "no language `\(tag)`", file: file, range: range,
      notes: ["languages: nl, en"])
  }

  private func formats(_ range: SourceRange) throws(Diagnostic) -> [ReportFormat] {
    let names = file.text(range).split(separator: ",", omittingEmptySubsequences: false)
    var formats: [ReportFormat] = []
    for name in names.map({ $0.filter { $0 != " " && $0 != "\t" } }) {
      guard let format = ReportFormat(rawValue: name) else {
        throw Diagnostic(
          .error, code: "unknown-format", "no format `\(name)`", file: file, range: range,
          notes: ["formats: " + ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")])
      }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }

  private func unknownKey(_ name: SourceRange) -> Diagnostic {
    let keys = FrontMatter.Key.allCases.map(\.rawValue)
    let nearest = Suggestion.nearest(to: file.text(name), among: keys)
    return Diagnostic(
      .error, code: "unknown-key", "no front matter key `\(file.text(name))`", file: file,
      range: name, label: nearest.map { "did you mean `\($0)`?" },
      notes: ["keys: " + keys.joined(separator: ", ")])
  }

  private func missingTitle(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, code: "missing-title", "the report has no title", file: file, range: range,
      notes: ["begin the file with the lines `---`, `title: …` and `---`"])
  }

  private func line(_ number: Int) -> SourceRange {
    file.lines.range(ofLine: number, in: file.utf8)
  }

  private func isRule(_ line: SourceRange) -> Bool {
    let trimmed = file.trimmed(line)
    return trimmed.lower == line.lower && file.text(trimmed) == "---"
  }

  /// A value without the quotation marks around it.
  private func unquoted(_ range: SourceRange) -> SourceRange {
    let mark = UInt8(ascii: "\"")
    guard range.upper - range.lower >= 2, file.utf8[range.lower] == mark,
      file.utf8[range.upper - 1] == mark
    else { return range }
    return SourceRange(range.lower + 1, range.upper - 1)
  }
}
