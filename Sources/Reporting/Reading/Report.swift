package import SourceText
package import Wording

/// A report as written: front matter, prose, blocks and insertions, all of it checked for form.
///
/// Nothing has run yet; see ``Report/rendered(in:engineVersion:formats:)``.
package struct Report: Sendable {
  /// The name of its folder, which names its outputs.
  package let name: String
  /// The text of `report.md`.
  package let file: SourceFile
  /// The files its text was made of.
  package let composition: Composition
  /// The folder, for images.
  let folder: String
  let frontMatter: FrontMatter
  let fences: [BodyScanner.Fence]
  /// Those of the front matter first, then those of the prose, in order.
  let insertions: [Insertion]
  /// The prose with a mark for each insertion.
  let tree: MarkdownNode
  let marker: InsertionMarker
  let images: [ReportImage]

  /// The language of the words the engine adds, and of numbers.
  package var language: Language { frontMatter.language }

  /// The documents the author wants, in order.
  package var formats: [ReportFormat] { frontMatter.formats }

  /// What it is made once for each of; nil for a report that is one document.
  package var batch: ReportBatch? { frontMatter.batch }

  /// The blocks in order.
  package var blocks: [ReportBlock] { fences.map(\.block) }

  /// The expressions in the prose, in order.
  package var expressions: [InlineExpression] {
    insertions.compactMap { insertion in
      switch insertion.content {
      case .value(let range, _): InlineExpression(report: file, range: range)
      case .reference: nil
      }
    }
  }

  /// Reads `report.md` in a folder.
  package static func read(folder: String) throws(Diagnostics) -> Report {
    let composition = try Composition(folder: folder)
    do throws(Diagnostics) {
      return try Report(
        name: FileReading.lastPart(of: folder), composition: composition, folder: folder)
    } catch {
      throw composition.placed(error)
    }
  }

  /// Reads a text without files to include; all its faults of form are thrown together.
  package init(name: String, file: SourceFile, folder: String) throws(Diagnostics) {
    try self.init(name: name, composition: Composition(file), folder: folder)
  }

  /// Reads the text of a report; all its faults of form are thrown together.
  init(name: String, composition: Composition, folder: String) throws(Diagnostics) {
    let file = composition.file
    self.name = name
    self.file = file
    self.composition = composition
    self.folder = folder
    var insertions: [Insertion] = []
    let reader = FrontMatterReader(file, insertions: &insertions)
    frontMatter = reader.frontMatter
    if let fault = reader.faults.first, fault.code == "unclosed-front-matter" {
      throw Diagnostics(fault)
    }
    let plainTree: MarkdownNode
    let firstLine = file.firstLine(from: frontMatter.bodyStart)
    do throws(MarkdownParser.TooDeep) {
      plainTree = try MarkdownParser.parse(file.markdown(from: frontMatter.bodyStart))
    } catch {
      throw Diagnostics(reader.faults + [file.tooDeep(error, firstLine: firstLine)])
    }
    let scanner = BodyScanner(file, from: firstLine, tree: plainTree, insertions: insertions)
    fences = scanner.fences
    self.insertions = scanner.insertions
    marker = InsertionMarker(unusedIn: file)
    do throws(MarkdownParser.TooDeep) {
      tree = try MarkdownParser.parse(
        marker.marked(file, from: frontMatter.bodyStart, scanner.insertions))
    } catch {
      throw Diagnostics(reader.faults + [file.tooDeep(error, firstLine: firstLine)])
    }
    let check = DocumentCheck(
      tree, of: file, folder: folder, firstLine: firstLine, marker: marker)
    images = check.images
    let faults = reader.faults + scanner.faults + check.faults + danglingReferences()
    guard faults.isEmpty else { throw Diagnostics(faults) }
  }

  /// References to blocks that are not there; whether one has such a result is known after running.
  private func danglingReferences() -> [Diagnostic] {
    let names = fences.compactMap(\.block.name)
    return insertions.compactMap { insertion in
      guard case .reference(let reference) = insertion.content,
        !names.contains(reference.block)
      else { return nil }
      let nearest = Suggestion.nearest(to: reference.block, among: names)
      return Diagnostic(
        .error, code: "dangling-reference", "no block `\(reference.block)` to refer to", file: file,
        range: reference.blockRange, label: nearest.map { "did you mean `\($0)`?" },
        notes: ["blocks with a name: " + (names.isEmpty ? "none" : names.joined(separator: ", "))])
    }
  }
}

extension SourceFile {
  /// The line on which the body begins; behind the last line when there is no body.
  func firstLine(from bodyStart: Int) -> Int {
    bodyStart >= utf8.count && bodyStart > 0 && utf8[bodyStart - 1] != 0x0A
      ? lines.starts.count : lines.line(of: bodyStart)
  }

  /// The body as the parser wants it: a carriage return alone would be a line break there.
  func markdown(from bodyStart: Int) -> [UInt8] {
    var bytes = Array(utf8[bodyStart...])
    for index in bytes.indices where bytes[index] == 0x0D {
      if index + 1 == bytes.count || bytes[index + 1] != 0x0A { bytes[index] = 0x20 }
    }
    return bytes
  }

  /// The fault of a text that is nested too deeply.
  func tooDeep(_ fault: MarkdownParser.TooDeep, firstLine: Int) -> Diagnostic {
    let line = min(fault.line + firstLine, lines.starts.count - 1)
    return Diagnostic(
      .error, code: "too-deep",
      "lists and quotations inside each other, more than "
        + "\(MarkdownParser.deepest) deep", file: self, range: lines.range(ofLine: line, in: utf8))
  }
}
