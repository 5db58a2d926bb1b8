/// Text as it stands in XHTML. Pages are well-formed XML, which a test can check without a browser.
enum XHTML {
  /// `text` with the characters that mean something replaced, and those that XML does not know left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// An element with content that is XHTML already; an attribute that is nil is left out.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: String
  ) -> String {
    "<\(name)\(written(attributes))>\(content)</\(name)>"
  }

  /// An element without content.
  static func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) -> String {
    "<\(name)\(written(attributes)) />"
  }

  private static func written(_ attributes: KeyValuePairs<String, String?>) -> String {
    attributes.map { name, value in
      value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
    }.joined()
  }

  /// A whole document.
  static func document(language: String, head: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language)" xmlns="http://www.w3.org/1999/xhtml">
    <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    \(head)
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  /// A style sheet within a page. It is CSS and not escaped: ours have neither `<` nor `&`.
  static func style(_ css: String) -> String { "<style>\n\(css)\n</style>" }

  /// A script within a page, as it is: ours has neither `<` nor `&`.
  static func script(_ code: String) -> String { "<script>\n\(code)\n</script>" }
}
