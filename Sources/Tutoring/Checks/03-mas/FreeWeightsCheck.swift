import Exercise

/// Which weights of a small network have no importance, on paper: the same for every learner.
struct FreeWeightsCheck: Check {
  let place = "03-mas/free-weights"
  let trials = [
    Trial("the weights with Ω = 0") { _ in
      Question(
        Call("free", []), gives: .integers([3, 4, 5, 6, 8]),
        slips: [
          Slip(
            "into-only",
            "One is missing. What the silent unit sends on is 0: does the weight that leads out of it change any answer?",
            gives: .integers([3, 4, 5, 6]), level: .almost),
          Slip(
            "silent-only",
            "The silent unit is there with all its weights. Now look at the pixels: is one dark in all the images?",
            gives: .integers([4, 5, 6, 8]), level: .almost),
          Slip(
            "dark-only",
            "The dark pixel is there. Now look at the hidden units: is one silent on all the images?",
            gives: .integers([3, 6])),
          Slip(
            "held", "These are the weights that have an importance. Asked for are the others.",
            gives: .integers([1, 2, 7])),
          Slip(
            "one-dark-image",
            "One too many. x₂ is dark in the third image, but Ω is a mean over all three, and in two of them weight 2 has a slope.",
            gives: .integers([2, 3, 4, 5, 6, 8]), level: .almost),
          Slip(
            "negative",
            "The sign of a weight does not matter: Ω takes magnitudes. Ask whether a small change of the weight would change f.",
            gives: .integers([4, 5, 8])),
        ])
    }
  ]
}
