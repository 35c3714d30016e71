import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Writes the rows, or the figure before it, to a file.
  static let save = Verb(
    "save", items: .values,
    clauses: [
      ClauseSignature("delimiter", "\"CHARACTER\"", .values),
      ClauseSignature("decimal", "\"CHARACTER\"", .values),
      ClauseSignature("bom", "true", .values),
      ClauseSignature("layout", "wide|narrow", .values),
    ],
    UnitDocumentation(
      "save \"FILE\" delimiter \";\" decimal \",\" bom true layout narrow",
      "Writes the rows to a file, in the format of its extension, and passes them on.",
      details: [
        "Extensions: csv, tsv, json, ndjson, md, html, xlsx; behind a figure also svg, png and vl.json.",
        "Behind a figure the formats of tables hold its data: the columns it is drawn by. PNG needs "
          + "librsvg; `vl.json` is Vega-Lite, for those who go on elsewhere.",
        "`layout narrow` draws svg and png anew for phones, 360 pixels wide instead of 720.",
        "The file is written beside its place first and then put there: it is whole or not there.",
        "A statement that ends in `save` shows nothing.",
        "For Dutch Excel write `delimiter \";\" decimal \",\" bom true`.",
      ],
      examples: [
        #"population | where year = 2023 | sum inhabitants by province | save "provinces.csv" | take 3"#
      ]),
    followsFigure: true
  ) { call, planner in
    guard let item = planner.single(call.items, of: call, "file"),
      let path = planner.text(item, "the file"),
      var spec = Saving.spec(path, item, call, &planner)
    else { return nil }
    if case .figure(let figure) = planner.presentation { spec.figure = figure }
    guard Saving.fits(spec, item, &planner), Saving.readDialect(call, into: &spec, &planner),
      Saving.readLayout(call, into: &spec, &planner)
    else { return nil }
    planner.presentation = .saved
    return LogicalPlan(
      .transform(call.input, SaveStep(spec: spec)), schema: call.schema, fixed: call.input.fixed,
      timeFiltered: call.input.timeFiltered)
  }
}

/// Reading what `save` was told.
enum Saving {
  private static let tables = ["csv", "tsv", "json", "ndjson", "md", "html", "xlsx"]
  private static let figures = ["svg", "png", "vl.json"]

  static func spec(_ path: String, _ item: Item, _ call: VerbCall, _ planner: inout Planner)
    -> SaveSpec?
  {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init)
    guard let name, let point = name.lastIndex(of: "."), point > name.startIndex else {
      planner.report(
        "no-extension", "the file has no extension that names its format", at: item.range,
        notes: ["extensions: " + (tables + figures).joined(separator: ", ")])
      return nil
    }
    let lowered = name.lowercased()
    let double = figures.first { $0.contains(".") && lowered.hasSuffix("." + $0) }
    return SaveSpec(
      path: path, folder: planner.folder,
      fileExtension: double ?? name[name.index(after: point)...].lowercased())
  }

  /// Whether the format fits what is saved.
  static func fits(_ spec: SaveSpec, _ item: Item, _ planner: inout Planner) -> Bool {
    if figures.contains(spec.fileExtension) {
      guard spec.figure == nil else { return true }
      planner.report(
        "no-figure", "only a figure can be saved as \(spec.fileExtension)", at: item.range,
        label: "put a figure before it, as in `| bars value by theme`")
      return false
    }
    if tables.contains(spec.fileExtension) { return true }
    planner.report(
      "unknown-format", "no format has the extension `\(spec.fileExtension)`", at: item.range,
      label: planner.suggestion(spec.fileExtension, among: tables + figures),
      notes: ["extensions: " + (tables + figures).joined(separator: ", ")])
    return false
  }

  /// Whether the layout could be read; reports one for what has none.
  static func readLayout(_ call: VerbCall, into spec: inout SaveSpec, _ planner: inout Planner)
    -> Bool
  {
    guard let range = call.clauseRange("layout") else { return true }
    guard ["svg", "png"].contains(spec.fileExtension) else {
      planner.report("misplaced-clause", "`layout` is for svg and png only", at: range)
      return false
    }
    guard
      let word = planner.word("layout", of: call, among: ["wide", "narrow"], standard: "wide")
    else { return false }
    spec.isNarrow = word == "narrow"
    return true
  }

  static func readDialect(_ call: VerbCall, into spec: inout SaveSpec, _ planner: inout Planner)
    -> Bool
  {
    for word in ["delimiter", "decimal", "bom"] {
      guard let items = call.clause(word), let range = call.clauseRange(word) else { continue }
      guard spec.fileExtension == "csv" else {
        planner.report("misplaced-clause", "`\(word)` is for csv only", at: range)
        return false
      }
      guard let item = planner.single(items, of: call, "value after `\(word)`"),
        let value = planner.constant(item.value)?.literal
      else { return false }
      switch (word, value) {
      case ("bom", .boolean(let flag)): spec.hasByteOrderMark = flag
      case ("delimiter", .text(let text)) where [",", ";", "\t", "|"].contains(text):
        spec.delimiter = text.utf8.first
      case ("decimal", .text(let text)) where [".", ","].contains(text):
        spec.decimal = text.utf8.first
      default:
        let wanted = [
          "bom": "true or false", "delimiter": "\",\", \";\", \"|\" or \"\\t\"",
          "decimal": "\".\" or \",\"",
        ]
        planner.report(
          "wrong-value", "`\(word)` is \(wanted[word] ?? "")", at: item.range)
        return false
      }
    }
    return true
  }
}

/// Writes all rows and passes them on.
private struct SaveStep: TableTransform {
  let spec: SaveSpec

  var summary: String { "save \(spec.path)" }

  func apply(_ input: Table, _ run: TransformRun) throws -> Batch {
    try run.save(spec, input)
    return input.batch
  }
}
