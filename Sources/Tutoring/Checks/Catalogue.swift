/// All checks, in the order in which the exercises are done. A new exercise is one line here.
enum Catalogue {
  static let checks: [any Check] = [
    ReadMatrixCheck(), TransferCheck(), ForgettingCheck(), AnswersCheck(), PullCheck(),
    FisherCheck(), PenaltyCheck(),
    MagnitudesCheck(), MASCheck(), MASPenaltyCheck(), SIPathCheck(), SIImportanceCheck(),
    FreeWeightsCheck(),
    ConeCheck(), AGEMCheck(), GEMDualCheck(), GEMPricesCheck(), GEMStepCheck(), OpposedCheck(),
  ]
}
