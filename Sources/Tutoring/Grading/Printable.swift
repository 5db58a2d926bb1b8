extension String {
  /// With a sign in the place of each character that a terminal might take for a command, or that turns the
  /// direction in which the rest is read. Lines and tabs stay.
  package var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isTurn =
            (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          let isCommand =
            scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
          return isTurn || isCommand ? "\u{FFFD}" : scalar
        }))
  }
}
