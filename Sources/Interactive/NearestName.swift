/// The name that a mistyped one was probably meant to be.
package enum NearestName {
  /// Returns the name with the fewest single-letter changes, at most a third of the letters (and
  /// at least one) apart; of equals the first.
  package static func of(_ typed: String, among names: [String]) -> String? {
    let limit = max(1, typed.count / 3)
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = distance(Array(typed), Array(name))
      if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// Changes between two texts, where a swap of neighbours counts as one (optimal string
  /// alignment).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var older: [Int] = []
    var above = Array(0...right.count)
    for row in 0..<left.count {
      var line = [row + 1]
      for column in 0..<right.count {
        let isSame = left[row] == right[column]
        var least = min(above[column + 1], line[column]) + 1
        least = min(least, above[column] + (isSame ? 0 : 1))
        let isSwap =
          row > 0 && column > 0 && left[row] == right[column - 1]
          && left[row - 1] == right[column]
        if isSwap { least = min(least, older[column - 1] + 1) }
        line.append(least)
      }
      older = above
      above = line
    }
    return above[right.count]
  }
}
