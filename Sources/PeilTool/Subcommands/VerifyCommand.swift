import ArgumentParser
import Peil
import Publishing
import Reporting

/// Makes an edition again and compares every byte.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Make a report again elsewhere and compare every byte with an edition of it.",
    discussion: """
      The report runs in an empty folder, in another time zone and language, on one thread, and
      without anything kept, with the params and formats of the edition unless others are given.
      The first difference is shown. Exit code 1 when there is one.
      """)

  @OptionGroup var job: JobOptions

  @Option(
    help: ArgumentHelp(
      "The folder of the edition; `expected` in the report's folder unless given.",
      valueName: "folder"))
  var against: String?

  func run() throws {
    // Wrong options are told before anything runs.
    _ = try job.job()
    let edition = EditionFolder(against ?? job.folder + "/expected")
    let (params, formats) = edition.settings
    let given = job.params.isEmpty ? params.sorted { $0 < $1 }.map { "\($0)=\($1)" } : job.params
    var arguments = given.flatMap { ["--param", $0] }
    let names = formats.map(\.rawValue).joined(separator: ",")
    if let format = job.format ?? (names.isEmpty ? nil : names) {
      arguments += ["--format", format]
    }
    do {
      let verification = Verification(report: job.folder, edition: edition)
      let program = ProgramPath.own
      guard let difference = try verification.run(program: program, arguments: arguments) else {
        if Output.isTerminal { Output.write("\(edition.path): every byte is the same\n") }
        return
      }
      Output.write(difference.text)
      Output.end(1)
    } catch {
      Output.fail(PeilError(error))
    }
  }
}
