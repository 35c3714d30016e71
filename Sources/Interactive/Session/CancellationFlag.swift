import Synchronization

/// A flag that tells a run to stop, readable from any thread.
///
/// A run asks it once for every batch; asking costs one atomic load.
package final class CancellationFlag: Sendable {
  private let raised = Atomic(false)
  private let followsInterrupts: Bool

  /// Creates a lowered flag; one that follows interrupts is raised by Ctrl-C.
  package init(followsInterrupts: Bool = false) {
    self.followsInterrupts = followsInterrupts
  }

  /// Whether the run must stop.
  package var isRaised: Bool {
    raised.load(ordering: .relaxed) || (followsInterrupts && Interrupts.isPending)
  }

  /// Tells the run to stop.
  package func raise() {
    raised.store(true, ordering: .relaxed)
  }

  /// Lowers the flag before the next run, and forgets a Ctrl-C that came too late for the last.
  package func lower() {
    raised.store(false, ordering: .relaxed)
    if followsInterrupts { Interrupts.clear() }
  }
}
