/// A figure: a frame with a mark in it, ready to be written as SVG.
package struct Figure: Sendable {
  package let frame: FigureFrame
  package let mark: any Mark

  /// A figure of a mark.
  package init(_ frame: FigureFrame, _ mark: any Mark) {
    self.frame = frame
    self.mark = mark
  }

  /// The alternative text: the author's, else one made from the data, the same in every layout.
  package var alternativeText: String {
    frame.alternativeText ?? mark.description(in: frame.language)
  }

  /// The figure as SVG text.
  ///
  /// The same figure gives the same bytes on every machine.
  package func svg(layout: FigureLayout, placement: SVGPlacement = .file) -> String {
    var scene = scene(layout: layout)
    switch placement {
    case .file: return SVGWriter.write(scene, isFile: true)
    case .page:
      scene.className = layout.className
      return SVGWriter.write(scene, isFile: false)
    }
  }

  /// Every text that is drawn in the wide layout, whole lines of it.
  package var texts: [String] { scene(layout: .wide).elements.flatMap(\.texts) }

  /// The figure as elements with coordinates.
  package func scene(layout: FigureLayout) -> Scene {
    let header = FigureHeader.elements(frame, layout)
    let area = DrawingArea(layout: layout, language: frame.language, top: header.baseline)
    let drawing = mark.drawing(in: area)
    var footer = FigureFooter.elements(frame, layout, top: drawing.bottom)
    // Renderers round a part of a pixel in different ways.
    footer.height = footer.height.rounded(.up)
    let paper = RectElement(
      className: "paper", x: 0, y: 0, width: layout.width, height: footer.height,
      fill: .colour(Palette.light.paper))
    return Scene(
      id: frame.id + layout.idSuffix, width: layout.width, height: footer.height,
      language: frame.language, title: frame.fullTitle, description: alternativeText,
      metadata: Scene.Metadata(
        title: frame.title, source: frame.source, publication: frame.publication,
        digest: frame.digest),
      elements: [.rect(paper)] + header.elements + drawing.elements + footer.elements)
  }
}
