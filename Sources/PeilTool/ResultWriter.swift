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
    // What is long is not copied for a line in front of it.
    if written > 0, output.body.utf8.count < 1 << 16 {
      Output.write(separator + output.body)
    } else {
      if written > 0 { Output.write(separator) }
      Output.write(output.body)
    }
    if !output.notes.isEmpty { Output.error(output.notes) }
    written += 1
  }
}
