import Reporting
import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Keeps a second run away from a folder while one is at work.
///
/// The system gives the lock back when the program ends, however it ends.
final class FolderLock {
  private let descriptor: CInt

  /// Takes the lock of a folder. Throws a fault of phase `busy` when another run has it.
  init(_ edition: EditionFolder) throws(Diagnostics) {
    let path = edition.statePath + "/lock"
    do throws(FileFault) {
      try edition.checkPlace()
      try FileSystem.makeFolders(edition.statePath)
      descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw FileFault(path) }
    } catch {
      throw Diagnostics(EditionFault.unwritable(error, edition.path))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      close(descriptor)
      guard reason == EWOULDBLOCK else {
        errno = reason
        throw Diagnostics(EditionFault.unwritable(FileFault(path), edition.path))
      }
      throw Diagnostics(
        Diagnostic(
          .error, phase: .busy, code: "busy",
          "another run is making `\(edition.path)`",
          notes: ["wait until it is done, or give this run another folder with `--out`"]))
    }
  }

  deinit {
    // Given back by name: a program being started may hold the descriptor for a moment longer.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}

/// Faults of publishing.
enum EditionFault {
  /// A folder or file that cannot be written.
  static func unwritable(_ fault: FileFault, _ folder: String) -> Diagnostic {
    var notes = ["nothing was changed in `\(folder)`"]
    if fault.code == EBUSY {
      notes.append("a folder that something is mounted on cannot be replaced: name one inside it")
    }
    return Diagnostic(
      .error, phase: .output, code: "unwritable-output",
      "cannot write `\(fault.path)`: \(fault.reason)", notes: notes)
  }
}
