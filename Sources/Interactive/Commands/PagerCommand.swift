extension Command {
  /// Chooses what shows long results.
  static let pager = setting(
    "pager", ":pager [on|off|COMMAND]", "Choose what shows results longer than the screen")
}
