/// All checks, a line or two a chapter. Their order is that of `Exercises/contents.txt`.
enum Catalogue {
  static let checks: [any Check] = [
    ReadMatrixCheck(), TransferCheck(), ForgettingCheck(), AnswersCheck(), PullCheck(),
    PenaltyCheck(), SquaresCheck(), FisherCheck(), BalanceCheck(), OnlineCheck(),
    MagnitudesCheck(), MASCheck(), MASPenaltyCheck(), SIPathCheck(), SIImportanceCheck(),
    FreeWeightsCheck(),
    ConeCheck(), AGEMCheck(), GEMDualCheck(), GEMPricesCheck(), GEMStepCheck(), OpposedCheck(),
    QuotaCheck(), DistillationCheck(), ICaRLLossCheck(), HerdingCheck(), NearestMeanCheck(),
    ReservoirCheck(),
    ColumnCountCheck(), LateralCheck(), PruneCheck(), FrozenStepCheck(), DriftCheck(),
    GroupShrinkCheck(),
    RestingPlaceCheck(), SecondOrderCheck(), MetaGradientCheck(), ReptileCheck(), HistoryCheck(),
  ]
}
