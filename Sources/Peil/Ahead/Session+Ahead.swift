import Columnar
import Execution
import Planning
import SourceText

extension Session {
  /// The statements of a text that was checked as part of a document, unless it has to be planned
  /// again; what is defined is then what it was when they were planned.
  func plannedAhead(_ file: SourceFile) -> (number: Int, statements: [PlannedStatement])? {
    guard let ahead, let number = ahead.texts.firstIndex(where: { $0.isOf(file) }) else {
      return nil
    }
    let last = definitions.last
    definitions = ahead.texts[number].definitions
    definitions.last = last
    return (number, ahead.texts[number].statements)
  }

  /// Forgets what was planned: a column turned out wider than it was planned with.
  func forgetAhead() {
    ahead?.stop()
    ahead = nil
  }

  /// What became of a statement of the document, which is waited for; nil when nothing was planned
  /// for it. Throws what running it threw.
  func outcome(at place: RunAhead.Place) throws -> RunAhead.Outcome? {
    guard let ahead, let number = ahead.task(at: place) else { return nil }
    while true {
      ahead.begin { known(of: $0) }
      switch ahead.tasks[number].state {
      case .failed(let fault): throw fault
      case .done(let outcome): return outcome
      case .waiting, .running: break
      }
      ahead.wait(milliseconds: 10)
      if options.isCancelled?() == true {
        forgetAhead()
        throw WatchedWork.interrupted
      }
      options.watch?(ahead.tasks[number].label, nil)
    }
  }

  /// What is known of a statement before it runs: its rows when an earlier run kept them, a fault,
  /// or nothing but its key.
  private func known(of task: RunAhead.Task) -> (state: RunAhead.State?, key: StatementKey?) {
    guard let store else { return (nil, nil) }
    let before = definitions
    definitions = task.definitions
    defer { definitions = before }
    do {
      let text = task.planned.file.text(task.planned.range)
      let key = try self.key(
        of: task.plan, text, label: task.label, values: task.planned.values)
      guard let (table, notes) = try kept(key, task.plan, in: store) else { return (nil, key) }
      return (.done(.kept(key, table, notes: notes)), key)
    } catch is Pending {
      return (nil, nil)
    } catch {
      return (.failed(error), nil)
    }
  }
}
