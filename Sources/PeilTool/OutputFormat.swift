import ArgumentParser
import Peil

/// The values of `--format`.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, vertical, md, csv, tsv, json, ndjson, html, svg
}

/// The values of `--lang`.
enum OutputLanguage: String, CaseIterable, ExpressibleByArgument {
  case nl, en

  var language: SessionOptions.Language { self == .nl ? .dutch : .english }
}

/// Options of every command that shows results.
struct ResultOptions: ParsableArguments {
  @Option(help: "How results are written.")
  var format = OutputFormat.table

  @Option(help: "The language of results: labels stay as the data has them.")
  var lang = OutputLanguage.nl

  @Flag(help: "Give no notes.")
  var quiet = false

  @Flag(help: "In csv and tsv write the reason in a missing cell.")
  var reasons = false

  /// The session's options.
  var session: SessionOptions {
    var options = SessionOptions()
    options.language = lang.language
    options.showsNotes = !quiet
    options.showsReasons = reasons
    return options
  }
}
