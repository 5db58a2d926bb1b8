/// Pretraining: one θ fitted to all tasks at once, the baseline of meta-learning (Finn, Abbeel & Levine
/// 2017, section 5.1). Where tasks contradict each other it learns their mean, and what it has learnt is of
/// little use to a new one.
///
/// It trains on support and query sets alike: on as many samples as MAML. Memory: nothing. Time: as
/// fine-tuning.
public struct Pretraining: MetaStrategy {
  /// The method has no settings.
  public init() {}

  public var name: String { "pretraining" }
}
