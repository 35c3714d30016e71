#if canImport(CReadline)
  import CReadline

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Edits entries with GNU readline: one buffer of several lines, history, completion.
  ///
  /// Readline has one state for the whole process, so there is one editor at a time, used from
  /// one thread; it must live until its last `read`.
  package final class ReadlineEditor: LineEditor {
    private let file: HistoryFile?
    private let note: (String) -> Void
    private weak var advisor: (any EntryAdvisor)?
    private var listed: [Candidate] = []
    private var isFileUsable = true

    /// Creates the editor and reads the history.
    ///
    /// - Parameters:
    ///   - file: Where entries are kept between sessions; nil keeps none.
    ///   - note: Takes the one message that is given when the file cannot be used.
    package init(history file: HistoryFile?, note: @escaping (String) -> Void) {
      self.file = file
      self.note = note
      Interrupts.install()
      cr_history_limit(Int32(HistoryFile.limit))
      let context = unsafe Unmanaged.passUnretained(self).toOpaque()
      unsafe cr_setup("peil", Prompt.continuation, Self.delegate(context))
      loadHistory()
    }

    /// The columns of the terminal; nil when standard output goes elsewhere.
    package var columns: Int? {
      StandardInput.isAnsweredOnTerminal ? Int(cr_columns()) : nil
    }

    /// Reads an entry with readline.
    package func read(_ advisor: any EntryAdvisor) -> EditorEvent {
      self.advisor = advisor
      var line: UnsafeMutablePointer<CChar>?
      let outcome = unsafe cr_read(Prompt.first, &line)
      defer { unsafe free(line) }
      switch outcome {
      case CR_LINE: return unsafe .entry(line.map { unsafe String(cString: $0) } ?? "")
      case CR_INTERRUPT: return .interrupted
      default: return .end
      }
    }

    /// What Return does at this cursor; nil runs the entry.
    fileprivate func insertion(_ text: String, cursor: Int) -> String? {
      switch EntryLines(text, cursor: cursor).pressReturn(
        needsMore: { advisor?.needsMore($0) ?? false })
      {
      case .run: nil
      case .insert(let inserted): inserted
      }
    }

    /// Hands readline the candidates for this cursor.
    fileprivate func complete(_ text: String, cursor: Int) {
      let list = advisor?.completions(in: text, at: cursor) ?? .nothing(at: cursor)
      listed = list.candidates
      guard let edit = CompletionEdit(list, text: text, utf8Offset: cursor) else { return }
      if edit.replacements.count == 1, let only = list.candidates.first {
        if cr_completion_is_listing() != 0 { return showCandidates() }
        cr_completion_append(only.continues ? 0 : 0x20)
        unsafe cr_completion_add(edit.replacements[0])
        return
      }
      unsafe cr_completion_add(edit.common)
      for replacement in edit.replacements { unsafe cr_completion_add(replacement) }
    }

    /// Prints the candidates of the last completion below the entry.
    fileprivate func showCandidates() {
      let rows = Int(cr_rows()) - 4
      let listing = CompletionListing(columns: Int(cr_columns()), rows: rows) {
        unsafe Int(cr_width($0))
      }
      unsafe cr_print(listing.text(listed))
    }
  }

  // MARK: History

  extension ReadlineEditor {
    /// The entries in memory, with those that the file held at the start.
    package var history: [String] {
      (0..<cr_history_count()).compactMap { index in
        unsafe cr_history_entry(index).map { unsafe String(cString: $0) }
      }
    }

    /// Adds an entry in memory and at the end of the file, unless it repeats the last one.
    package func remember(_ entry: String) {
      let count = cr_history_count()
      let last = unsafe count > 0 ? cr_history_entry(count - 1) : nil
      if let last = unsafe last, unsafe String(cString: last) == entry { return }
      unsafe cr_history_add(entry)
      guard let file, isFileUsable else { return }
      report(unsafe cr_history_append(file.path), "write", file)
    }

    private func loadHistory() {
      guard let file else { return }
      if let problem = file.prepare() {
        isFileUsable = false
        note("note: no history is kept: \(problem)\n")
        return
      }
      report(unsafe cr_history_load(file.path), "read", file)
      // Rewriting the file can lose an entry of a session beside this one: do it seldom.
      guard isFileUsable, file.isOverlong else { return }
      report(unsafe cr_history_rewrite(file.path), "shorten", file)
    }

    /// Says once that the file cannot be used, and leaves it alone from then on.
    private func report(_ code: Int32, _ action: String, _ file: HistoryFile) {
      guard code != 0 else { return }
      isFileUsable = false
      let reason = unsafe String(cString: strerror(code))
      note("note: no history is kept: cannot \(action) \(file.path): \(reason)\n")
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
        return_pressed: { context, text, point in
          let editor = unsafe ReadlineEditor.at(context)
          let inserted = unsafe editor.insertion(String(cString: text), cursor: Int(point))
          return unsafe inserted.flatMap { unsafe strdup($0) }
        },
        line_motion: { context, text, point, direction in
          let lines = unsafe EntryLines(String(cString: text), cursor: Int(point))
          return lines.moved(by: Int(direction)).map { Int32($0) } ?? -1
        },
        complete: { context, text, point in
          unsafe ReadlineEditor.at(context).complete(String(cString: text), cursor: Int(point))
        },
        show_candidates: { context in unsafe ReadlineEditor.at(context).showCandidates() })
    }
  }
#endif
