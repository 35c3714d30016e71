import Peil
import SourceText

/// `peil --lines`: each line of standard input is a statement; its result is written at once.
struct LineRunner {
  let session: Session
  let format: OutputFormat

  /// Reads to the end, or to the first fault, which ends the program with its exit code.
  func run() {
    var writer = ResultWriter(format)
    var pending: [UInt8] = []
    while let piece = ScriptInput.next() {
      pending += piece
      while let end = pending.firstIndex(of: 0x0A) {
        statement(Array(pending[..<end]), &writer)
        pending.removeSubrange(...end)
      }
      if pending.count > ScriptInput.limit { Output.fail(PeilError(ScriptInput.endless)) }
    }
    statement(pending, &writer)
  }

  private func statement(_ bytes: [UInt8], _ writer: inout ResultWriter) {
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    do {
      let file = try SourceFile(name: "stdin", isNamed: false, bytes: bytes)
      try Output.watching(session) { try session.run(file) { try writer.write($0) } }
    } catch {
      Output.fail(PeilError(error))
    }
  }
}
