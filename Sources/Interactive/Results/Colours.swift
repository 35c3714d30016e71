import FoundationEssentials

/// Whether this user wants colours.
enum Colours {
  /// The agreement of no-color.org: any text in the variable `NO_COLOR` turns them off.
  static var areWanted: Bool {
    (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }
}
