import Peil
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The reference manual in the tree is what the registry says today.
@Suite struct ReferenceTests {
  @Test func isCurrent() throws {
    let file = ScriptTests.root.appending(path: "Sources/Peil/Peil.docc/Reference.md")
    let text = Session().reference()
    if ProcessInfo.processInfo.environment["PEIL_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "run `make record`")
  }
}
