import FoundationEssentials

/// The case files on disk, and a folder for the input files of each.
enum CaseFolder {
  /// Where the cases are.
  static let path =
    #filePath.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 } + "/Cases"

  /// Whether expectations are written anew.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["PEIL_RECORD"] == "1" }

  /// Paths of all case files below the folder, sorted.
  static let files: [String] = files(below: "")

  private static func files(below folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
    return names.sorted().flatMap { name in
      let inner = folder.isEmpty ? name : folder + "/" + name
      return name.hasSuffix(".md") ? [inner] : name.contains(".") ? [] : files(below: inner)
    }
  }

  static func read(_ file: String) throws -> CaseFile {
    CaseFile(try text(at: path + "/" + file))
  }

  static func text(at path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  static func write(_ text: String, _ file: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path + "/" + file))
  }

  /// Runs something in a fresh folder, which is removed afterwards.
  static func temporary<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path() + "peil-golden-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// Writes an input file; escapes `\xHH` and `\r` in it stand for bytes text cannot show.
  static func place(_ text: String, named name: String, in folder: String) throws {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "r") {
        rest.removeFirst()
        bytes.append(0x0D)
      } else if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "x"), rest.count >= 3 {
        let digits = rest.dropFirst().prefix(2)
        bytes.append(UInt8(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    try Data(bytes).write(to: URL(filePath: folder + "/" + name))
  }
}
