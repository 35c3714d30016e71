/// What is seen of an entry while it is typed: prompt, coloured text, what the history suggests,
/// and the candidates below it.
package struct EntryView {
  private var screen: EntryScreen
  private var columns: Int
  private var rows: Int
  private let hasColours: Bool

  /// Creates the view on a terminal whose size is still to be told.
  package init(hasColours: Bool) {
    self.hasColours = hasColours
    columns = 80
    rows = 24
    screen = EntryScreen(columns: columns, rows: rows)
  }

  /// Begins on a terminal of this size, with nothing drawn.
  package mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    screen = EntryScreen(columns: columns, rows: rows)
  }

  /// What makes the terminal show the entry.
  package mutating func draw(
    prompt: String, _ text: String, cursor: Int, styles: [StyledRange], menu: CompletionMenu?,
    history: HistoryLog?
  ) -> String {
    var picture = typed(prompt: prompt, text, cursor: cursor, styles: styles)
    if cursor == text.utf8.count, menu == nil, let history,
      let rest = suggestion(for: text, in: history)
    {
      // The whole of it, unless the screen has no room for that.
      var longer = picture
      longer.add(rest, .suggestion, gutter: Prompt.continuation)
      if longer.rows.count <= rows { picture = longer }
    }
    if let menu {
      let room = max(4, min(rows - picture.rows.count, rows * 2 / 3))
      for line in menu.listing(columns: columns, rows: room) {
        picture.begin()
        for part in line.parts { picture.add(part.text, part.style) }
      }
    }
    return screen.draw(picture)
  }

  /// What shows the entry for the last time, and goes below it.
  package mutating func finish(
    prompt: String, _ text: String, styles: [StyledRange], mark: String
  ) -> String {
    var picture = typed(prompt: prompt, text, cursor: text.utf8.count, styles: styles)
    picture.add(mark, .plain)
    return screen.draw(picture) + screen.leave()
  }

  /// What wipes the entry after the terminal got another size.
  package mutating func resized(columns: Int, rows: Int) -> String {
    self.columns = columns
    self.rows = rows
    return screen.resize(columns: columns, rows: rows)
  }

  /// What empties the terminal.
  package mutating func clear() -> String { screen.clear() }

  /// How the newest entry that begins with this text goes on; nil when there is none, or when it
  /// could not be told from what was typed.
  package func suggestion(for text: String, in history: HistoryLog) -> String? {
    hasColours ? history.suggestion(for: text) : nil
  }

  private func typed(
    prompt: String, _ text: String, cursor: Int, styles: [StyledRange]
  ) -> EntryRows {
    var picture = EntryRows(columns: columns, hasColours: hasColours)
    picture.add(prompt, .prompt)
    picture.add(text, gutter: Prompt.continuation, styles: styles, cursor: cursor)
    return picture
  }
}
