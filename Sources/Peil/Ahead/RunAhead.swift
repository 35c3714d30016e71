import Columnar
import Execution
import Planning
import SourceText
import Synchronization

/// Runs the statements of a document side by side where none needs the rows of the other.
///
/// The session goes through the statements in order and asks for each; while it waits for one,
/// whatever else can run runs. A statement gives what it gives when all run one after another, and
/// a fault comes up when its turn comes: nobody sees in what order the work was done.
final class RunAhead {
  /// A statement in a text of the document.
  struct Place: Hashable {
    let text: Int
    let statement: Int
  }

  /// What became of a statement.
  enum State {
    case waiting
    case running
    case done(Outcome)
    case failed(any Error)
  }

  /// Where the rows of a statement come from.
  enum Outcome {
    /// They were kept by an earlier run.
    case kept(StatementKey, Table, notes: [Note])
    /// It ran; the key under which its rows can be kept, when there is one.
    case made(StatementKey?, MadeRows)
  }

  /// A statement with rows.
  struct Task {
    let plan: LogicalPlan
    let planned: PlannedStatement
    let label: String
    /// The table it gives its rows to.
    let target: KeptTable?
    /// Statements whose rows it needs, by their position.
    let needs: [Int]
    /// What was defined when it was planned.
    let definitions: Definitions
    var state: State = .waiting
  }

  let texts: [PlannedText]
  private(set) var tasks: [Task] = []
  private var places: [Place: Int] = [:]
  private let queue = WorkQueue<MadeRows>()
  private let state: RunState
  private var running = 0
  private let options: SessionOptions

  /// Takes the texts of a document in order; nil when there is nothing to run side by side, or when
  /// a statement writes a file that another may read.
  init?(_ texts: [PlannedText], options: SessionOptions) {
    guard options.threads > 1 else { return nil }
    self.texts = texts
    self.options = options
    let isAsked = options.isCancelled
    state = RunState { isAsked?() ?? false }
    var makers: [ObjectIdentifier: Int] = [:]
    for (number, text) in texts.enumerated() {
      for (index, statement) in text.statements.enumerated() {
        let words = StatementText.names(in: statement.file.text(statement.range))
        if words.contains("save") { return nil }
        let (label, plan, target): (String, LogicalPlan, KeptTable?)
        switch statement.action {
        case .nothing, .print, .show(_, .explanation): continue
        case .keep(let kept, let found): (label, plan, target) = ("let \(kept.name)", found, kept)
        case .show(let found, _): (label, plan, target) = ("\(index)", found, nil)
        }
        let tables =
          Self.kept(in: plan) + statement.values + words.compactMap { text.definitions.kept[$0] }
        let needs = Set(tables.compactMap { makers[ObjectIdentifier($0)] })
        if let target { makers[ObjectIdentifier(target)] = tasks.count }
        places[Place(text: number, statement: index)] = tasks.count
        tasks.append(
          Task(
            plan: plan, planned: statement, label: label, target: target, needs: needs.sorted(),
            definitions: text.definitions))
      }
    }
    guard tasks.count > 1 else { return nil }
  }

  deinit { stop() }

  /// Tells what is at work to end.
  func stop() { state.giveUp() }

  /// The task of a statement; nil for one without rows.
  func task(at place: Place) -> Int? { places[place] }

  /// Begins what can begin, in order; `resolve` tells what is known of a task without running it.
  func begin(resolve: (Task) -> (state: State?, key: StatementKey?)) {
    for number in tasks.indices where running < options.threads {
      guard case .waiting = tasks[number].state, tasks[number].needs.allSatisfy(isDone) else {
        continue
      }
      let (known, key) = resolve(tasks[number])
      if let known {
        settle(number, known)
        continue
      }
      keys[number] = key
      tasks[number].state = .running
      running += 1
      let (plan, options, state) = (tasks[number].plan, options, state)
      queue.begin(number) {
        try MadeRows { try options.rows(of: plan, state: state, noteRows: $0) }
      }
    }
  }

  private var keys: [Int: StatementKey] = [:]

  /// Waits a moment for something to end, and takes over what did.
  func wait(milliseconds: Int) {
    for (number, result) in queue.take(milliseconds: milliseconds) {
      running -= 1
      switch result {
      case .success(let made): settle(number, .done(.made(keys[number], made)))
      case .failure(let fault): settle(number, .failed(fault))
      }
    }
  }

  private func settle(_ number: Int, _ state: State) {
    tasks[number].state = state
    guard let target = tasks[number].target else { return }
    switch state {
    case .done(.kept(_, let table, let notes)):
      target.keep(table, notes: tasks[number].planned.allNotes(notes))
    case .done(.made(_, let made)):
      target.keep(made.table, notes: tasks[number].planned.allNotes(made.notes))
    case .waiting, .running, .failed: break
    }
  }

  private func isDone(_ number: Int) -> Bool {
    if case .done = tasks[number].state { true } else { false }
  }

  /// The tables of `let`s that a plan reads.
  private static func kept(in plan: LogicalPlan) -> [KeptTable] {
    if case .scan(let source) = plan.node { return [source as? KeptTable].compactMap { $0 } }
    return plan.inputs.flatMap { kept(in: $0) }
  }
}
