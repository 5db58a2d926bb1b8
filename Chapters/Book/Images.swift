import CLCore
import Lessons

extension Lesson {
  /// Fashion-MNIST; where its files are missing, characters drawn by the program, which every caption
  /// then says.
  public func images() -> LabelledImages {
    let images = attempt { try LabelledImages.find(.fashionMNIST) }
    if let notice = images.notice { self.notice(notice) }
    say("\(images)")
    return images
  }
}
