import Exercise

/// GEM's step in the plane on paper: the same numbers for every learner.
struct ConeCheck: Check {
  let place = "04-gem/cone"
  let trials = [
    Trial("the nearest step that opposes neither task") { _ in
      Question(
        Call("step", []), gives: step(0, 1), within: 6e-3,
        slips: [
          Slip(
            "all-orthogonal",
            "This step is orthogonal to both tasks, and in the plane only 0 is. g̃ may agree with an old task; it may not oppose it.",
            gives: step(0, 0)),
          Slip(
            "each-alone",
            "You paid for each task as if it were alone: g + 3 g₁ + 1 g₂. It is in the cone, but not nearest: adding 3 g₁ helps task 2 too.",
            gives: step(1, 2)),
          Slip(
            "other-order",
            "You projected against g₂ first and then against g₁. It is in the cone, but not nearest: which order is right shows only in the end.",
            gives: step(0, 2)),
          Slip(
            "mean",
            "This is A-GEM's step, which must not oppose the mean of g₁ and g₂. It still opposes g₁.",
            gives: step(-1, 2)),
          Slip(
            "second-only",
            "This step is on the edge of task 2 and still opposes task 1. Try the edge of the other.",
            gives: step(-2, 2)),
          Slip("unchanged", "This is g itself, which opposes both tasks.", gives: step(-3, 1)),
        ])
    }
  ]

  private static func step(_ x: Double, _ y: Double) -> Value { .tensor([x, y], shape: [2]) }
}
