import FoundationEssentials
package import Peil
package import Reporting

/// Rows that statements gave, kept in a folder from run to run.
///
/// `rows/DIGEST` holds what was made from a key with that digest, behind a digest of its own: what
/// was tampered with is not used. `keys/DIGEST` holds the key a statement had last, to tell what
/// changed. Nothing in it is needed: what cannot be read is made again.
package final class ResultCache: BlockKeeper {
  private let folder: String
  private var document = ""
  private var block = ""
  private var ran: [String?] = []
  private var used: Set<String> = []
  private var damaged: Set<String> = []

  /// A cache in a folder, which is made when something is kept.
  package init(_ folder: String) {
    self.folder = folder
  }

  /// Begins a document, by which blocks of one name are told apart.
  package func beginDocument(_ name: String) { document = name }

  /// Begins a block, by which its statements are told from those of others.
  package func begin(_ block: String) {
    self.block = document.isEmpty ? block : document + "/" + block
    ran = []
  }

  /// What the block took so far.
  package var work: BlockWork { ran.first.map { .ran(reason: $0) } ?? .kept }

  package func bytes(for key: StatementKey) -> [UInt8]? {
    let name = key.digest
    guard let bytes = try? FileReading.bytes(rowsPath(name)) else { return nil }
    let mark = Self.mark.utf8.count + 64 + 1
    guard bytes.count >= mark else { return refuse(name) }
    let body = Array(bytes[mark...])
    guard Array(bytes[..<mark]) == Self.head(of: body) else { return refuse(name) }
    return body
  }

  package func keep(_ bytes: [UInt8], for key: StatementKey) {
    // A full disk is no reason for a report to fail: what is not kept is made again.
    try? write(Self.head(of: bytes) + bytes, rowsPath(key.digest))
  }

  package func note(_ key: StatementKey, wasKept: Bool) {
    used.insert(key.digest)
    let slot = slotPath(key)
    let earlier = parts(slot)
    if !wasKept { ran.append(reason(for: key, earlier)) }
    guard earlier != key.parts else { return }
    let list = key.parts.map { JSONValue.array([.text($0.name), .text($0.digest)]) }
    try? write(Array(JSONValue.array(list).text.utf8), slot)
  }

  /// Why a statement of the block has to run.
  package func reason(for key: StatementKey) -> String {
    reason(for: key, parts(slotPath(key)))
  }

  private func reason(for key: StatementKey, _ earlier: [StatementKey.Part]?) -> String {
    (key.label.hasPrefix("let ") ? key.label + ": " : "") + change(key, earlier)
  }

  /// The first part of a key that is not what it was.
  private func change(_ key: StatementKey, _ earlier: [StatementKey.Part]?) -> String {
    if damaged.contains(key.digest) { return "what was kept is damaged" }
    guard let earlier else { return "nothing kept" }
    for part in key.parts {
      guard let old = earlier.first(where: { $0.name == part.name }) else {
        return "\(part.name) is new"
      }
      if old.digest != part.digest { return "\(part.name) changed" }
    }
    for part in earlier where !key.parts.contains(where: { $0.name == part.name }) {
      return "\(part.name) is gone"
    }
    return "what was kept is gone"
  }

  /// Removes what the run that ends did not use.
  package func prune() {
    for name in FileSystem.names(in: folder + "/rows") where !used.contains(name) {
      FileSystem.remove(rowsPath(name))
    }
  }

  private static let mark = "peil rows 1 "

  private static func head(of body: [UInt8]) -> [UInt8] {
    Array((mark + Digest.hexadecimal(body) + "\n").utf8)
  }

  private func refuse(_ name: String) -> [UInt8]? {
    damaged.insert(name)
    return nil
  }

  private func rowsPath(_ name: String) -> String { folder + "/rows/" + name }

  private func slotPath(_ key: StatementKey) -> String {
    folder + "/keys/" + Digest.hexadecimal(Array((block + "\n" + key.label).utf8))
  }

  private func parts(_ slot: String) -> [StatementKey.Part]? {
    guard let bytes = try? FileReading.bytes(slot),
      let list = try? JSONDecoder().decode([[String]].self, from: Data(bytes)),
      list.allSatisfy({ $0.count == 2 })
    else { return nil }
    return list.map { StatementKey.Part($0[0], $0[1]) }
  }

  private func write(_ bytes: [UInt8], _ path: String) throws(FileFault) {
    try FileSystem.makeFolders(FileSystem.parent(of: path))
    try FileSystem.replace(path, with: bytes, isFlushed: false)
  }
}
