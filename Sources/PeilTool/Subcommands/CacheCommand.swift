import ArgumentParser
import Peil

/// Shows or clears the columns kept on disk.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: "List what is kept of files between runs, or clear it.",
    discussion: """
      With --cache, or PEIL_CACHE=on, a query keeps the columns it reads of files above 1 MB. They
      are found again by the content of the file, not by its name or time, and only you can read
      them.
      """)

  /// What may be done with the cache.
  enum Action: String, CaseIterable, ExpressibleByArgument {
    case list, clear
  }

  @Argument(help: "What to do.")
  var action = Action.list

  @OptionGroup var results: ResultOptions

  func run() {
    var options = results.session
    options.cacheFolder = CacheFolder.path
    let session = Session(options: options)
    do {
      switch action {
      case .list:
        var writer = ResultWriter(results.format)
        try writer.write(session.cached())
      case .clear:
        let removed = try session.clearCache()
        let files = "\(removed.entries) \(removed.entries == 1 ? "file" : "files")"
        Output.write("forgot \(files), \(removed.bytes) bytes\n")
      }
    } catch {
      Output.fail(PeilError(error))
    }
  }
}
