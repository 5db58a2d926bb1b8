extension Reproduction {
  /// Every table that can be reproduced.
  package static let all = [
    splitMNIST2022, splitMNISTHsu2018, masLambdaHsu2018, fisher2025, gem2017,
    splitMNISTArchitecture,
  ]
}
