import CLCore
import Lessons

extension Lesson {
  /// Fashion-MNIST; where its files are missing, characters drawn by the program, which every caption
  /// then says; a claim that does not hold on them does not end the run.
  public func images() -> LabelledImages {
    // As many glyphs as the largest part of the data that a quick profile asks for.
    let images = attempt { try LabelledImages.find(.fashionMNIST, glyphsPerClass: (1000, 300)) }
    if let notice = images.notice { self.notice(notice, dataStandIn: true) }
    depends(on: images.identity)
    say("\(images.name): \(images.train.count) training and \(images.test.count) test images.")
    return images
  }
}

extension LabelledImages {
  /// What tells these images from any others: CRC-32 of all pixels and labels.
  fileprivate var identity: String {
    "\(name) \(train.count) \(test.count) \(train.store.checksum) \(test.store.checksum)"
  }
}
