extension KnownDataset {
  /// Articles of clothing: 60,000 and 10,000 images of 28×28 (Xiao, Rasul and Vollgraf, 2017).
  public static let fashionMNIST = KnownDataset(
    name: "Fashion-MNIST", folder: "fashion-mnist",
    idea: "articles of clothing, 60,000 + 10,000 images of 28×28 (Xiao et al. 2017)",
    classNames: [
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
      "Ankle boot",
    ],
    checksums: [
      .trainImages: 0xB4F2_9F28, .trainLabels: 0x741A_4657, .testImages: 0x678F_E0B1,
      .testLabels: 0x8014_2C1F,
    ])
}
