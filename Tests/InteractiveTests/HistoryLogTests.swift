import FoundationEssentials
import Interactive
import Testing

@Suite struct HistoryLogTests {
  /// A history file in a folder of its own that goes with the test.
  private final class Place {
    let folder: String
    var path: String { folder + "/history" }
    var notes: [String] = []

    init(_ text: String? = nil) throws {
      folder = FileManager.default.temporaryDirectory.path() + "/peil-\(UUID().uuidString)"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      if let text {
        _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func log() -> HistoryLog { HistoryLog(HistoryFile(path: path)) { self.notes.append($0) } }
  }

  @Test func entriesOfSeveralLinesComeBackWhole() throws {
    let place = try Place()
    #expect(place.log().add("population |\n  take 3"))
    #expect(place.log().add("crime"))
    #expect(place.log().entries == ["population |\n  take 3", "crime"])
  }

  @Test func aRepetitionIsNotKept() throws {
    let place = try Place()
    let log = place.log()
    #expect(log.add("a"))
    #expect(!log.add("a"))
    #expect(log.add("b"))
    #expect(place.log().entries == ["a", "b"])
  }

  @Test func sessionsBesideEachOtherLoseNothing() throws {
    let place = try Place()
    let (one, other) = (place.log(), place.log())
    for index in 0..<50 {
      #expect(one.add("one \(index)\n  more"))
      #expect(other.add("other \(index)"))
    }
    #expect(place.log().entries.count == 100)
    #expect(place.log().entries.last == "other 49")
  }

  @Test func whatAKilledSessionLeftUnfinishedHarmsNothing() throws {
    let place = try Place("#1\nwhole\n#2\nhal")
    #expect(place.log().add("next"))
    #expect(place.log().entries == ["whole", "hal", "next"])
  }

  @Test func aFileWithoutTimesHasAnEntryALine() throws {
    #expect(try Place("a\nb\n\nc").log().entries == ["a", "b", "c"])
  }

  @Test func bytesThatAreNoTextAreRead() throws {
    let place = try Place()
    let bytes = Data([0x23, 0x31, 0x0A, 0xFF, 0x61, 0x0A])
    _ = FileManager.default.createFile(atPath: place.path, contents: bytes)
    #expect(place.log().entries == ["\u{FFFD}a"])
  }

  @Test func aFileThatGrewTooLongIsShortened() throws {
    let lines = (0..<11_200).map { "#\($0)\nentry \($0)\n  more\n" }.joined()
    let place = try Place(lines)
    let log = place.log()
    #expect(log.entries.count == HistoryFile.limit)
    #expect(log.add("next"))
    let again = place.log().entries
    #expect(again.count == HistoryFile.limit)
    #expect(again.last == "next")
    #expect(again.first == "entry 1201\n  more")
    #expect(place.notes.isEmpty)
  }

  @Test func anUnusablePlaceIsToldOnce() throws {
    let place = try Place()
    try FileManager.default.createDirectory(
      atPath: place.path, withIntermediateDirectories: true)
    let log = place.log()
    #expect(log.add("a") && log.add("b"))
    #expect(log.entries == ["a", "b"])
    #expect(place.notes.count == 1)
    #expect(place.notes.first?.hasPrefix("note: no history is kept: cannot ") == true)
  }

  @Test func theNewestEntryIsSuggested() throws {
    let log = try Place("#1\npopulation | take 3\n#2\npopulation\n#3\ncafe\u{301}s\n").log()
    #expect(log.suggestion(for: "pop") == "ulation")
    #expect(log.suggestion(for: "population") == " | take 3")
    #expect(log.suggestion(for: "crime") == nil)
    #expect(log.suggestion(for: "  ") == nil)
    #expect(log.suggestion(for: "cafe") == nil)
  }
}
