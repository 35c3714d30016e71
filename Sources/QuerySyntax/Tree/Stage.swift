package import SourceText

/// A verb with its items and clauses, or the source a pipeline begins with.
package struct Stage: Hashable, Sendable {
  package let verb: Name
  package let items: [Item]
  package let clauses: [Clause]
  package let range: SourceRange
  /// Comments before the stage and in it, and the one behind it. The stages of a table in
  /// brackets have none: what is around the brackets has them.
  package var remarks: [Remark]

  /// The clauses with a word, in order.
  package func clauses(_ word: String) -> [Clause] { clauses.filter { $0.word.text == word } }

  /// The stage with none but these clauses.
  package func keeping(clauses words: [String]) -> Stage {
    Stage(
      verb: verb, items: items, clauses: clauses.filter { words.contains($0.word.text) },
      range: range, remarks: remarks)
  }
}

/// One of the things a verb or clause works on, parted by commas.
package struct Item: Hashable, Sendable {
  /// How an item is labelled.
  package enum Binding: Hashable, Sendable {
    case none
    /// `name = E`
    case equals(Name)
    /// `name: E`
    case colon(Name)
  }

  package let binding: Binding
  package let value: Expr
  /// What follows `of`: the level, or what an attribute depends on.
  package let of: Expr?

  /// The name it defines, if any.
  package var name: Name? {
    switch binding {
    case .none: nil
    case .equals(let name), .colon(let name): name
    }
  }

  /// Where it stands.
  package var range: SourceRange {
    var range = value.range
    if let name { range = name.range.union(range) }
    if let of { range = range.union(of.range) }
    return range
  }
}

/// A clause word with its items.
package struct Clause: Hashable, Sendable {
  package let word: Name
  package let items: [Item]
  package let range: SourceRange
  /// In a `data` statement the comments before the clause and in it, and the one behind it.
  package var remarks: [Remark] = []
}

/// A source followed by stages.
package struct Pipeline: Hashable, Sendable {
  /// The source first: a name of a table, a source function such as `csv "file"`, or `(…)`.
  package let source: Source
  package let stages: [Stage]
  package let range: SourceRange

  init(source: Source, stages: [Stage], range: SourceRange) {
    self.source = source
    self.stages = stages
    self.range = range
  }

  /// A source alone.
  package init(source stage: Stage) {
    self.init(source: .stage(stage), stages: [], range: stage.range)
  }

  /// What a pipeline begins with.
  package indirect enum Source: Hashable, Sendable {
    case stage(Stage)
    case nested(Pipeline, SourceRange)
    /// A line at the prompt that starts with `|` goes on from the last result.
    case lastResult(SourceRange)

    /// Where it is written.
    package var range: SourceRange {
      switch self {
      case .stage(let stage): stage.range
      case .nested(_, let range), .lastResult(let range): range
      }
    }
  }
}
