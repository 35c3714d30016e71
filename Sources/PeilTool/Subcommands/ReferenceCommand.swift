import ArgumentParser
import Peil

/// Prints the reference manual.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print the reference manual of all verbs and functions as Markdown.")

  func run() {
    Output.write(Session().reference())
  }
}
