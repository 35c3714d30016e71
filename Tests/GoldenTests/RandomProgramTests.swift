import Testing

/// Random programs over generated tables give the same bytes in every way they can be run.
@Suite struct RandomProgramTests {
  /// Programs of one table seed.
  static let programs = 20

  @Test(arguments: 0..<12)
  func wayToRunChangesNothing(seed: Int) throws {
    var refused: [String] = []
    try CaseFolder.temporary { folder in
      try RandomFiles.place(seed: seed, in: folder)
      for number in 0..<Self.programs {
        var program = RandomProgram(seed: seed * 1000 + number)
        let query = CaseQuery(info: [], text: RandomProgram.declarations + program.program())
        let usual = CaseRun(query, format: "json", folder: folder)
        if usual.error?.code == 2 { refused.append(query.text + (usual.error?.text ?? "")) }
        for way in WayToRun.others {
          let other = CaseRun(query, format: "json", folder: folder, way: way)
          #expect(other == usual, "seed \(seed) \(number): \(way.name) changes\n\(query.text)")
        }
        guard usual.error == nil else { continue }
        let formatted = CaseQuery(info: [], text: CaseRun.canonical(query))
        let again = CaseRun(formatted, format: "json", folder: folder)
        #expect(again == usual, "seed \(seed) \(number): formatting changes\n\(query.text)")
      }
    }
    // What is refused compares nothing.
    #expect(refused.count <= Self.programs / 8, "\(refused.joined(separator: "\n"))")
  }
}

/// The generated files programs read.
enum RandomFiles {
  static func place(seed: Int, in folder: String) throws {
    var random = RandomNumbers(seed: seed)
    try CaseFolder.place(RandomTable.series(&random), named: "reeks.csv", in: folder)
    try CaseFolder.place(RandomTable.facts(&random), named: "feiten.csv", in: folder)
  }
}
