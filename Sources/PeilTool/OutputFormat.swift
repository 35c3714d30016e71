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

/// Options of every command that runs queries: how the work is done, never what comes of it.
struct WorkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Threads that read and compute; as many as there are processors. Results are the same.",
      valueName: "n"))
  var threads: Int?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Keep the columns of large files on disk for the next run; PEIL_CACHE=on does so always.",
      discussion: "PEIL_CACHE may also name the folder. Results are the same."))
  var cache: Bool?

  mutating func validate() throws {
    if let threads, !(1...Self.mostThreads).contains(threads) {
      throw ValidationError("`--threads` is a number from 1 to \(Self.mostThreads)")
    }
  }

  /// More threads than this help nobody and may end the program.
  private static let mostThreads = 1024

  /// Takes the choices over into the options of a session.
  func apply(to options: inout SessionOptions) {
    if let threads { options.threads = threads }
    if cache ?? CacheFolder.isWanted { options.cacheFolder = CacheFolder.path }
  }
}
