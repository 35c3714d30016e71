#if canImport(CReadline)
  import CReadline

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Edits entries with GNU readline: one buffer of several lines, coloured, with history and
  /// completion. Readline knows keys; what is drawn is `EntryView`'s.
  ///
  /// Readline has one state for the whole process, so there is one editor at a time, used from
  /// one thread; it must live until its last `read`.
  package final class ReadlineEditor: LineEditor {
    private let log: HistoryLog
    private weak var advisor: (any EntryAdvisor)?
    private var view: EntryView
    private var menu: CompletionMenu?
    /// The entry as completion left it, with a space behind a word that was the only one.
    private var spaced: CompletionMenu?

    /// Creates the editor and reads the history.
    ///
    /// - Parameters:
    ///   - file: Where entries are kept between sessions; nil keeps none.
    ///   - hasColours: Whether entries are coloured and completed from the history.
    ///   - note: Takes the one message that is given when the file cannot be used.
    package init(
      history file: HistoryFile?, hasColours: Bool, note: @escaping (String) -> Void
    ) {
      log = HistoryLog(file, note: note)
      view = EntryView(hasColours: hasColours)
      Interrupts.install()
      cr_history_limit(Int32(HistoryFile.limit))
      let context = unsafe Unmanaged.passUnretained(self).toOpaque()
      unsafe cr_setup("peil", Self.delegate(context))
      for entry in log.entries { unsafe cr_history_add(entry) }
    }

    /// The terminal; nil when standard output goes elsewhere.
    package var terminal: TerminalSize? {
      guard StandardInput.isAnsweredOnTerminal else { return nil }
      return TerminalSize(columns: Int(cr_columns()), rows: Int(cr_rows()))
    }

    /// Reads an entry with readline.
    package func read(_ advisor: any EntryAdvisor, initial: String) -> EditorEvent {
      self.advisor = advisor
      menu = nil
      view.resize(columns: Int(cr_columns()), rows: Int(cr_rows()))
      var line: UnsafeMutablePointer<CChar>?
      let outcome = unsafe cr_read(Prompt.first, initial, &line)
      defer { unsafe free(line) }
      switch outcome {
      case CR_LINE: return unsafe .entry(line.map { unsafe String(cString: $0) } ?? "")
      case CR_INTERRUPT: return .interrupted
      default: return .end
      }
    }

    /// The entries in memory, with those that the file held at the start.
    package var history: [String] { log.entries }

    /// Adds an entry in memory and at the end of the file, unless it repeats the last one.
    package func remember(_ entry: String) {
      if log.add(entry) { unsafe cr_history_add(entry) }
    }

    /// Runs the user's editor on a text, and gives what they made of it.
    package func edit(_ text: String) -> String? {
      ExternalEditor.edit(text) { unsafe cr_run_program($0) }
    }
  }

  // MARK: Keys

  extension ReadlineEditor {
    /// What a key does to an entry.
    fileprivate func press(_ key: Int32, _ text: String, cursor: Int) -> KeyEffect {
      switch key {
      case CR_KEY_RETURN:
        let lines = EntryLines(text, cursor: cursor)
        switch lines.pressReturn(needsMore: { advisor?.needsMore($0) ?? false }) {
        case .run: return .run
        case .insert(let inserted): return .replace(lines.inserting(inserted))
        }
      case CR_KEY_COMPLETE: return complete(text, cursor: cursor, step: 1)
      case CR_KEY_COMPLETE_BACK: return complete(text, cursor: cursor, step: -1)
      case CR_KEY_LIST:
        menu = CompletionMenu(candidates(text, cursor), text: text, cursor: cursor)
        return menu == nil ? .bell : .nothing
      case CR_KEY_TAKE, CR_KEY_TAKE_WORD:
        guard let rest = view.suggestion(for: text, in: log), !rest.isEmpty else { return .pass }
        let taken = key == CR_KEY_TAKE ? rest : EntryLines.firstWord(of: rest)
        return .replace(text + taken, text.utf8.count + taken.utf8.count)
      case CR_KEY_SPACE, CR_KEY_CLOSE:
        guard let word = spaced, word.stands(in: text, at: cursor) else { return .pass }
        spaced = nil
        // The space that completion put in is the one that is typed, and none before a comma.
        return key == CR_KEY_SPACE ? .nothing : .replace(word.withoutSpace)
      case CR_KEY_EDIT:
        guard let edited = edit(text) else { return .bell }
        return .replace(edited, edited.utf8.count)
      default: return .pass
      }
    }

    private func complete(_ text: String, cursor: Int, step: Int) -> KeyEffect {
      if var next = menu, next.stands(in: text, at: cursor) {
        guard next.candidates.count > 1 else { return .nothing }
        let (text, cursor) = next.choose(step)
        menu = next
        return .replace(text, cursor)
      }
      guard let found = CompletionMenu(candidates(text, cursor), text: text, cursor: cursor) else {
        return .bell
      }
      menu = found.candidates.count == 1 ? nil : found
      spaced = found.isSpaced ? found : nil
      return found.candidates.isEmpty ? .nothing : .replace(found.text, found.cursor)
    }

    private func candidates(_ text: String, _ cursor: Int) -> CompletionList {
      advisor?.completions(in: text, at: cursor) ?? .nothing(at: cursor)
    }

    fileprivate func draw(prompt: String, _ text: String, cursor: Int, isSearch: Bool) {
      if let shown = menu, !shown.stands(in: text, at: cursor) { menu = nil }
      let styles = advisor?.styles(of: text) ?? []
      write(
        view.draw(
          prompt: prompt, text, cursor: cursor, styles: styles, menu: menu,
          history: isSearch ? nil : log))
    }

    fileprivate func finish(prompt: String, _ text: String, mark: String) {
      menu = nil
      write(view.finish(prompt: prompt, text, styles: advisor?.styles(of: text) ?? [], mark: mark))
    }

    fileprivate func resized() {
      write(view.resized(columns: Int(cr_columns()), rows: Int(cr_rows())))
    }

    fileprivate func clear() { write(view.clear()) }

    private func write(_ output: String) {
      var output = output
      output.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
          if let start = bytes.baseAddress { unsafe cr_write(start, Int32(bytes.count)) }
        }
      }
    }
  }

  // MARK: Hooks

  extension ReadlineEditor {
    private static func at(_ context: UnsafeMutableRawPointer) -> ReadlineEditor {
      unsafe Unmanaged<ReadlineEditor>.fromOpaque(context).takeUnretainedValue()
    }

    private static func delegate(_ context: UnsafeMutableRawPointer) -> cr_delegate {
      unsafe cr_delegate(
        context: context,
        press: { context, key, text, point, edit in
          let editor = unsafe ReadlineEditor.at(context)
          let effect = unsafe editor.press(key, String(cString: text), cursor: Int(point))
          if case .replace(let text, let cursor) = effect {
            unsafe edit.pointee.text = strdup(text)
            unsafe edit.pointee.point = Int32(cursor)
          }
          return effect.code
        },
        line_motion: { context, text, point, direction in
          let lines = unsafe EntryLines(String(cString: text), cursor: Int(point))
          return lines.moved(by: Int(direction)).map { Int32($0) } ?? -1
        },
        draw: { context, prompt, text, point, searching in
          let editor = unsafe ReadlineEditor.at(context)
          unsafe editor.draw(
            prompt: String(cString: prompt), String(cString: text), cursor: Int(point),
            isSearch: searching != 0)
        },
        finish: { context, prompt, text, mark in
          let editor = unsafe ReadlineEditor.at(context)
          unsafe editor.finish(
            prompt: String(cString: prompt), String(cString: text), mark: String(cString: mark))
        },
        resized: { context in unsafe ReadlineEditor.at(context).resized() },
        clear: { context in unsafe ReadlineEditor.at(context).clear() })
    }
  }

  /// What a key does, as the C target is told.
  private enum KeyEffect {
    case pass
    case nothing
    case bell
    case run
    case replace(String, Int)

    static func replace(_ change: (text: String, cursor: Int)) -> KeyEffect {
      .replace(change.text, change.cursor)
    }

    var code: Int32 {
      switch self {
      case .pass: CR_PRESS_PASS
      case .nothing: CR_PRESS_NOTHING
      case .bell: CR_PRESS_BELL
      case .run: CR_PRESS_RUN
      case .replace: CR_PRESS_REPLACE
      }
    }
  }
#endif
