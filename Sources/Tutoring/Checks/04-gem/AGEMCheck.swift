import CLCore
import Exercise

/// A-GEM's projection, against the library's own.
struct AGEMCheck: Check {
  let place = "04-gem/agem"
  let trials = [
    Trial("a gradient that opposes is projected") { random in
      let (g, r) = pair(agreeing: false, &random)
      let product = g.dot(r)
      var projected = g
      AGEM.project(&projected, r)
      return Question(
        Call("project", [Value(g), Value(r)]), gives: Value(projected),
        slips: [
          Slip(
            "when-agreeing",
            "You leave g as it is although it opposes r. Is the condition the wrong way round?",
            gives: Value(g)),
          Slip(
            "length-once",
            "You divide by ‖r‖ and not by its square: r has a length too, and it would count once too often.",
            gives: Value(g - (product / r.norm) * r)),
          Slip(
            "not-divided",
            "⟨g, r⟩ is not divided by ‖r‖²: the longer r is, the further you overshoot.",
            gives: Value(g - product * r)),
          Slip(
            "wrong-length",
            "You divide by ‖g‖². What is taken away is the part of g along r: divide by ‖r‖².",
            gives: Value(g - (product / g.dot(g)) * r)),
          Slip(
            "sign",
            "The sign is turned: your step opposes r twice as much. ⟨g, r⟩ is negative already, and is subtracted.",
            gives: Value(g + (product / r.dot(r)) * r)),
          Slip(
            "along-g",
            "You take away a part of g: that changes the length of the step and does not turn it. What goes is a part along r.",
            gives: Value(g - (product / r.dot(r)) * g)),
          Slip(
            "no-step", "You take no step at all. Only the part of g along r has to go.",
            gives: Value(0 * g)),
          Slip(
            "only-the-turn", "This is what is added to g; g itself is missing.",
            gives: Value((-product / r.dot(r)) * r)),
        ])
    },
    Trial("a gradient that agrees stays as it is") { random in
      let (g, r) = pair(agreeing: true, &random)
      return Question(
        Call("project", [Value(g), Value(r)]), gives: Value(g),
        slips: [
          Slip(
            "always",
            "You project although ⟨g, r⟩ is not negative: the old tasks would be forbidden to improve.",
            gives: Value(g - (g.dot(r) / r.dot(r)) * r))
        ])
    },
  ]

  /// g and r, agreeing or not, of lengths that differ and are not 1.
  private static func pair(agreeing: Bool, _ random: inout Random) -> (Tensor, Tensor) {
    let direction = random.tensor([6])
    let r = (2 / direction.norm) * direction
    let other = random.tensor([6])
    let across = other - (other.dot(r) / r.dot(r)) * r
    return ((agreeing ? 0.7 : -0.7) * r + (3 / across.norm) * across, r)
  }
}
