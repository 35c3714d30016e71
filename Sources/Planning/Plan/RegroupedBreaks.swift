package import Columnar

/// Breaks of groups that regions were added up into.
///
/// Adding regions up drops their breaks, unless a redivision took from one group and gave to
/// another: then both groups break. Which group a region is in, is known when rows are read.
package struct RegroupedBreaks: Sendable {
  /// The breaks of the regions.
  package let regions: BreakSet
  /// Position of the column of regions in the input.
  package let region: Int
  /// Position of the column of groups in the input.
  package let group: Int
  /// Position of the time axis in the input.
  package let time: Int?
  /// Where the breaks of the groups are put.
  package let groups: BreakSet

  /// Makes it of positions in the input of a grouping.
  package init(regions: BreakSet, region: Int, group: Int, time: Int?, groups: BreakSet) {
    self.regions = regions
    self.region = region
    self.group = group
    self.time = time
    self.groups = groups
  }
}
