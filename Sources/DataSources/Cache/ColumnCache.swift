package import Columnar
import FoundationEssentials
package import SourceText
import Synchronization
import Threading

/// Columns of files read before, kept on disk and found again by the content of the file.
///
/// An entry belongs to the bytes of a file and the way it was read, never to its name or time. What
/// is damaged, cut short or of another version is not used, and written anew. The cache never
/// shows in a result: what it cannot do is done by reading the file.
package final class ColumnCache: Sendable {
  /// Where it lies.
  package let folder: String
  /// The version of the program: entries of another are not used.
  private let version: String
  /// What all entries may take, in bytes; those not used for the longest time make room.
  private let limit: Int
  private let told = Mutex<String?>(nil)

  /// Makes a cache in a folder, which is made when something is kept.
  package init(folder: String, version: String, limit: Int = 8 << 30) {
    self.folder = folder
    self.version = "\(version) \(String(decoding: ColumnFile.magic, as: UTF8.self))"
    self.limit = limit
  }

  /// Why nothing could be kept, or nil when all went well.
  package var complaint: String? { told.withLock { $0 } }

  /// The named columns of a file: those kept, and the others read and kept from then on.
  ///
  /// Throws what ``CSVSource/read(columns:threads:isCancelled:tell:)`` does.
  package func table(
    _ source: CSVSource, columns names: [String], threads: Int?,
    isCancelled: @escaping @Sendable () -> Bool, tell: @escaping @Sendable (Double) -> Void
  ) throws(Diagnostic) -> Table {
    let digest = try source.contentDigest(
      threads: threads ?? Threads.available, isCancelled: isCancelled)
    let entry = folder + "/" + digest.hexadecimal + "-" + reading(source)
    let about = CacheAbout(at: entry + "/" + CacheEntry.aboutName)
    let isUsable = about?.version == version && about?.byteCount == source.byteCount
    var known: [String: Column] = [:]
    if let about, isUsable {
      for name in names {
        let column = Self.column(at: entry + "/" + CacheEntry.name(ofColumn: name))
        if column?.count == about.rows { known[name] = column }
      }
      if known.count == Set(names).count {
        Self.touch(entry)
        return Self.table(names, known, source.schema, count: about.rows)
      }
    }
    let lacking = names.filter { known[$0] == nil }
    let found = try source.read(
      columns: lacking, threads: threads, isCancelled: isCancelled, tell: tell)
    keep(
      found,
      CacheAbout(
        file: source.displayName, byteCount: source.byteCount, rows: found.count,
        version: version), in: entry)
    for (field, column) in zip(found.schema.fields, found.columns) { known[field.name] = column }
    return Self.table(names, known, source.schema, count: found.count)
  }

  /// All entries, by the name of their file and then of their folder.
  package var entries: [CacheEntry] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { CacheEntry(folder + "/" + $0, version: version) }
      .enumerated().sorted { ($0.element.file, $0.offset) < ($1.element.file, $1.offset) }
      .map(\.element)
  }

  /// Removes every entry and what an interrupted writer left; gives how many entries there were
  /// and what they took. Throws a fault of phase `output` when one stays.
  package func clear() throws(Diagnostic) -> (entries: Int, bytes: Int) {
    let all = entries
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where Self.isOurs(name) {
      do {
        try FileManager.default.removeItem(atPath: folder + "/" + name)
      } catch {
        throw Diagnostic(
          .error, phase: .output, code: "cannot-write", "`\(folder)/\(name)` cannot be removed")
      }
    }
    return (all.count, all.reduce(0) { $0 + $1.byteCount })
  }

  /// How a file is read, as far as it decides what its columns hold.
  private func reading(_ source: CSVSource) -> String {
    ContentDigest(source.readingDescription).hexadecimal
  }

  private static func table(
    _ names: [String], _ known: [String: Column], _ whole: Schema, count: Int
  ) -> Table {
    var schema = whole
    var columns: [Column] = []
    schema.fields = []
    for name in names where schema.index(of: name) == nil {
      guard var field = whole.field(name), let column = known[name] else { continue }
      field.type = column.type
      schema.fields.append(field)
      columns.append(column)
    }
    return Table(schema: schema, columns: columns, count: count)
  }

  /// Only names of two digests are removed: the folder may be one that others use too.
  private static func isOurs(_ name: String) -> Bool {
    let halves = name.split(separator: "-", omittingEmptySubsequences: false)
    return halves.count == 2
      && halves.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) }
  }
}

extension ColumnCache {
  /// Writes the columns of a table into an entry. What fails is told by ``complaint`` only.
  private func keep(_ table: Table, _ about: CacheAbout, in entry: String) {
    do {
      try FileManager.default.createDirectory(
        atPath: entry, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      let columns = Array(zip(table.schema.fields, table.columns))
      for (field, column) in columns {
        try AtomicFile.write(
          ColumnFile.bytes(of: column), to: entry + "/" + CacheEntry.name(ofColumn: field.name),
          name: entry, isDurable: false, isPrivate: true)
      }
      try AtomicFile.write(
        Array(about.text.utf8), to: entry + "/" + CacheEntry.aboutName, name: entry,
        isDurable: false, isPrivate: true)
      makeRoom(sparing: entry)
    } catch let fault as Diagnostic {
      told.withLock { $0 = fault.message }
    } catch {
      told.withLock { $0 = "`\(entry)` cannot be made" }
    }
  }

  /// Removes what was not used for the longest time until the rest fits.
  private func makeRoom(sparing kept: String) {
    var all = entries.map { ($0, Self.lastUse($0.path)) }
    var bytes = all.reduce(0) { $0 + $1.0.byteCount }
    all.sort { $0.1 < $1.1 }
    for (entry, _) in all where bytes > limit && entry.path != kept {
      try? FileManager.default.removeItem(atPath: entry.path)
      bytes -= entry.byteCount
    }
  }

  /// When an entry was last used, in seconds since 1970.
  private static func lastUse(_ path: String) -> Int { FileStamp(path: path)?.written.seconds ?? 0 }

  private static func touch(_ path: String) {
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
  }

  /// A column kept in a file; nil when it is not there or cannot be trusted.
  private static func column(at path: String) -> Column? {
    guard let origin = try? ByteOrigin.open(path: path, name: path), origin.count > 0,
      let reading = try? ByteReading(origin)
    else { return nil }
    let buffer = CodeBuffer(byteCount: origin.count)
    let room = unsafe UnsafeMutableRawBufferPointer(start: buffer.bytes, count: origin.count)
    guard unsafe (try? reading.read(into: room, at: 0)) == origin.count else { return nil }
    return ColumnFile.column(in: buffer, count: origin.count)
  }
}
