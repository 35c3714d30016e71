import Columnar

/// Choosing between columns row by row.
enum Selection {
  /// The first column where `takes` holds, else the second.
  static func choose(_ takes: [Bool], _ first: Column, _ second: Column, type: DataType) -> Column {
    let both = Column.concatenate([first, second], type: type)
    return both.gather(takes.enumerated().map { row, isFirst in isFirst ? row : takes.count + row })
  }
}
