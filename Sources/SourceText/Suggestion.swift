/// The nearest of a set of names: "did you mean".
package enum Suggestion {
  /// The candidate nearest to a name, or nil when none is near enough.
  ///
  /// Near enough is an edit distance (insertions, deletions, substitutions and swaps of
  /// neighbours; case costs nothing) of at most a third of the longer name, at least 1 and at
  /// most 3 and less than all of its letters, or one being the start of the other from three
  /// letters on. Of equals the first wins.
  package static func nearest(to name: String, among candidates: [String]) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars)
      guard !letters.isEmpty else { continue }
      let limit = min(3, max(1, max(wanted.count, letters.count) / 3))
      var distance = editDistance(wanted, letters)
      let shorter = min(wanted.count, letters.count)
      if distance > limit, shorter >= 3,
        letters.starts(with: wanted) || wanted.starts(with: letters)
      {
        distance = limit
      }
      guard distance <= limit, distance < max(wanted.count, letters.count) else { continue }
      if let found = best, found.distance <= distance { continue }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  /// Optimal string alignment distance.
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if abs(left.count - right.count) > 3 { return max(left.count, right.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let cost = left[row] == right[column] ? 0 : 1
        var value = min(previous[column] + cost, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          value = min(value, beforePrevious[column - 1] + 1)
        }
        current.append(value)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
