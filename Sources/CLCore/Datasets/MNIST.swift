extension KnownDataset {
  /// Handwritten digits: 60,000 and 10,000 images of 28×28 (LeCun, Bottou, Bengio and Haffner,
  /// 1998).
  public static let mnist = KnownDataset(
    name: "MNIST", folder: "mnist",
    idea: "handwritten digits, 60,000 + 10,000 images of 28×28 (LeCun et al. 1998)",
    classNames: (0..<10).map(String.init),
    checksums: [
      .trainImages: 0xE9F4_D8B3, .trainLabels: 0xE0CB_4AD2, .testImages: 0x9137_3BDF,
      .testLabels: 0x4AB9_EFF9,
    ])
}
