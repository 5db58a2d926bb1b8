/// Fine-tuning: train on each task in turn and do nothing about the ones before. The lower bound.
///
/// Memory: nothing. Time: per step one pass over θ forward, two backward (in the first layer one), one that looks
/// whether the gradient is finite, and one for each vector that the optimiser changes: θ, and two moments with Adam.
public struct FineTuning: Strategy {
  /// The method has no settings.
  public init() {}

  public var name: String { "fine-tuning" }
}

extension FineTuning: Configurable {
  public static let about = About(
    "fine-tuning", "trains on: the lower bound that every method is measured against",
    paper: "McCloskey & Cohen 1989", .baseline, line: 0, fineTuning: [:])
  public static let standard = FineTuning()
}
