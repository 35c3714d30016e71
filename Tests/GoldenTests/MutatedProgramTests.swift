import Testing

/// Programs that were cut, mixed and mutilated stop nothing: each ends with a result or a fault.
@Suite struct MutatedProgramTests {
  @Test(arguments: 0..<16)
  func mutatedProgramsEndInAResultOrAFault(seed: Int) throws {
    var random = RandomNumbers(seed: seed + 500_000)
    var failures = 0
    let rounds = 200
    try CaseFolder.temporary { folder in
      try RandomFiles.place(seed: seed, in: folder)
      for round in 0..<rounds {
        var program = RandomProgram(seed: seed * 1000 + round)
        let text = RandomProgram.declarations + Mutation.of(program.program(), &random)
        let query = CaseQuery(info: [], text: text)
        let run = CaseRun(query, format: "json", folder: folder)
        if round % 4 == 0 {
          let way = random.one(of: WayToRun.others)
          let other = CaseRun(query, format: "json", folder: folder, way: way)
          #expect(other == run, "\(way.name) changes\n\(text)")
        }
        guard let error = run.error else { continue }
        failures += 1
        #expect([1, 2, 3, 66].contains(error.code) && error.text.hasPrefix("error: "), "\(text)")
      }
    }
    // Both kinds occur, or the mutations are too wild or too tame to prove anything.
    #expect((rounds / 4..<rounds).contains(failures))
  }

  @Test(arguments: 0..<8)
  func mutatedCasesEndInAPlanOrAFault(seed: Int) throws {
    var random = RandomNumbers(seed: seed + 600_000)
    let cases = try CaseFolder.files.flatMap { file in
      let pieces = try CaseFolder.read(file).pieces
      return pieces.compactMap { piece -> (query: String, beside: [CaseFile.Piece])? in
        if case .query(let query) = piece { (query.text, pieces) } else { nil }
      }
    }
    var failures = 0
    let rounds = 150
    try CaseFolder.temporary { folder in
      for _ in 0..<rounds {
        let found = random.one(of: cases)
        // Without the files it reads a query would seldom come to a plan.
        for case .input(let name, let text) in found.beside {
          try CaseFolder.place(text, named: name, in: folder)
        }
        let text = Mutation.of(found.query, &random)
        let query = CaseQuery(info: [], text: text)
        let plan = CaseRun.plan(query, folder: folder)
        failures += plan.hasPrefix("error: ") ? 1 : 0
        #expect(CaseRun.plan(query, folder: folder) == plan, "\(text)")
      }
    }
    #expect((rounds / 4..<rounds).contains(failures))
  }

  @Test(arguments: 0..<8)
  func soupOfBytesEndsInAFault(seed: Int) {
    var random = RandomNumbers(seed: seed + 700_000)
    for _ in 0..<100 {
      let bytes = (0..<random.next(60)).map { _ in UInt8(random.next(256)) }
      let fault = CaseRun.fault(ofBytes: bytes)
      #expect(fault.map { $0.hasPrefix("error: ") } ?? true, "\(bytes)")
    }
  }
}
