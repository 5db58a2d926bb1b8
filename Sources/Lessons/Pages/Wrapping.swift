extension StyledText {
  /// The text broken at blanks into lines of at most `width` columns.
  ///
  /// A word longer than a line stands on its own and is broken where the line is full; beside an
  /// East Asian character a line may be broken without a blank, where ``LineBreaking`` allows it.
  package func wrapped(to width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    var used = 0
    for piece in pieces() {
      let length = piece.text.displayWidth
      let blank = piece.spaceBefore && used > 0 ? 1 : 0
      if used > 0, used + blank + length > width {
        lines.append(line)
        line = StyledText()
        used = 0
      } else if blank == 1 {
        line.append(" ", piece.blankStyle)
        used += 1
      }
      for (character, style) in piece.text.characters {
        if used + character.displayWidth > width, used > 0 {
          lines.append(line)
          line = StyledText()
          used = 0
        }
        line.append(String(character), style)
        used += character.displayWidth
      }
    }
    lines.append(line)
    return lines
  }

  /// The text cut into lines of at most `width` columns, blanks kept: for code.
  package func cut(to width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    var used = 0
    for (character, style) in characters {
      if used + character.displayWidth > width, used > 0 {
        lines.append(line)
        line = StyledText()
        used = 0
      }
      line.append(String(character), style)
      used += character.displayWidth
    }
    return lines + [line]
  }

  private var characters: [(Character, TextStyle)] {
    stretches.flatMap { stretch in stretch.text.map { ($0, stretch.style) } }
  }

  /// A stretch of text that is not broken, unless it alone is longer than a line.
  private struct Piece {
    var text = StyledText()
    var spaceBefore: Bool
    var blankStyle = TextStyle.plain
  }

  /// The stretches at whose ends a line may end.
  var words: [String] { pieces().map(\.text.plain) }

  private func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var piece = Piece(spaceBefore: false)
    var previous: Character?
    for (character, style) in characters {
      if character == " " || character == "\n" || character == "\t" {
        if !piece.text.stretches.isEmpty { pieces.append(piece) }
        piece = Piece(spaceBefore: true, blankStyle: style)
      } else {
        if let previous, !piece.text.stretches.isEmpty,
          LineBreaking.isAllowed(between: previous, and: character)
        {
          pieces.append(piece)
          piece = Piece(spaceBefore: false)
        }
        piece.text.append(String(character), style)
      }
      previous = character
    }
    if !piece.text.stretches.isEmpty { pieces.append(piece) }
    return pieces
  }
}
