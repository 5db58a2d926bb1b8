/// The way back from a step that turns out to lead to numbers that are not finite: the run before it.
///
/// To keep the old value of a run costs nothing until something is written; from then on the step writes into
/// copies of θ and of the optimiser's moments. So it is kept through the whole step only where one step may
/// lead from good numbers to infinite ones: where they are already large, and where the caller asks for it. In all
/// other steps it is given up before θ moves, and what is left of the price is one look at the gradient.
struct Rollback<State> {
  /// The state to return to; `nil` once the step is trusted.
  private(set) var state: State?

  /// Up to here a loss and the length of a gradient are ordinary numbers.
  private static var ordinary: Real { 1e6 }

  /// The way back to `state`.
  init(to state: State) { self.state = state }

  /// Whether the step is trusted.
  var isOver: Bool { state == nil }

  /// Whether the gradient [P] and the losses are finite. If they are ordinary too, the step is trusted, unless
  /// the state is to be `kept`.
  mutating func isFinite(_ gradient: Tensor, _ losses: [Real], kept: Bool) -> Bool {
    let isOrdinary =
      gradient.squaredLength <= Self.ordinary * Self.ordinary
      && losses.allSatisfy { abs($0) <= Self.ordinary }
    if isOrdinary && !kept { state = nil }
    return isOrdinary || (losses.allSatisfy(\.isFinite) && gradient.isFinite)
  }
}
