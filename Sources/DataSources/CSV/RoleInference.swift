import Columnar

/// Gives the columns of an undeclared file their roles, from names and types.
enum RoleInference {
  /// The role of each column. The first one named like a time axis whose values can be one is the
  /// time, and without such a name the only column of dates or periods; the first named like an
  /// edition is the edition; other numbers are measures of undeclared kind and other texts
  /// candidate keys.
  static func fields(_ columns: [(name: String, type: DataType, isAxis: Bool, isEmpty: Bool)])
    -> [Field]
  {
    let named = columns.contains { TimeNames.contains($0.name) && $0.isAxis }
    // Of two columns of dates, such as a begin and an end, neither is clearly the axis.
    let dated = columns.indices.filter { [.date, .period].contains(columns[$0].type) }
    let onlyDated = !named && dated.count == 1 ? dated.first : nil
    var hasTime = false
    var hasEdition = false
    return columns.enumerated().map { index, column in
      var role: Role
      if index == onlyDated || TimeNames.contains(column.name) && column.isAxis {
        role = hasTime ? .note : .time
        hasTime = true
      } else if !hasEdition, ["edition", "editie"].contains(column.name.lowercased()) {
        role = .edition
        hasEdition = true
      } else {
        switch column.type {
        case .integer, .number: role = .measure
        case .text: role = column.isEmpty ? .note : .candidateKey
        case .boolean, .date, .period: role = .note
        }
      }
      return Field(column.name, column.type, role: role)
    }
  }
}
