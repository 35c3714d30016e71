import FoundationEssentials
import SourceText

/// A report that runs by itself: what, where and when. It stands as a comment in the files that make
/// it run, so that they tell it themselves.
package struct ScheduledReport: Codable, Sendable, Equatable {
  /// The report's folder, the folder of outputs and the program, as absolute paths.
  package var report: String
  package var out: String
  package var program: String
  /// As it was given, such as `Mon 06:00`.
  package var on: String
  /// Further arguments of `peil report`.
  package var arguments: [String]

  /// A report to run.
  package init(report: String, out: String, program: String, on: String, arguments: [String]) {
    self.report = report
    self.out = out
    self.program = program
    self.on = on
    self.arguments = arguments
  }

  /// What it is called: after the folder of its outputs, which no other run may have.
  package var name: String {
    let last = String(out.split(separator: "/").last ?? "report")
    return "peil-" + String(last.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" })
  }

  /// The words of the command.
  var command: [String] { [program, "report", report, "--out", out] + arguments }

  /// What begins the comment that tells what a file is for.
  static let mark = "# peil schedule: "

  /// The comment.
  var comment: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(self)) ?? Data()
    return Self.mark + String(decoding: data, as: UTF8.self)
  }

  /// The report of a comment; nil when the line is none of ours.
  init?(comment: some StringProtocol) {
    guard comment.hasPrefix(Self.mark),
      let found = try? JSONDecoder().decode(
        ScheduledReport.self, from: Data(comment.dropFirst(Self.mark.count).utf8))
    else { return nil }
    self = found
  }

  /// What keeps it from running: nothing when all is well.
  package var problems: [String] {
    var problems: [String] = []
    if FileSystem.kind(of: report + "/report.md") != .file {
      problems.append("there is no report in \(report)")
    }
    if FileSystem.kind(of: program) == nil { problems.append("the program \(program) is gone") }
    do throws(Diagnostics) {
      _ = try ScheduleMoment(on)
    } catch {
      problems.append("`\(on)` is no moment to run at")
    }
    return problems
  }
}
