import Interactive
import Peil

/// The prompt.
enum Prompt {
  /// Reads and runs entries until the user leaves.
  ///
  /// - Parameter readsStartupFiles: whether the user's and the project's own entries run first.
  static func run(_ session: Session, format: OutputFormat, readsStartupFiles: Bool) {
    let console = Console.standard
    let repl = REPL(
      session: EngineSession(
        session, format: format.rawValue, progress: .standard()),
      editor: StandardEditor.make(console: console), console: console, settings: .standard())
    repl.greet(version: EngineVersion.text)
    if readsStartupFiles {
      for file in StartupFile.forWorkingFolder() { repl.run(file) }
    }
    repl.run()
  }
}
