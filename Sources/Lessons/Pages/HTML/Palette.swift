/// The colours of pages and slides, by name. Wording are read on their ground at a contrast of 4.5 or more in both
/// themes, which a test computes from these numbers.
package struct Palette: Sendable {
  /// Names without the two dashes, and colours as `#rrggbb`.
  package let colours: [(name: String, value: String)]

  /// Which words stand on which ground.
  package static let pairs: [(words: String, ground: String)] = {
    let grounds = ["paper", "code", "tint", "ask"]
    let words = ["ink", "muted", "link"]
    return grounds.flatMap { ground in words.map { ($0, ground) } }
      + ["keyword", "type", "number", "string", "comment", "muted"].map { ($0, "code") }
      + ["good", "bad"].flatMap { [($0, "tint"), ($0, "ask"), ($0, "paper")] } + [
        ("ask-ink", "ask")
      ]
  }()

  package static let light = Palette(colours: [
    ("paper", "#ffffff"), ("ink", "#1c1e22"), ("muted", "#555c66"), ("link", "#0a58a8"),
    ("rule", "#d8dce2"), ("code", "#f6f6f3"), ("tint", "#eef4fa"), ("edge", "#5b8fc4"),
    ("ask", "#fdf4df"), ("ask-ink", "#7a4b00"), ("ask-edge", "#d99a2b"), ("good", "#11662b"),
    ("bad", "#b3201a"), ("keyword", "#8a1c7c"), ("type", "#0b5a7a"), ("number", "#1a4fb4"),
    ("string", "#9c2a10"), ("comment", "#5a616b"),
  ])

  package static let dark = Palette(colours: [
    ("paper", "#14171b"), ("ink", "#e7e7e3"), ("muted", "#a9b0ba"), ("link", "#84bcff"),
    ("rule", "#363c45"), ("code", "#1c2026"), ("tint", "#182430"), ("edge", "#4f86bd"),
    ("ask", "#2a2415"), ("ask-ink", "#f0c36d"), ("ask-edge", "#b98527"), ("good", "#74d391"),
    ("bad", "#ff938a"), ("keyword", "#e39ad9"), ("type", "#84d3e8"), ("number", "#a5bdff"),
    ("string", "#ffb199"), ("comment", "#9ba4af"),
  ])

  /// The colours as variables of a style sheet.
  var variables: String { colours.map { "--\($0.name): \($0.value);" }.joined(separator: " ") }

  /// The first colours, and the second for those who have asked their system for dark ones; on paper the first.
  static let css = """
    :root { color-scheme: light; \(light.variables) }
    @media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; \(dark.variables) } }
    """
}
