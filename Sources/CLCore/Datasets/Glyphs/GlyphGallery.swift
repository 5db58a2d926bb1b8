/// Characters no two of which look alike.
struct GlyphGallery {
  private(set) var characters: [GlyphCharacter] = []
  private var prints: [Print] = []
  private var allowed = 0.6

  /// Adds the first of the characters that `make` invents which is unlike those already there.
  ///
  /// What counts as alike loosens with every rejection, so that any number of classes can be had.
  mutating func add(_ make: () -> GlyphCharacter) {
    while true {
      let character = make()
      let print = Print(character)
      if prints.allSatisfy({ print.likeness(to: $0) <= allowed }) {
        characters.append(character)
        prints.append(print)
        return
      }
      allowed += 0.005
    }
  }

  /// A character by a broad pen, which overlooks small shifts.
  private struct Print {
    let ink: [Int32]
    let norm: Double

    init(_ character: GlyphCharacter) {
      var canvas = GlyphCanvas(side: Glyphs.side)
      canvas.draw(character.printed(radius: 2))
      ink = canvas.pixels.map(Int32.init)
      norm = Double(Print.product(ink, ink)).squareRoot()
    }

    /// The cosine between two prints: 1 for the same, 0 for no ink in common.
    func likeness(to other: Print) -> Double {
      Double(Print.product(ink, other.ink)) / (norm * other.norm)
    }

    /// At most 784 · 255², far from overflow; whole numbers, unlike Floats, are summed in parallel.
    private static func product(_ a: [Int32], _ b: [Int32]) -> Int32 {
      zip(a, b).reduce(0) { $0 &+ $1.0 &* $1.1 }
    }
  }
}
