import ArgumentParser
import Peil

/// Lists the built-in datasets.
struct DatasetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets", abstract: "List the built-in datasets, or the columns of one.")

  @OptionGroup var results: ResultOptions

  @Argument(help: ArgumentHelp("A dataset to describe.", valueName: "name"))
  var name: String?

  func run() {
    let session = Session(options: results.session)
    var writer = ResultWriter(results.format)
    do {
      try writer.write(try name.map { try session.columns(of: $0) } ?? session.datasets())
    } catch {
      Output.fail(PeilError(error))
    }
  }
}
