/// Moves labels in a column apart, so that none overlaps another and each stays near its place.
///
/// Blocks that would overlap are joined and put around the mean of what they want (pool adjacent
/// violators), which moves them least in the sense of squares.
enum LabelStack {
  /// A label: where its top would best be, and how high it is with the room below it.
  struct Block {
    let wanted: Double
    let height: Double
  }

  private struct Cluster {
    var members: [Int]
    /// The sum over members of where the cluster's top should be for their sake.
    var wish: Double
    var height: Double

    func top(_ low: Double, _ high: Double) -> Double {
      max(low, min(wish / Double(members.count), high - height))
    }
  }

  /// The tops of blocks in their own order, within a range when they fit in it.
  static func tops(_ blocks: [Block], from low: Double, to high: Double) -> [Double] {
    let order = blocks.indices.sorted {
      (blocks[$0].wanted, $0) < (blocks[$1].wanted, $1)
    }
    var clusters: [Cluster] = []
    for index in order {
      var cluster = Cluster(
        members: [index], wish: blocks[index].wanted, height: blocks[index].height)
      while let last = clusters.last, last.top(low, high) + last.height > cluster.top(low, high) {
        clusters.removeLast()
        cluster = Cluster(
          members: last.members + cluster.members,
          wish: last.wish + cluster.wish - last.height * Double(cluster.members.count),
          height: last.height + cluster.height)
      }
      clusters.append(cluster)
    }
    var tops = [Double](repeating: 0, count: blocks.count)
    for cluster in clusters {
      var top = cluster.top(low, high)
      for member in cluster.members {
        tops[member] = top
        top += blocks[member].height
      }
    }
    return tops
  }
}
