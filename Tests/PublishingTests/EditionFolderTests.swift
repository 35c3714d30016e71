import FoundationEssentials
import Publishing
import Reporting
import Testing

/// Publishing a set of files: all of it or nothing.
@Suite struct EditionFolderTests {
  private static func files(_ texts: [String: String]) -> [OutputFile] {
    let outputs = texts.keys.sorted().map {
      OutputFile(path: $0, mediaType: "text/plain", text: texts[$0] ?? "")
    }
    let list = texts.keys.sorted().map { "{\"path\": \"\($0)\"}" }.joined(separator: ", ")
    let manifest = "{\"outputs\": [\(list)]}"
    return outputs + [
      OutputFile(path: Manifest.path, mediaType: "application/json", text: manifest)
    ]
  }

  private static let first = files(["a.html": "een", "figures/a.svg": "<svg/>"])
  private static let second = files(["a.html": "twee", "b.md": "nieuw"])

  @Test func filesAreWrittenAndNothingElseStays() throws {
    let scratch = try Scratch()
    let edition = EditionFolder(scratch.path + "/nieuw/uit/")
    try scratch.makeFolder("nieuw")
    #expect(edition.changes(to: Self.first).map(\.kind) == [.added, .added, .added])
    try edition.publish(Self.first)
    #expect(
      scratch.names("nieuw") == [
        "uit", "uit/a.html", "uit/figures", "uit/figures/a.svg", "uit/manifest.json",
      ])
    #expect(edition.changes(to: Self.first).isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/nieuw") == ["uit"])
  }

  @Test func secondRunRemovesStaleFilesAndLeavesThoseOfOthers() throws {
    let scratch = try Scratch()
    let edition = EditionFolder(scratch.path + "/uit")
    try edition.publish(Self.first)
    try scratch.write("uit/eigen/lijst.txt", "eigen")
    #expect(
      edition.changes(to: Self.second) == [
        FileChange(path: "a.html", kind: .changed), FileChange(path: "b.md", kind: .added),
        FileChange(path: "figures/a.svg", kind: .removed),
        FileChange(path: "manifest.json", kind: .changed),
      ])
    try edition.publish(Self.second)
    #expect(
      scratch.names("uit") == ["a.html", "b.md", "eigen", "eigen/lijst.txt", "manifest.json"])
    #expect(scratch.text("uit/a.html") == "twee")
    #expect(scratch.text("uit/eigen/lijst.txt") == "eigen")
  }

  @Test func fileThatStandsInThePlaceStays() throws {
    let scratch = try Scratch()
    try scratch.write("uit", "van een ander")
    #expect(throws: FileFault.self) { try EditionFolder(scratch.path + "/uit").publish(Self.first) }
    #expect(scratch.text("uit") == "van een ander")
  }

  @Test(arguments: ["manifest.json", "a.html", "b.md"])
  func editionStaysWhenAFileCannotBePlaced(obstacle: String) throws {
    let scratch = try Scratch()
    let edition = EditionFolder(scratch.path + "/uit")
    try edition.publish(Self.first)
    try? scratch.remove("uit/" + obstacle)
    try scratch.write("uit/\(obstacle)/iets.txt", "van een ander")
    let before = scratch.names("uit")
    let fault = #expect(throws: FileFault.self) { try edition.publish(Self.second) }
    #expect(fault?.path.hasSuffix(obstacle) == true)
    #expect(scratch.names("uit") == before)
  }

  @Test func aFileWhereAFolderShouldBeIsAFault() throws {
    let scratch = try Scratch()
    try scratch.write("uit/figures", "van een ander")
    let edition = EditionFolder(scratch.path + "/uit")
    #expect(throws: FileFault.self) { try edition.publish(Self.first) }
    #expect(scratch.names("uit") == ["figures"])
  }

  @Test func brokenManifestMakesEveryFileOneOfOthers() throws {
    let scratch = try Scratch()
    let edition = EditionFolder(scratch.path + "/uit")
    try edition.publish(Self.first)
    try scratch.write("uit/manifest.json", "{\"outputs\": [{\"path\": ")
    try edition.publish(Self.second)
    #expect(scratch.text("uit/figures/a.svg") == "<svg/>")
    #expect(scratch.text("uit/a.html") == "twee")
  }

  @Test func manifestThatPointsOutsideRemovesNothingThere() throws {
    let scratch = try Scratch()
    let edition = EditionFolder(scratch.path + "/uit")
    try edition.publish(Self.first)
    try scratch.write("geheim.txt", "blijft")
    try scratch.write("uit/manifest.json", "{\"outputs\": [{\"path\": \"../geheim.txt\"}]}")
    try edition.publish(Self.second)
    #expect(scratch.text("geheim.txt") == "blijft")
  }

  @Test func linkIsFollowedToTheFolderItNames() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("echt")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/wijzer", withDestinationPath: "echt")
    try EditionFolder(scratch.path + "/wijzer").publish(Self.first)
    #expect(scratch.text("echt/a.html") == "een")
  }
}
