import Interactive
import Peil

/// The prompt.
enum Prompt {
  /// Reads and runs entries until the user leaves.
  static func run(_ session: Session, format: OutputFormat) {
    let console = Console.standard
    REPL(
      session: EngineSession(
        session, format: format.rawValue, progress: .standard()),
      editor: StandardEditor.make(console: console), console: console
    ).run()
  }
}
