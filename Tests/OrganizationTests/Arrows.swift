/// What each module may import: the arrows of the architecture, which go one way.
///
/// A row may name only modules of rows above it, so the table cannot hold a circle. A new module
/// is a row here, a target in Package.swift and a row in CONTRIBUTING.md.
enum Arrows {
  struct Row: Sendable {
    let module: String
    /// Modules of ours.
    let ours: [String]
    /// Modules of others.
    let others: [String]

    init(_ module: String, _ ours: [String] = [], others: [String] = []) {
      self.module = module
      self.ours = ours
      self.others = others
    }
  }

  /// Modules of the toolchain that any module may import. Foundation in full is none of them: it
  /// makes a static program five times as large.
  static let toolchain = ["Synchronization", "Glibc", "Musl", "Darwin"]

  static let rows = [
    Row("SourceText"),
    Row("CBytes"),
    Row("Columnar", ["CBytes"]),
    Row("CThreads"),
    Row("Threading", ["CThreads"]),
    Row("MonitorData"),
    Row("CMarkdown"),
    Row("CReadline"),
    Row("CExpat"),
    Row("CMinizip"),
    Row("CXXHash"),
    Row("CStructure"),
    Row("CMemory"),
    Row("CExchange"),
    Row("Wording", ["Columnar"]),
    Row("QuerySyntax", ["SourceText", "Columnar"]),
    Row("Planning", ["SourceText", "Columnar", "QuerySyntax"]),
    Row(
      "StandardLibrary",
      ["SourceText", "CBytes", "Columnar", "Wording", "QuerySyntax", "Planning"]),
    Row("Optimisation", ["Columnar", "Planning"]),
    Row("Execution", ["SourceText", "Columnar", "Threading", "Planning"]),
    Row(
      "DataSources",
      ["SourceText", "Columnar", "Threading", "CStructure", "CExpat", "CMinizip", "CXXHash"],
      others: ["FoundationEssentials"]),
    Row("Tables", ["SourceText", "Columnar", "Wording"]),
    Row("CXlsxWriter"),
    Row("Spreadsheets", ["Columnar", "Wording", "Tables", "CXlsxWriter"]),
    Row("Graphics", ["Wording"]),
    Row(
      "Peil",
      [
        "SourceText", "Columnar", "Threading", "Wording", "QuerySyntax", "Planning",
        "StandardLibrary", "Optimisation", "Execution", "DataSources", "MonitorData", "Tables",
        "Graphics",
        "Spreadsheets",
      ], others: ["Crypto"]),
    Row(
      "Reporting",
      [
        "SourceText", "Columnar", "Wording", "CMarkdown", "Tables", "Spreadsheets", "Graphics",
        "Peil",
      ],
      others: ["Crypto", "FoundationEssentials"]),
    Row(
      "Publishing",
      ["SourceText", "Columnar", "Wording", "Tables", "Peil", "Reporting", "CExchange"],
      others: ["Crypto", "FoundationEssentials"]),
    Row(
      "Reviewing", ["SourceText", "Columnar", "Wording", "Tables", "Peil", "Reporting"],
      others: ["FoundationEssentials"]),
    Row(
      "Interactive",
      [
        "SourceText", "Columnar", "Wording", "CReadline", "Tables", "Graphics", "Peil",
      ], others: ["FoundationEssentials"]),
    Row(
      "PeilTool",
      [
        "SourceText", "Wording", "Tables", "Graphics", "Peil", "Reporting", "Publishing",
        "Reviewing", "Interactive", "CMemory",
      ],
      others: ["ArgumentParser", "FoundationEssentials"]),
  ]

  /// The row of a module.
  static func row(_ module: String) -> Row? { rows.first { $0.module == module } }
}
