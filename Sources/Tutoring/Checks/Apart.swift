import CLCore
import Exercise

extension Random {
  /// Draws again, a thousand times at most, until what is drawn has the property: numbers for which no slip passes
  /// for the answer, or no answer hangs on a rounding.
  mutating func draw<Drawn>(
    _ one: (inout Random) -> Drawn, until fits: (Drawn) -> Bool
  ) -> Drawn {
    for _ in 0..<1000 {
      let drawn = one(&self)
      if fits(drawn) { return drawn }
    }
    return one(&self)
  }
}

extension Random {
  /// A question whose slips cannot be taken for one another.
  mutating func unmistakable(_ question: (inout Random) -> Question) -> Question {
    draw(question) { $0.namesItsSlips }
  }
}

extension Question {
  /// Whether each slip is called by its own name, or is right for these numbers.
  var namesItsSlips: Bool {
    slips.allSatisfy { slip in
      let finding = judge([slip.value])
      return finding == nil || finding?.slip == slip.name
    }
  }
}

extension [Value] {
  /// Whether each differs from every other by more than a comparison lets pass.
  var areApart: Bool {
    indices.allSatisfy { i in
      indices.prefix(i).allSatisfy { self[i].differs(from: self[$0]) > 0.01 }
    }
  }
}
