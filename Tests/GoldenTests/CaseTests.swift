import Tables
import Testing
import WorkbookWriting

/// Every query of every case file compared with what people have read and found right.
///
/// `PEIL_RECORD=1 swift test --filter GoldenTests` writes the expectations anew; the difference is
/// then reviewed like code. A query without expectations is given one.
@Suite struct CaseTests {
  @Test func thereAreCases() {
    #expect(CaseFolder.files.count >= 40)
  }

  @Test(arguments: CaseFolder.files)
  func queriesGiveWhatIsRecorded(file: String) throws {
    var cases = try CaseFolder.read(file)
    try CaseFolder.temporary { folder in
      for index in cases.pieces.indices {
        switch cases.pieces[index] {
        case .prose: break
        case .input(let name, let text): try CaseFolder.place(text, named: name, in: folder)
        case .workbook(let name, let markup):
          #expect(WorkbookDraft(markup: markup).archive.write(to: folder + "/" + name))
        case .query(var query):
          if CaseFolder.isRecording { addExpectation(&query, folder) }
          #expect(!query.expectations.isEmpty, "\(file): no expectation after\n\(query.text)")
          for place in query.expectations.indices {
            let found = actual(query, query.expectations[place], folder)
            if CaseFolder.isRecording {
              query.expectations[place] = found
            } else {
              #expect(
                found.info == query.expectations[place].info
                  && found.text == query.expectations[place].text,
                "\(file):\n\(query.text)gives \(found.info)\n\(found.text)")
            }
          }
          cases.pieces[index] = .query(query)
        }
      }
    }
    if CaseFolder.isRecording { try CaseFolder.write(cases.text, file) }
  }

  /// The way a script runs may not show, nor may it matter that it was formatted.
  @Test(arguments: CaseFolder.files)
  func wayToRunAndFormattingChangeNothing(file: String) throws {
    try CaseFolder.temporary { folder in
      for piece in try CaseFolder.read(file).pieces {
        switch piece {
        case .prose: break
        case .input(let name, let text): try CaseFolder.place(text, named: name, in: folder)
        case .workbook(let name, let markup):
          #expect(WorkbookDraft(markup: markup).archive.write(to: folder + "/" + name))
        case .query(let query):
          let whole = CaseRun(query, format: "json", folder: folder)
          for way in WayToRun.others {
            let other = CaseRun(query, format: "json", folder: folder, way: way)
            #expect(other == whole, "\(file): \(way.name) changes\n\(query.text)")
          }
          guard whole.error == nil else { continue }
          let formatted = CaseRun.canonical(query)
          let again = CaseQuery(info: query.info, text: formatted)
          #expect(CaseRun.canonical(again) == formatted, "\(file): not stable\n\(formatted)")
          let other = CaseRun(again, format: "json", folder: folder)
          #expect(other == whole, "\(file): formatting changes\n\(query.text)")
        }
      }
    }
  }

  /// A table for what succeeds, the fault for what does not.
  private func addExpectation(_ query: inout CaseQuery, _ folder: String) {
    guard query.expectations.isEmpty else { return }
    let run = CaseRun(query, format: "table", folder: folder)
    let info = run.error == nil ? "output" : "error"
    query.expectations.append(CaseQuery.Expectation(info: info, text: ""))
  }

  /// What a query gives where something is expected.
  private func actual(
    _ query: CaseQuery, _ expectation: CaseQuery.Expectation, _ folder: String
  ) -> CaseQuery.Expectation {
    let words = expectation.words
    switch words.first {
    case "error":
      let format = words.count > 2 ? words[2] : "table"
      let run = CaseRun(query, format: format, folder: folder)
      guard let error = run.error else {
        return .init(info: "output", text: run.output(separator: ""))
      }
      let suffix = words.count > 2 ? " " + words[2] : ""
      return .init(info: "error \(error.code)\(suffix)", text: error.text)
    case "notes":
      let run = CaseRun(query, format: "csv", folder: folder)
      return .init(info: expectation.info, text: run.notes)
    case "plan": return .init(info: "plan", text: CaseRun.plan(query, folder: folder))
    case "fmt": return .init(info: "fmt", text: CaseRun.canonical(query))
    default:
      let format = words.count > 1 ? words[1] : words.first == "output" ? "table" : words[0]
      let run = CaseRun(query, format: format, folder: folder)
      // Faults are expected in a block of their own, beside what came before them.
      let isAlone = !query.expectations.contains { $0.words.first == "error" }
      if let error = run.error, isAlone {
        let suffix = format == "words" ? " words" : ""
        return .init(info: "error \(error.code)\(suffix)", text: error.text)
      }
      let separator = TableFormats.named(format)?.separator ?? ""
      let text = run.output(separator: separator)
      let isWhole = text.isEmpty || text.hasSuffix("\n")
      return .init(info: expectation.info, text: isWhole ? text : text + "\n")
    }
  }
}
