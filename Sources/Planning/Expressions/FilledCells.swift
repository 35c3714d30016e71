package import Columnar

/// The rule of cells that `fill` made: they are no figures. What compares periods sees the table
/// as it was before `fill`: neither as its own value nor as a base is a filled cell used, unless
/// it is asked for, `filled true` behind a verb and `filled: true` in a function.
package enum FilledCells {
  /// The argument of time functions that asks for them.
  package static let argument = "filled"

  /// The column that marks the filled cells of another.
  package static func mark(of name: String) -> String { "\(name)_filled" }

  /// The position of the boolean column that marks filled cells, or nil.
  package static func mark(of name: String, in schema: Schema) -> Int? {
    schema.fields.firstIndex { $0.name == mark(of: name) && $0.type == .boolean }
  }

  /// What is said when cells are passed over; `asked` is how they are asked for.
  static func note(_ asked: String) -> Note {
    Note(
      code: "filled-not-compared",
      dutch: "ingevulde cellen worden niet vergeleken; met `\(asked)` wel",
      english: "filled cells are not compared; with `\(asked)` they are")
  }
}

extension Planner {
  /// An expression without a value where a cell it reads was filled, which a note says.
  package mutating func withoutFilled(_ expr: TypedExpr, in schema: Schema, asked: String)
    -> TypedExpr
  {
    let marks = schema.fields.indices.filter { expr.reads($0) }.compactMap {
      FilledCells.mark(of: schema.fields[$0].name, in: schema)
    }
    guard let first = marks.first else { return expr }
    note(FilledCells.note(asked))
    let isFilled = marks.dropFirst().reduce(TypedExpr(.column(first), .boolean)) { one, mark in
      TypedExpr(.or(one, TypedExpr(.column(mark), .boolean)), .boolean)
    }
    let absent = TypedExpr(.literal(.missing(.unknown)), expr.type)
    return TypedExpr(.conditional(isFilled, absent, expr), expr.type, meaning: expr.meaning)
  }
}
