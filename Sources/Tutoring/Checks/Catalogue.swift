/// All checks, a line or two a chapter. Their order is that of `Exercises/contents.txt`.
enum Catalogue {
  static let checks: [any Check] = [
    ReadMatrixCheck(), TransferCheck(), ForgettingCheck(), AnswersCheck(), PullCheck(),
    PenaltyCheck(), SquaresCheck(), FisherCheck(), BalanceCheck(), OnlineCheck(),
    MagnitudesCheck(), MASCheck(), MASPenaltyCheck(), SIPathCheck(), SIImportanceCheck(),
    FreeWeightsCheck(),
    ConeCheck(), AGEMCheck(), GEMDualCheck(), GEMPricesCheck(), GEMStepCheck(), OpposedCheck(),
    DistillationCheck(), ReservoirCheck(), HerdingCheck(), QuotaCheck(), NearestMeanCheck(),
    ICaRLLossCheck(),
    ColumnCountCheck(), LateralCheck(), PruneCheck(), FrozenStepCheck(), DriftCheck(),
    GroupShrinkCheck(),
    RestingPlaceCheck(), MetaGradientCheck(), SecondOrderCheck(), ReptileCheck(), HistoryCheck(),
  ]
}
