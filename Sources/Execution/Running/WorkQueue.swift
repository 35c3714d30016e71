import Threading

/// Pieces of work on threads of their own, whose outcomes one thread takes when it wants them.
package final class WorkQueue<Output: Sendable>: Sendable {
  /// What a piece of work came to, with the number it was given.
  package typealias Finished = (number: Int, result: Result<Output, any Error>)

  private let finished = SharedState<[Finished]>([])

  /// Makes a queue in which nothing is at work.
  package init() {}

  /// Begins a piece of work; without a thread to be had it is done before this returns.
  package func begin(_ number: Int, _ body: @escaping @Sendable () throws -> Output) {
    let finished = finished
    let work: @Sendable () -> Void = {
      let result = Result { try body() }
      finished.change { $0.append((number, result)) }
    }
    if !Threads.detach(work) { work() }
  }

  /// Everything that came to an end since this was asked last; waits for it that long at most.
  package func take(milliseconds: Int) -> [Finished] {
    finished.wait(milliseconds: milliseconds) { list in
      defer { list = [] }
      return list.isEmpty ? nil : list
    } ?? []
  }
}
