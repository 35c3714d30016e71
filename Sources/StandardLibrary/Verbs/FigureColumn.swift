import Columnar
import Planning
import QuerySyntax

/// A column that parts a figure, named in a clause of its own.
struct FigureColumn: Sendable {
  private enum Place: String, Sendable {
    case by
    case over
    case color
    case facet
    case detail
  }

  private let place: Place
  /// What is said when it is not written; nil when it need not be.
  private let demand: String?
  /// The column taken when it is not written.
  private let standard: @Sendable (Schema) -> String?

  private init(
    _ place: Place, demand: String? = nil, standard: @escaping @Sendable (Schema) -> String? = none
  ) {
    self.place = place
    self.demand = demand
    self.standard = standard
  }

  /// The clause as help and completion show it.
  var signature: ClauseSignature { ClauseSignature(place.rawValue, "COLUMN", .columns) }

  /// Reads the clause; reports what is wrong with it.
  func read(_ call: VerbCall, into spec: inout FigureSpec, _ planner: inout Planner) {
    let name: String?
    if let items = call.clause(place.rawValue) {
      guard let item = planner.single(items, of: call, "column after `\(place.rawValue)`"),
        let index = planner.column(item.value, in: call.schema)
      else { return }
      name = call.schema.fields[index].name
    } else {
      name = standard(call.schema)
      if name == nil, let demand {
        planner.report(
          "missing-item", demand, at: call.stage.range, label: "add `\(place.rawValue) COLUMN`")
      }
    }
    switch place {
    case .by: spec.by = name
    case .over: spec.over = name
    case .color: spec.color = name
    case .facet: spec.facet = name
    case .detail: spec.detail = name
    }
  }

  private static let none: @Sendable (Schema) -> String? = { _ in nil }
}

extension FigureColumn {
  /// What the marks stand for; not written is a fault.
  static func by(_ demand: String) -> FigureColumn { FigureColumn(.by, demand: demand) }
  /// What the marks stand for, if anything.
  static let optionalBy = FigureColumn(.by)
  /// The axis of comparison, unless another column is named.
  static func time(_ demand: String) -> FigureColumn {
    FigureColumn(.by, demand: demand) { schema in schema.time?.name }
  }
  /// The axis of comparison, if there is one, unless another column is named.
  static let over = FigureColumn(.over) { schema in schema.time?.name }
  /// The regions of a map: those of the table, unless another column is named.
  static let region = FigureColumn(.by) { schema in
    schema.fields.first { $0.entity?.name == "region" }?.name
  }
  static let color = FigureColumn(.color)
  static let facet = FigureColumn(.facet)
  /// A panel for each value; not written is a fault.
  static func panels(_ demand: String) -> FigureColumn { FigureColumn(.facet, demand: demand) }
  static let detail = FigureColumn(.detail)
}

/// A clause that one figure has of its own, and how it is read.
struct FigureClause: Sendable {
  let signature: ClauseSignature
  /// What was asked for; nil when a fault was reported.
  let read: @Sendable (VerbCall, inout Planner) -> FigureSetting?

  /// A clause read in a way of its own.
  init(
    _ signature: ClauseSignature,
    read: @escaping @Sendable (VerbCall, inout Planner) -> FigureSetting?
  ) {
    self.signature = signature
    self.read = read
  }

  /// One of some words.
  static func word(_ clause: String, among words: [String]) -> FigureClause {
    FigureClause(ClauseSignature(clause, words.joined(separator: "|"), .values)) { call, planner in
      planner.word(clause, of: call, among: words, standard: "").map { .word($0) }
    }
  }

  /// A whole number.
  static func whole(_ clause: String, atLeast minimum: Int) -> FigureClause {
    FigureClause(ClauseSignature(clause, "N", .values)) { call, planner in
      planner.wholeNumber(after: clause, of: call, atLeast: minimum)?.map { .whole($0) }
    }
  }

  /// A file, by its path; a relative one starts from the folder of the script.
  static func file(_ clause: String) -> FigureClause {
    FigureClause(ClauseSignature(clause, "\"FILE\"", .values)) { call, planner in
      guard let items = call.clause(clause),
        let item = planner.single(items, of: call, "file after `\(clause)`"),
        let path = planner.text(item, "the file")
      else { return nil }
      return .file(path: path, folder: planner.folder)
    }
  }

  /// A column of numbers.
  static func measure(_ clause: String) -> FigureClause {
    FigureClause(ClauseSignature(clause, "MEASURE", .columns)) { call, planner in
      guard let items = call.clause(clause),
        let item = planner.single(items, of: call, "column after `\(clause)`"),
        let index = planner.column(item.value, in: call.schema)
      else { return nil }
      let field = call.schema.fields[index]
      guard field.type.isNumeric else {
        planner.report(
          "wrong-type",
          "`\(clause)` names a column of numbers, `\(field.name)` is "
            + "\(field.type.phrase)", at: item.range)
        return nil
      }
      return .columns([field.name])
    }
  }
}
