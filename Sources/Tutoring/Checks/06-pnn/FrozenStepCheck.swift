import CLCore
import Exercise

/// A masked step with momentum and weight decay: it is the step that is masked, and to the bit.
struct FrozenStepCheck: Check {
  let place = "06-pnn/frozen-step"
  let trials = [
    Trial("one step") { random in
      let numbers = Numbers(weights: 8, &random)
      return Question(numbers.call, gives: Value(numbers.right), slips: numbers.slips)
    },
    Trial("frozen weights keep their bits") { random in
      let numbers = Numbers(weights: 400, &random)
      let name = "rounded"
      let slip = Slip(name, "", gives: Value(numbers.right))
      return Question([numbers.call], slips: [slip]) { values in
        guard case .tensor(let after, _) = values[0], after.count == numbers.theta.count else {
          return Finding(.shape, "The answer is \(values[0].told); asked for is a tensor [400].")
        }
        let moved = after.indices.filter {
          numbers.mask[$0] == 0 && after[$0] != Double(numbers.theta[$0])
        }
        guard let first = moved.first else { return nil }
        return Finding(
          .almost,
          "Of the frozen weights \(moved.count) have moved by a rounding: weight \(first) was "
            + "\(numbers.theta[first]) and is \(Real(after[first])). Do not move them and put them back; hold "
            + "the step itself back.",
          slip: name)
      }
    },
  ]
}

/// The numbers of a step.
private struct Numbers {
  let theta: Tensor
  let gradient: Tensor
  let velocity: Tensor
  let mask: Tensor
  let rate: Real
  let momentum: Real
  let decay: Real

  init(weights: Int, _ random: inout Random) {
    theta = random.tensor([weights])
    gradient = random.tensor([weights])
    velocity = random.tensor([weights])
    let order = random.permutation(weights)
    mask = Tensor(order.map { $0 < weights / 2 ? 1 : 0 })
    rate = Real(random.uniform(in: 0.2...0.4))
    momentum = Real(random.uniform(in: 0.5...0.9))
    decay = Real(random.uniform(in: 0.2...0.5))
  }

  var call: Call {
    Call(
      "step",
      [theta, gradient, velocity, mask].map { Value($0) }
        + [rate, momentum, decay].map { Value($0) })
  }

  var right: Tensor { theta - rate * (mask * step) }

  /// The step of all weights over η.
  private var step: Tensor { momentum * velocity + gradient + decay * theta }

  var slips: [Slip] {
    let past = momentum * velocity
    func gives(_ step: Tensor) -> Value { Value(theta - rate * step) }
    return [
      Slip(
        "masked-gradient",
        "You mask the gradient. A frozen weight still moves: momentum goes on with earlier gradients, and "
          + "decay needs none.",
        gives: gives(past + mask * gradient + decay * theta)),
      Slip(
        "masked-with-decay",
        "You mask gradient and decay. A frozen weight still moves: momentum goes on with earlier gradients.",
        gives: gives(past + mask * (gradient + decay * theta))),
      Slip(
        "decay-outside", "The decay is not masked: frozen weights shrink with every step.",
        gives: gives(mask * (past + gradient) + decay * theta)),
      Slip(
        "masked-weights",
        "You mask the weights: the frozen ones are 0, and the old tasks are gone at once. It is the step that "
          + "is masked.",
        gives: Value(mask * (theta - rate * step))),
      Slip(
        "other-way-round",
        "The frozen weights move and the others stay: the mask is 1 for a weight that is trained.",
        gives: gives(mask.affine(-1, 1) * step)),
      Slip("not-masked", "The mask does nothing: all weights move.", gives: gives(step)),
      Slip(
        "no-momentum", "The momentum μ u is missing.",
        gives: gives(mask * (gradient + decay * theta))),
      Slip("no-decay", "The weight decay δ θ is missing.", gives: gives(mask * (past + gradient))),
    ]
  }
}
