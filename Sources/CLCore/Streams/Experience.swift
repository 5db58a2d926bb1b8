/// One task of a stream: what is learnt at one go, and what is tested for it afterwards.
public struct Experience: Sendable {
  /// Its place in the stream, from 0.
  public let index: Int
  /// What a figure calls it, such as `"Sandal, Bag"`.
  public let name: String
  /// What it trains on.
  public let train: Dataset
  /// What it is tested on.
  public let test: Dataset
  /// The outputs that its labels use.
  public let classes: Range<Int>

  /// A task by hand; streams make their own.
  public init(index: Int, name: String, train: Dataset, test: Dataset, classes: Range<Int>) {
    self.index = index
    self.name = name
    self.train = train
    self.test = test
    self.classes = classes
  }
}
