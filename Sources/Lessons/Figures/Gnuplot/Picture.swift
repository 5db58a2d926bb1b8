import Foundation

/// What can be told from the bytes of a picture: whether it is whole.
package enum Picture {
  /// Why these bytes are not a whole PNG of width × height pixels; nil when they are.
  package static func problem(png: Data, width: Int, height: Int) -> String? {
    let bytes = [UInt8](png)
    guard bytes.count > 500 else { return "only \(bytes.count) bytes" }
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      return "it does not begin as a PNG"
    }
    func number(at i: Int) -> Int { bytes[i..<i + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard number(at: 16) == width, number(at: 20) == height else {
      return "\(number(at: 16)) × \(number(at: 20)) pixels in place of \(width) × \(height)"
    }
    let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    return bytes.suffix(12).elementsEqual(end) ? nil : "it breaks off before its end"
  }

  /// Why these bytes are not a whole PDF; nil when they are.
  package static func problem(pdf: Data) -> String? {
    guard pdf.count > 500 else { return "only \(pdf.count) bytes" }
    guard pdf.starts(with: Data("%PDF".utf8)) else { return "it does not begin as a PDF" }
    return pdf.suffix(16).range(of: Data("%%EOF".utf8)) != nil
      ? nil : "it breaks off before its end"
  }

  /// Why these bytes are not a whole SVG with `plots` curves, areas and images; nil when they are.
  package static func problem(svg: Data, plots: Int) -> String? {
    guard svg.count > 500 else { return "only \(svg.count) bytes" }
    let text = String(decoding: svg, as: UTF8.self)
    guard text.hasPrefix("<?xml"),
      text.trimmingCharacters(in: .whitespacesAndNewlines)
        .hasSuffix("</svg>")
    else { return "it breaks off before its end" }
    let drawn = text.components(separatedBy: "<g id=\"gnuplot_plot_").count - 1
    guard drawn >= plots else { return "\(drawn) of \(plots) curves are drawn" }
    let isBroken = text.contains("d='M nan") || text.contains("d='M-nan")
    return isBroken ? "a path goes through a place that is not a number" : nil
  }

  /// An SVG that says in words what it shows, stays sharp when its pixels are enlarged, and names
  /// fonts to fall back on: Verdana has nearly the widths of DejaVu Sans, and the others have Chinese
  /// characters where Noto is not installed.
  package static func described(svg: String, as figure: Figure, in format: Format = .page)
    -> String
  {
    var text = svg
    if let start = text.range(of: "<title>"), let end = text.range(of: "</desc>") {
      text.replaceSubrange(
        start.lowerBound..<end.upperBound,
        with: "<title>\(escaped(figure.title))</title>\n<desc>\(escaped(figure.alt))</desc>")
    }
    if let tag = text.range(of: "<svg") { text.replaceSubrange(tag, with: "<svg role=\"img\"") }
    return
      text
      // Not allowed in the text of an XML file, and gnuplot lets it through.
      .replacing("]]>", with: "]]&gt;")
      .replacing(
        "font-family=\"\(format.font)\"", with: "font-family=\"\(fallbacks(format.font))\""
      )
      .replacing(
        "preserveAspectRatio='none' xlink",
        with: "preserveAspectRatio='none' style='image-rendering:pixelated' xlink")
  }

  /// What ``described(svg:as:in:)`` leaves of an SVG that has one of everything which it changes.
  static func specimen(of figure: Figure, in format: Format) -> String {
    let svg = """
      <svg><title></title><desc></desc><text font-family="\(format.font)">]]></text>\
      <image preserveAspectRatio='none' xlink:href=''/></svg>
      """
    return described(svg: svg, as: figure, in: format)
  }

  private static func fallbacks(_ font: String) -> String {
    font == Language.english.font
      ? "\(font),Verdana,sans-serif"
      : "\(font),Source Han Sans SC,PingFang SC,Microsoft YaHei,DejaVu Sans,sans-serif"
  }

  private static func escaped(_ text: String) -> String {
    text.onOneLine
      .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
