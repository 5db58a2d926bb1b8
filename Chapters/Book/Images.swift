import CLCore
import Foundation
import Lessons

extension Lesson {
  /// The images of the book.
  public func images() -> LabelledImages {
    attempt {
      let folder = "/usr/share/datasets/fashion-mnist"
      let names = [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
        "Ankle boot",
      ]
      func part(_ name: String) throws -> Dataset {
        let images = try IDX(file: "\(folder)/\(name)-images-idx3-ubyte.gz", rank: 3)
        let labels = try IDX(file: "\(folder)/\(name)-labels-idx1-ubyte.gz", rank: 1)
        return Dataset(
          try ImageStore(
            name: "Fashion-MNIST", height: 28, width: 28, pixels: images.elements,
            labels: labels.elements.map(Int.init), classNames: names))
      }
      return try LabelledImages(
        name: "Fashion-MNIST", train: part("train"), test: part("t10k"),
        origin: .files(folder: folder))
    }
  }
}
