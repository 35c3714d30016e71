import SourceText

/// What a part of a workbook refers to: its relationships (ECMA-376 part 2, 9).
struct Relationships {
  /// A part that is referred to.
  struct Target {
    /// The last word of its type, the same in the transitional and the strict form.
    let type: String
    /// Its path in the archive.
    let target: String
  }

  private let targets: [(id: String, target: Target)]

  /// Reads the relationships of a part, of the archive itself when it is empty.
  init(of part: String, in archive: ZipArchive) throws(Diagnostic) {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let list = folder + "_rels/" + name + ".rels"
    let handler = RelationshipHandler(folder: folder)
    try archive.read(list, "the list of parts", into: XMLParser(list, archive.fault, handler))
    targets = handler.targets
  }

  /// The target with an identifier.
  func target(_ id: String) -> Target? { targets.first { $0.id == id }?.target }

  /// The first target of a type.
  func first(ofType type: String) -> Target? {
    targets.first { $0.target.type == type }?.target
  }
}

private final class RelationshipHandler: XMLHandler {
  private let folder: String
  private(set) var targets: [(id: String, target: Relationships.Target)] = []
  var isDone: Bool { false }

  init(folder: String) { self.folder = folder }

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    guard element == "Relationship", attributes.text("TargetMode") != "External",
      let id = attributes.text("Id"), let type = attributes.text("Type"),
      let target = attributes.text("Target")
    else { return }
    let word = type.split(separator: "/").last.map(String.init) ?? type
    targets.append((id, Relationships.Target(type: word, target: path(target))))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ element: XMLName) {}

  /// The path in the archive of a target as written: from the root, or from the folder.
  private func path(_ target: String) -> String {
    let whole = target.hasPrefix("/") ? target : folder + target
    var parts: [Substring] = []
    for part in whole.split(separator: "/") {
      if part == ".." {
        _ = parts.popLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// Reads the list of sheets.
final class SheetListHandler: XMLHandler {
  /// A sheet as it is listed.
  struct Entry {
    let name: String
    let relationship: String
    let isVisible: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var countsFrom1904 = false
  /// Whether the part is the one of a workbook.
  private(set) var isWorkbook = false
  private var isInSheets = false
  var isDone: Bool { false }

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "workbook" { isWorkbook = true }
    if element == "workbookPr" { countsFrom1904 = attributes.flag("date1904") }
    if element == "sheets" { isInSheets = true }
    guard isInSheets, element == "sheet", let name = attributes.text("name"),
      let id = attributes.text("id")
    else { return }
    let state = attributes.text("state") ?? "visible"
    entries.append(Entry(name: name, relationship: id, isVisible: state == "visible"))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ element: XMLName) {
    if element == "sheets" { isInSheets = false }
  }
}
