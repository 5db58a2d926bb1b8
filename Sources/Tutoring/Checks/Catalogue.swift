/// All checks, in the order in which the exercises are done. A new exercise is one line here.
enum Catalogue {
  static let checks: [any Check] = [
    FisherCheck(), PenaltyCheck(),
  ]
}
