import Columnar
import FoundationEssentials
import SourceText
import Testing

@testable import DataSources

/// The cache gives what reading the file gives, whatever happens to it.
@Suite struct ColumnCacheTests {
  private static let text =
    "name,year,v\n" + (0..<5000).map { "n\($0 % 7),\(2000 + $0 % 20),\($0).5\n" }.joined()

  /// A folder with a file, gone afterwards.
  private static func inFolder(_ body: (String, String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/peil-cache-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: nil)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/t.csv"
    try Data(text.utf8).write(to: URL(filePath: path))
    try body(folder + "/cache", path)
  }

  private static func table(
    _ cache: ColumnCache, _ path: String, _ columns: [String],
    _ options: CSVOptions = CSVOptions()
  ) throws -> Table {
    try cache.table(
      CSVSource(path: path, displayName: "t.csv", options: options), columns: columns, threads: 2,
      isCancelled: { false }, tell: { _ in })
  }

  private static func rows(_ table: Table) -> [[Value]] {
    (0..<table.count).map { row in table.columns.map { $0.value(at: row) } }
  }

  private static func files(_ folder: String) throws -> [String] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(atPath: folder).sorted().flatMap { entry in
      try manager.contentsOfDirectory(atPath: folder + "/" + entry).sorted()
        .map { folder + "/" + entry + "/" + $0 }
    }
  }

  @Test func givesWhatTheFileGives() throws {
    try Self.inFolder { folder, path in
      let cache = ColumnCache(folder: folder, version: "1")
      let plain = try CSVSource(path: path).read(columns: ["v", "name"])
      let first = try Self.table(cache, path, ["v", "name"])
      let again = try Self.table(cache, path, ["v", "name"])
      #expect(Self.rows(first) == Self.rows(plain))
      #expect(Self.rows(again) == Self.rows(plain))
      #expect(again.schema.names == ["v", "name"])
      #expect(cache.complaint == nil)
      // Another column joins those kept.
      let mixed = try Self.table(cache, path, ["year", "v"])
      #expect(
        Self.rows(mixed) == Self.rows(try CSVSource(path: path).read(columns: ["year", "v"])))
      #expect(cache.entries.map(\.columns) == [3])
      #expect(cache.entries.map(\.rows) == [5000])
      #expect(try Self.table(cache, path, []).count == 5000)
    }
  }

  @Test func anotherContentOrWayOfReadingIsAnotherEntry() throws {
    try Self.inFolder { folder, path in
      let cache = ColumnCache(folder: folder, version: "1")
      _ = try Self.table(cache, path, ["v"])
      var options = CSVOptions()
      options.types = [("v", .text)]
      #expect(try Self.table(cache, path, ["v"], options).columns[0].type == .text)
      try Data((Self.text + "n,2001,1\n").utf8).write(to: URL(filePath: path))
      #expect(try Self.table(cache, path, ["v"]).count == 5001)
      #expect(cache.entries.count == 3)
    }
  }

  @Test func theSameContentUnderAnotherNameIsFound() throws {
    try Self.inFolder { folder, path in
      let cache = ColumnCache(folder: folder, version: "1")
      _ = try Self.table(cache, path, ["v"])
      try FileManager.default.moveItem(atPath: path, toPath: path + ".2")
      _ = try Self.table(cache, path + ".2", ["v"])
      #expect(cache.entries.count == 1)
    }
  }

  @Test func damageIsNoticedAndMended() throws {
    try Self.inFolder { folder, path in
      let cache = ColumnCache(folder: folder, version: "1")
      let right = Self.rows(try Self.table(cache, path, ["name", "v"]))
      for file in try Self.files(folder) {
        let whole = try Data(contentsOf: URL(filePath: file))
        for damaged in [
          Data(), whole.prefix(whole.count / 2), Data(whole.map { $0 ^ 1 }), whole + Data([0]),
        ] {
          try damaged.write(to: URL(filePath: file))
          #expect(Self.rows(try Self.table(cache, path, ["name", "v"])) == right, "\(file)")
          #expect(try Data(contentsOf: URL(filePath: file)) == whole, "\(file)")
        }
      }
    }
  }

  @Test func anotherVersionIsNotUsed() throws {
    try Self.inFolder { folder, path in
      let old = ColumnCache(folder: folder, version: "1")
      _ = try Self.table(old, path, ["v"])
      let new = ColumnCache(folder: folder, version: "2")
      #expect(new.entries.map(\.isCurrent) == [false])
      _ = try Self.table(new, path, ["v"])
      #expect(new.entries.map(\.isCurrent) == [true])
    }
  }

  @Test func aFolderThatCannotBeMadeIsToldAndDoesNoHarm() throws {
    try Self.inFolder { _, path in
      let cache = ColumnCache(folder: path + "/below-a-file", version: "1")
      let table = try Self.table(cache, path, ["v"])
      #expect(table.count == 5000)
      #expect(cache.complaint != nil)
      #expect(cache.entries.isEmpty)
      let cleared = try cache.clear()
      #expect(cleared.entries == 0 && cleared.bytes == 0)
    }
  }

  @Test func theOldestMakesRoom() throws {
    try Self.inFolder { folder, path in
      let cache = ColumnCache(folder: folder, version: "1", limit: 25_000)
      for number in 0..<4 {
        try Data((Self.text + "n,2001,\(number)\n").utf8).write(to: URL(filePath: path))
        _ = try Self.table(cache, path, ["v"])
      }
      let kept = cache.entries
      #expect(kept.count < 4 && !kept.isEmpty)
      #expect(kept.allSatisfy { $0.byteCount > 10_000 })
      #expect(kept.reduce(0) { $0 + $1.byteCount } <= 25_000)
    }
  }

  @Test func clearingRemovesEntriesAndNothingElse() throws {
    try Self.inFolder { folder, path in
      let cache = ColumnCache(folder: folder, version: "1")
      _ = try Self.table(cache, path, ["v"])
      try Data("mine".utf8).write(to: URL(filePath: folder + "/notes.txt"))
      #expect(try cache.clear().entries == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"])
    }
  }

  @Test func entriesAreTheUsersOwn() throws {
    try Self.inFolder { folder, path in
      _ = try Self.table(ColumnCache(folder: folder, version: "1"), path, ["v"])
      for file in try Self.files(folder) {
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o077 } == 0)
      }
    }
  }

  @Test func threadsDoNotShowInTheDigest() throws {
    let bytes = (0..<(9 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let digests = try [1, 2, 7].map { threads in
      try ContentDigest.of(.memory(bytes), threads: threads, isCancelled: { false })
    }
    #expect(Set(digests).count == 1)
    #expect(digests[0] != (try ContentDigest.of(.memory(bytes.dropLast()), threads: 2) { false }))
    #expect(throws: Diagnostic.self) {
      try ContentDigest.of(.memory(bytes), threads: 2, isCancelled: { true })
    }
  }
}
