import Peil

/// The prompt.
enum Prompt {
  static func run(_ session: Session, format: OutputFormat) {
    _ = (session, format)
  }
}
