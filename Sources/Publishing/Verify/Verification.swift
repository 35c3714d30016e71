import Peil
import Reporting
package import SourceText

/// Makes an edition again, elsewhere and under other circumstances, and lays it beside the one
/// there is.
package struct Verification {
  private let report: String
  private let edition: EditionFolder

  /// A verification of an edition of a report.
  package init(report: String, edition: EditionFolder) {
    self.report = report
    self.edition = edition
  }

  /// Circumstances that no result may know: a zone far from the usual ones, another language, files
  /// that nobody else may read, one thread. The time is another one anyway.
  private static let circumstances = [
    "TZ=Pacific/Kiritimati", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "HOME=/nonexistent",
  ]

  /// Runs a program again in an empty folder; `arguments` are those behind `report FOLDER`. Gives the
  /// first difference, or nil when every byte is the same. Throws what keeps it from running.
  package func run(program: String, arguments: [String]) throws(Diagnostics) -> FileDifference? {
    guard !edition.published.isEmpty else {
      throw Diagnostics(
        Diagnostic(
          .error, phase: .input, code: "no-edition",
          "`\(edition.path)` has no edition to compare with",
          notes: ["make one with `peil report`, or name another folder with `--against`"]))
    }
    let folder: String
    do throws(FileFault) {
      folder = try TemporaryFolder.make("peil-verify")
    } catch {
      throw Diagnostics(EditionFault.unwritable(error, error.path))
    }
    defer { FileSystem.remove(folder) }
    let name = String(edition.path.split(separator: "/").last ?? "edition")
    let made = EditionFolder(folder + "/" + name)
    let child = ChildProcess(
      arguments: [
        "/bin/sh", "-c",
        """
        cd "$1" && umask 077 || exit 73
        shift
        exec env "$@"
        """, "sh", folder,
      ] + Self.circumstances + [
        program, "report", EditionFolder(report).path, "--out", made.path, "--threads", "1",
        "--quiet", "--fresh",
      ] + arguments, limit: .seconds(Self.limit))
    switch child.run() {
    case .exited(0): return FileDifference.first(expected: edition, found: made)
    case .exited(let code):
      throw Diagnostics(
        Diagnostic(
          .error, phase: .run, code: "verify-failed",
          "the report cannot be made again: the run ended with \(code)"))
    case .signalled(let number):
      throw Diagnostics(
        Diagnostic(
          .error, phase: .run, code: "verify-failed",
          "the report cannot be made again: the run was ended by signal \(number)"))
    case .tooLong, .notStarted:
      throw Diagnostics(
        Diagnostic(
          .error, phase: .run, code: "verify-failed",
          "the report cannot be made again: "
            + "the run did not start, or took more than \(Self.limit) s"))
    }
  }

  /// Seconds that the run may take.
  private static let limit = 3600
}
