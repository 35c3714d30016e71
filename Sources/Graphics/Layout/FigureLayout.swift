/// The two sizes in which a figure is drawn; the narrow one is laid out anew, not scaled.
package enum FigureLayout: String, Sendable, CaseIterable {
  /// 720 pixels, for pages, slides and print (160 mm).
  case wide
  /// 360 pixels, for phones.
  case narrow

  /// The width of the drawing.
  package var width: Double {
    switch self {
    case .wide: 720
    case .narrow: 360
    }
  }

  /// What is added to the id of the figure, so that both can stand in one page.
  package var idSuffix: String {
    switch self {
    case .wide: ""
    case .narrow: "-smal"
    }
  }

  /// The class of the drawing in a page, by which a style sheet shows one of the two.
  package var className: String {
    switch self {
    case .wide: "breed"
    case .narrow: "smal"
    }
  }
}

/// Where the text of a drawing goes.
package enum SVGPlacement: Sendable {
  /// A file of its own, with an XML declaration.
  case file
  /// Inside a page: no declaration, and the class of its layout.
  case page
}
