/// The number that tensors hold: `Float`, or `Double` with the package trait `DoublePrecision`,
/// with which gradient checks mean something.
#if DoublePrecision
  public typealias Real = Double
#else
  public typealias Real = Float
#endif
