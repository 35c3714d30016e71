import Peil
import Tables

/// Writes results one after another in a format.
struct ResultWriter {
  let format: OutputFormat
  private var written = 0

  init(_ format: OutputFormat) {
    self.format = format
  }

  /// Writes one result: the body to standard output, notes of machine formats to standard error.
  mutating func write(_ result: QueryResult) throws(PeilError) {
    let output = try result.output(as: format.rawValue)
    let separator = TableFormats.named(format.rawValue)?.separator ?? ""
    Output.write((written > 0 ? separator : "") + output.body)
    if !output.notes.isEmpty { Output.error(output.notes) }
    written += 1
  }
}
