/// How wide words are, so that they can be wrapped and margins measured before anything is drawn.
///
/// Widths are the advances of DejaVu Sans, the font every picture asks for. On a terminal every
/// character is one cell.
package enum Lettering: Sendable {
  /// DejaVu Sans, and its bold.
  case sans, bold
  /// One cell for each character.
  case cells

  /// The width of `text` at type size `size`.
  package func width(_ text: String, size: Double) -> Double {
    switch self {
    case .cells: Double(text.count)
    case .sans: text.unicodeScalars.reduce(0) { $0 + advance($1) } * size / 1000
    case .bold: text.unicodeScalars.reduce(0) { $0 + advance($1) } * size * 1.12 / 1000
    }
  }

  /// Thousandths of an em. Letters outside ASCII count as a wide letter, Chinese, Japanese and
  /// Korean characters and emoji as a full em and more: too wide a guess leaves a margin, too
  /// narrow a guess clips.
  private func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 32...126: Self.ascii[Int(scalar.value) - 32]
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    // Dashes, ellipsis and curly quotes are as wide as a character where they belong to Chinese.
    case 0x2014, 0x2015, 0x2018...0x201F, 0x2026: 1000
    case 0x2010...0x2022, 0xB7, 0x2070...0x209F, 0xB2, 0xB3, 0xB9: 500
    case 0x1100...0x11FF, 0x2E80...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60: 1000
    case 0x1F000...0x1FFFF: 1300
    default: 780
    }
  }

  private static let ascii: [Double] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]

  /// `text` in lines no wider than `limit`, broken at spaces, behind a hyphen, beside an East Asian character where
  /// ``LineBreaking`` allows it, or within a word that is itself too wide. A single character is never
  /// broken.
  package func wrap(_ text: String, size: Double, limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for (word, blank) in Self.words(of: text) {
      let longer = line.isEmpty ? word : line + blank + word
      if width(longer, size: size) <= limit {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, width(line + String(character), size: size) > limit {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}

extension Lettering {
  /// What is not broken unless it alone is too wide, each with the blank before it, if there is one.
  static func words(of text: String) -> [(word: String, blank: String)] {
    text.split(separator: " ").flatMap { run in
      var parts = [""]
      for character in run {
        let part = parts[parts.count - 1]
        // A hyphen in a long word is a place to break it; A-GEM stays whole.
        let isHyphen = part.last == "-" && part.count > 4 && character.isLetter
        if let last = part.last,
          isHyphen || LineBreaking.isAllowed(between: last, and: character)
        {
          parts.append("")
        }
        parts[parts.count - 1].append(character)
      }
      return parts.enumerated().map { ($1, $0 == 0 ? " " : "") }
    }
  }
}

extension String {
  /// These words on one line, without control characters: what may stand in a script. Characters
  /// that reverse the direction of writing go too, since they would reorder what follows them.
  package var onOneLine: String {
    let spaced = unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: " "
      default:
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          ? " " : Character(scalar)
      }
    }
    var scalars = String.UnicodeScalarView()
    for character in spaced { scalars.append(contentsOf: character.unicodeScalars) }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }

  /// These words as a gnuplot string. Nothing is special between single quotes but the quote itself;
  /// double quotes would run what stands between backticks. A quote is joined on as the variable
  /// `quote`, which every script sets: gnuplot 5.4 reads two quotes as one, but not at the beginning
  /// and not twice in a row, and a quote between double quotes makes it expand `@` in what follows.
  package var quoted: String {
    "'" + onOneLine.replacing("'", with: "'.quote.'") + "'"
  }
}
