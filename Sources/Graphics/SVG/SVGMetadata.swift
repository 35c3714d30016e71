import Wording

/// The `metadata` element: title, source, publication, digest and language in Dublin Core.
enum SVGMetadata {
  /// The element on one line; what is not known has no element.
  static func text(_ scene: Scene) -> String {
    var text = "<metadata><rdf:RDF xmlns:rdf=\"\(rdf)\" xmlns:dc=\"\(dublinCore)\">"
    text += "<rdf:Description rdf:about=\"#\(XMLText.escape(scene.id))\">"
    text += element("title", scene.metadata.title)
    text += element("source", scene.metadata.source)
    text += element("relation", scene.metadata.publication)
    text += element("identifier", scene.metadata.digest.map { "sha256:" + $0 })
    text += element("language", scene.language.tag)
    return text + "</rdf:Description></rdf:RDF></metadata>"
  }

  private static func element(_ name: String, _ content: String?) -> String {
    guard let content, !content.isEmpty else { return "" }
    return "<dc:\(name)>\(XMLText.escape(content))</dc:\(name)>"
  }

  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  private static let dublinCore = "http://purl.org/dc/elements/1.1/"
}
