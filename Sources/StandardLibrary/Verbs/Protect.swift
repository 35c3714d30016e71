import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Hides counts that say something of single people.
  static let protect = Verb(
    "protect", items: .columns,
    clauses: [
      ClauseSignature("under", "NUMBER", .values),
      ClauseSignature("round", "NUMBER", .values),
      ClauseSignature("within", "KEY, …", .columns),
    ],
    UnitDocumentation(
      "protect COUNT, … under NUMBER round NUMBER within KEY, …",
      "Suppresses small counts, and the cells from which totals would give them away.",
      details: [
        "A count above 0 and under the number becomes `missing: suppressed`; 0 stays.",
        "The sums over each key column, and over the regions of each attribute of a key, count as "
          + "public: further cells are suppressed until no suppressed cell follows from them. Each "
          + "period, edition and variant stands by itself.",
        "What cannot be hidden so is named in a note: a sum that may not be published.",
        "With `round` what is shown is rounded, half away from zero, each total by itself.",
        "Other columns are not protected: derive rates of protected counts afterwards.",
      ],
      examples: [
        "initiative_counts | protect initiatives under 60 round 5"
      ])
  ) { call, planner in
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "count")
      return nil
    }
    guard let item = planner.single(call.clause("under") ?? [], of: call, "number after `under`")
    else { return nil }
    let counts = planner.columns(call.items, in: call.schema)
    guard Protection.areCounts(counts, call, &planner),
      let threshold = planner.wholeNumber(item, "the number", atLeast: 1)
    else { return nil }
    guard threshold <= Protection.largestThreshold else {
      planner.report(
        "wrong-value", "the number must be at most \(Protection.largestThreshold)", at: item.range)
      return nil
    }
    var base: Int?
    if let items = call.clause("round") {
      guard let item = planner.single(items, of: call, "number after `round`"),
        let number = planner.wholeNumber(item, "the number to round to", atLeast: 1)
      else { return nil }
      guard number <= threshold * 2 else {
        planner.report(
          "wrong-value", "rounding to \(number) would show counts of \(threshold) as 0",
          at: item.range, label: "at most \(threshold * 2)")
        return nil
      }
      base = number
    }
    guard let keys = Protection.keys(call, &planner) else { return nil }
    Protection.noteOthers(counts, call, &planner)
    return LogicalPlan(
      .transform(
        call.input,
        ProtectedCounts(
          counts: counts, keys: keys, fixed: Protection.fixed(call.schema, except: keys),
          threshold: threshold, base: base)),
      schema: call.schema, fixed: call.input.fixed, timeFiltered: call.input.timeFiltered)
  }
}

/// What `protect` works on.
enum Protection {
  /// The largest number below which counts can be suppressed; more than there are people.
  static let largestThreshold = 1_000_000_000

  /// Whether all columns are numbers that add up; reports the first that is not.
  static func areCounts(_ counts: [Int], _ call: VerbCall, _ planner: inout Planner) -> Bool {
    guard counts.count == call.items.count else { return false }
    for (index, item) in zip(counts, call.items) {
      let field = call.schema.fields[index]
      guard field.type.isNumeric else {
        planner.report(
          "wrong-type", "`protect` needs counts, `\(field.name)` is \(field.type.phrase)",
          at: item.range)
        return false
      }
      guard field.role == .measure || field.role == .note else {
        planner.report(
          "wrong-role", "`protect` needs counts, `\(field.name)` is a \(field.role.name)",
          at: item.range)
        return false
      }
      if let kind = field.measure?.kind, !kind.isAdditive {
        planner.report(
          "not-additive", "`protect` needs counts, `\(field.name)` is a \(kind.name) measure",
          at: item.range, notes: ["protect the count it was computed from, then derive it"])
        return false
      }
    }
    return true
  }

  /// The key columns sums go over; reports when it is not known which they are.
  static func keys(_ call: VerbCall, _ planner: inout Planner) -> [Int]? {
    let schema = call.schema
    if let items = call.clause("within") {
      let keys = planner.columns(items, in: schema)
      return keys.count == items.count || !keys.isEmpty ? keys : nil
    }
    let candidates = schema.fields(.candidateKey).map(\.name)
    guard candidates.isEmpty else {
      planner.report(
        "unclear-series", "it is not known over which columns totals are shown",
        at: call.stage.range,
        label: "add `within \(candidates.joined(separator: ", "))` or some of them")
      return nil
    }
    return schema.fields.indices.filter { schema.fields[$0].role == .key }
  }

  /// Columns over which is never added: period, edition and variant.
  static func fixed(_ schema: Schema, except keys: [Int]) -> [Int] {
    schema.fields.indices.filter { index in
      let field = schema.fields[index]
      return !keys.contains(index)
        && (field.role == .time || field.role == .edition || field.name == schema.variant)
    }
  }

  /// Says that other measures stay as they are.
  static func noteOthers(_ counts: [Int], _ call: VerbCall, _ planner: inout Planner) {
    let others = call.schema.fields.indices.filter {
      call.schema.fields[$0].role == .measure && !counts.contains($0)
    }.map { call.schema.fields[$0].name }
    guard !others.isEmpty else { return }
    let names = others.joined(separator: ", ")
    planner.note(
      Note(
        code: "not-protected", dutch: "niet beschermd: \(names)",
        english: "not protected: \(names)"))
  }
}
