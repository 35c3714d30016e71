package import SourceText

/// Makes documents that need another program.
package protocol DocumentConverter {
  /// The bytes of a document in a format, made from one of ours, and what made them; `beside` are
  /// the files it shows, `date` is the day it says it is of, as `2020-07-03`. Throws a fault of phase `unavailable` when the program is not there.
  func bytes(
    of document: OutputFile, as format: ReportFormat, beside: [OutputFile], language: String,
    date: String?
  )
    throws(Diagnostics) -> (bytes: [UInt8], tools: [ReportTool])
}
