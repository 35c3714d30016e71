extension Command {
  /// Every command, in the order of the help.
  package static let all: [Command] = [
    help, datasets, profile, sources, explain, mode, once, run, save, edit, history, timing, pager,
    set, quit,
  ]
}
