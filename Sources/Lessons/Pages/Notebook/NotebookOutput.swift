import Foundation

/// What a cell of a notebook shows below its code.
enum NotebookOutput: Encodable {
  case stream(String)
  /// One thing in several forms, of which a reader's program takes the richest that it can show.
  case display(text: String, markdown: String? = nil, html: String? = nil, png: Data? = nil)

  private enum Key: String, CodingKey { case output_type, name, text, data, metadata }
  private enum Form: String, CodingKey {
    case text = "text/plain"
    case markdown = "text/markdown"
    case html = "text/html"
    case png = "image/png"
  }
  /// What is known of a picture: the words in its place, and how wide it is shown.
  private struct Picture: Encodable {
    let alt: String
    let width = 800
  }

  func encode(to encoder: any Encoder) throws {
    var output = encoder.container(keyedBy: Key.self)
    switch self {
    case .stream(let text):
      try output.encode("stream", forKey: .output_type)
      try output.encode("stdout", forKey: .name)
      try output.encode(text.notebookLines, forKey: .text)
    case .display(let text, let markdown, let html, let png):
      try output.encode("display_data", forKey: .output_type)
      var data = output.nestedContainer(keyedBy: Form.self, forKey: .data)
      try data.encode(text.notebookLines, forKey: .text)
      try data.encodeIfPresent(markdown?.notebookLines, forKey: .markdown)
      try data.encodeIfPresent(html?.notebookLines, forKey: .html)
      try data.encodeIfPresent(png?.base64EncodedString(), forKey: .png)
      var metadata = output.nestedContainer(keyedBy: Form.self, forKey: .metadata)
      if png != nil { try metadata.encode(Picture(alt: text), forKey: .png) }
    }
  }
}
