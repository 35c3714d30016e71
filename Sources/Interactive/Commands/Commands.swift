extension Command {
  /// Every command, in the order of the help.
  package static let all: [Command] = [
    help, datasets, mode, once, run, save, explain, history, timing, quit,
  ]
}
