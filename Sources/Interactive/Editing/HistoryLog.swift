/// The entries of this session and of earlier ones, in memory and in a file.
package final class HistoryLog {
  /// The entries, oldest first.
  package private(set) var entries: [String] = []
  private let file: HistoryFile?
  private let note: (String) -> Void
  private var isFileUsable = true

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - file: Where entries are kept between sessions; nil keeps none.
  ///   - note: Takes the one message that is given when the file cannot be used.
  package init(_ file: HistoryFile?, note: @escaping (String) -> Void) {
    self.file = file
    self.note = note
    guard let file else { return }
    if let problem = file.prepare() {
      report(problem)
      return
    }
    switch file.entries() {
    case .success(let found):
      entries = found.suffix(HistoryFile.limit)
      // Shortening takes a rewrite of the whole file: seldom.
      if found.count > HistoryFile.limit + HistoryFile.limit / 10 {
        report(file.shorten(to: HistoryFile.limit))
      }
    case .failure(let problem): report(problem.text)
    }
  }

  /// Adds an entry, unless it repeats the last one; returns whether it was added.
  package func add(_ entry: String) -> Bool {
    if let last = entries.last, last.utf8.elementsEqual(entry.utf8) { return false }
    entries.append(entry)
    if let file, isFileUsable { report(file.append(entry)) }
    return true
  }

  /// How the newest entry that begins with this text goes on; nil when there is none.
  package func suggestion(for text: String) -> String? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    let typed = Array(text.utf8)
    let found = entries.last { entry in
      entry.utf8.count > typed.count && entry.utf8.starts(with: typed)
    }
    // A letter that only differs by an accent behind it begins otherwise, though its bytes agree.
    guard let found, found.hasPrefix(text) else { return nil }
    return String(Substring(found.utf8.dropFirst(typed.count)))
  }

  /// Says once that the file cannot be used, and leaves it alone from then on.
  private func report(_ problem: String?) {
    guard let problem, isFileUsable else { return }
    isFileUsable = false
    note("note: no history is kept: \(problem)\n")
  }
}
