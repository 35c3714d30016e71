import Peil
import Planning
import StandardLibrary
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What help shows as an example runs as it stands.
@Suite struct ExampleTests {
  /// A unit of the language with what it says about itself.
  struct Unit: Sendable, CustomTestStringConvertible {
    let kind: String
    let name: String
    let documentation: UnitDocumentation
    var testDescription: String { "\(kind) \(name)" }
  }

  /// An example with the unit it explains.
  struct Example: Sendable, CustomTestStringConvertible {
    let unit: String
    let query: String
    var testDescription: String { "\(unit): \(query)" }
  }

  /// Everything with a name but sources: those open files, which an example cannot bring along.
  private static let units: [Unit] = {
    let registry = Registry.standard(sources: [])
    return registry.verbs.map { Unit(kind: "verb", name: $0.name, documentation: $0.documentation) }
      + registry.functions.map {
        Unit(kind: "function", name: $0.name, documentation: $0.documentation)
      }
      + registry.aggregates.map {
        Unit(kind: "aggregate", name: $0.name, documentation: $0.documentation)
      }
      + registry.windows.map {
        Unit(kind: "time function", name: $0.name, documentation: $0.documentation)
      }
  }()

  private static let examples = units.flatMap { unit in
    unit.documentation.examples.map { Example(unit: unit.testDescription, query: $0) }
  }

  @Test(arguments: units)
  func unitHasAnExample(unit: Unit) {
    #expect(!unit.documentation.examples.isEmpty)
    #expect(
      unit.documentation.examples.allSatisfy { $0.contains(unit.name) },
      "an example does not show `\(unit.name)`")
  }

  @Test(arguments: units)
  func unitSaysWhatItDoes(unit: Unit) {
    let documentation = unit.documentation
    #expect(documentation.synopsis.hasPrefix(unit.name))
    #expect(documentation.summary.hasSuffix("."))
    #expect(documentation.details.allSatisfy { $0.hasSuffix(".") })
  }

  @Test(arguments: examples)
  func exampleRuns(example: Example) throws {
    // What an example saves goes to a folder of its own.
    let folder = FileManager.default.temporaryDirectory.appending(path: "peil-examples")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var options = SessionOptions()
    options.folder = folder.path
    let results = try Session(options: options).run(example.query)
    #expect(!results.isEmpty, "the example shows nothing")
    for result in results {
      #expect(try !result.text(as: "table").isEmpty)
      if case .figure = result.content { #expect(try !result.text(as: "svg").isEmpty) }
    }
  }
}
