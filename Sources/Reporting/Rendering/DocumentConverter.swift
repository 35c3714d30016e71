package import SourceText

/// Makes documents that need another program.
package protocol DocumentConverter {
  /// The bytes of a document in a format, made from one of ours, and what made them; `beside` are
  /// the files it shows. Throws a fault of phase `unavailable` when the program is not there.
  func bytes(
    of document: OutputFile, as format: ReportFormat, beside: [OutputFile], language: String
  )
    throws(Diagnostics) -> (bytes: [UInt8], tools: [ReportTool])
}
