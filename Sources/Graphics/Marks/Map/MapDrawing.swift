/// The regions of a choropleth, as shapes or tiles.
struct MapDrawing {
  private let map: Choropleth

  init(_ map: Choropleth) { self.map = map }

  /// The regions within a frame, and the lowest point they reach.
  func elements(left: Double, top: Double, width: Double, height: Double) -> (
    elements: [Element], bottom: Double
  ) {
    switch map.ground {
    case .shapes(let shapes):
      let points = shapes.lazy.flatMap {
        $0.lazy.flatMap { $0.lazy.flatMap { $0.lazy.flatMap { $0 } } }
      }
      guard
        let scale = MapScale(points, left: left, top: top, width: width, height: height)
      else { return ([], top) }
      return (self.shapes(BorderNetwork(shapes, scale: scale)), top + scale.height)
    case .tiles(let layout):
      return tiles(layout, left: left, top: top, width: width, height: height)
    }
  }

  private func shapes(_ borders: BorderNetwork) -> [Element] {
    var elements: [Element] = []
    var empty: [[GridPoint]] = []
    for (region, rings) in zip(map.regions, borders.rings) {
      let isEmpty = region.value.value == nil
      if isEmpty { empty += rings }
      let (name, fill) = look(region.value)
      elements.append(
        .path(
          PathElement(
            className: isEmpty ? name : name + " area", steps: rings.flatMap(Self.steps),
            fill: .colour(fill),
            stroke: Stroke(
              isEmpty ? Palette.light.missingEdge : Palette.light.paper, width: 0.75,
              isRound: true))))
    }
    // The palest class hardly differs from the paper: the coast has a line of its own.
    elements.append(
      .path(
        PathElement(
          className: "coast", steps: borders.coast.flatMap(Self.steps), fill: .none,
          stroke: Stroke(ClassColours.landEdge, width: 0.5, isRound: true))))
    if !empty.isEmpty { elements.append(hatch(PolygonHatching.steps(empty, spacing: 10))) }
    return elements
  }

  private static let largestTile: Double = 88

  /// A ring as steps of a path.
  static func steps(_ ring: [GridPoint]) -> [PathElement.Step] {
    var steps: [PathElement.Step] = []
    steps.reserveCapacity(ring.count + 1)
    for point in ring {
      let (x, y) = point.pixels
      steps.append(steps.isEmpty ? .move(x, y) : .line(x, y))
    }
    steps.append(.close)
    return steps
  }

  /// The class and colour of a value.
  private func look(_ value: Datum) -> (className: String, fill: Colour) {
    guard let value = value.value else { return ("empty", Palette.light.missing) }
    let shade = map.shade(map.classes.index(of: value))
    return (ClassColours.className(shade), ClassColours.light[shade])
  }

  private func hatch(_ steps: [PathElement.Step]) -> Element {
    .path(
      PathElement(
        className: "missing", steps: steps, fill: .none,
        stroke: Stroke(Palette.light.hatch, width: 1)))
  }

  private func tiles(
    _ layout: TileLayout, left: Double, top: Double, width: Double, height: Double
  ) -> (elements: [Element], bottom: Double) {
    let fitting = min(width / Double(max(layout.columns, 1)), height / Double(max(layout.rows, 1)))
    // Whole pixels are sharp, and few tiles need not fill the frame.
    let side = min(fitting >= 6 ? fitting.rounded(.down) : fitting, Self.largestTile)
    let names = TileNames.lines(map.regions.map(\.name), side: side)
    let start = left + ((width - side * Double(layout.columns)) / 2).rounded(.down)
    var elements: [Element] = []
    var hatching: [PathElement.Step] = []
    for (region, tile) in zip(map.regions, layout.tiles) {
      let (name, fill) = look(region.value)
      let (x, y) = (start + Double(tile.column) * side, top + Double(tile.row) * side)
      let size = side - 1
      elements.append(
        .rect(
          RectElement(
            className: name, x: x, y: y, width: size, height: size, fill: .colour(fill),
            stroke: region.value.value == nil ? Stroke(Palette.light.missingEdge, width: 0.75) : nil
          )))
      if region.value.value == nil {
        hatching += Hatching.steps(.rising, x: x, y: y, width: size, height: size, spacing: 6)
      }
    }
    if !hatching.isEmpty { elements.append(hatch(hatching)) }
    if let names {
      for (index, tile) in layout.tiles.enumerated() {
        let shade = map.regions[index].value.value.map { map.shade(map.classes.index(of: $0)) }
        elements += TileNames.elements(
          names[index], x: start + (Double(tile.column) + 0.5) * side,
          y: top + (Double(tile.row) + 0.5) * side, shade: shade)
      }
    }
    let borders = GroupBorders.steps(
      layout, groups: map.regions.map(\.group), left: start - 0.5, top: top - 0.5, side: side)
    if !borders.isEmpty {
      elements.append(
        .path(
          PathElement(
            className: "group", steps: borders, fill: .none,
            stroke: Stroke(Palette.light.ink, width: 1.5))))
    }
    return (elements, top + Double(layout.rows) * side)
  }
}
