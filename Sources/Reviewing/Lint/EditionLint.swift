package import Reporting

/// Looks through an edition for what a careful editor would not let pass.
package struct EditionLint {
  /// What was found, in the order of the rules.
  package let findings: [LintFinding]

  /// Looks through an edition.
  package init(_ content: EditionContent) {
    let subject = LintSubject(content)
    var findings: [LintFinding] = []
    for rule in Self.rules {
      for (place, message, excerpt) in rule.find(subject) {
        let finding = LintFinding(
          rule: rule.name, severity: rule.severity, place: place, message: message,
          excerpt: excerpt)
        if !findings.contains(finding) { findings.append(finding) }
      }
    }
    self.findings = findings
  }

  /// The names of all rules.
  package static var names: [String] { rules.map(\.name) }

  /// The findings as lines for people.
  package var text: String {
    findings.map { finding in
      """
      \(finding.severity.rawValue): \(finding.message)
          | \(finding.excerpt)
          = \(finding.place.isEmpty ? "" : finding.place + "; ")rule \(finding.rule)

      """
    }.joined()
  }

  /// The findings as JSON.
  package var json: String {
    JSONValue.array(
      findings.map { finding in
        .object([
          ("rule", .text(finding.rule)), ("severity", .text(finding.severity.rawValue)),
          ("place", .text(finding.place)), ("message", .text(finding.message)),
          ("excerpt", .text(finding.excerpt)),
        ])
      }
    ).text + "\n"
  }
}
