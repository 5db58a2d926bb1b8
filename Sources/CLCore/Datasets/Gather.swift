import CKernels

extension Dataset {
  /// Writes the images at `positions` as numbers, [positions.count, inputSize].
  public func gather(_ positions: [Int], into out: UnsafeMutableBufferPointer<Real>) {
    require(
      out.count == positions.count * inputSize,
      "\(positions.count) images of \(inputSize) pixels do not fit \(out.count) numbers")
    guard let target = out.baseAddress, !positions.isEmpty else { return }
    let scale = Real(1 / (255 * preprocessing.deviation))
    let shift = Real(-preprocessing.mean / preprocessing.deviation)
    let size = store.size
    flushing {
      withUnsafeTemporaryAllocation(of: Real.self, capacity: size + 1) { image in
        let chosen = positions.map { rows[$0] }
        switch plan {
        case .copy:
          chosen.withUnsafeBufferPointer { chosen in
            let pieces = out.count < 1 << 15 ? 1 : Cores.allowed
            Cores.share(pieces) { piece in
              let rows = chosen.count * piece / pieces..<chosen.count * (piece + 1) / pieces
              ck_gather(
                target + rows.lowerBound * size, store.pixels,
                chosen.baseAddress?.advanced(by: rows.lowerBound), rows.count, size, scale, shift)
            }
          }
        case .permuted(let order):
          ck_gather_permuted(
            target, store.pixels, chosen, chosen.count, size, order, order.count, scale, shift,
            image.baseAddress)
        case .resampled(let taps, let weights):
          ck_gather_resampled(
            target, store.pixels, chosen, chosen.count, size, taps, weights, inputSize, scale,
            shift,
            image.baseAddress)
        }
      }
    }
  }

  /// The images at `positions` as a learner's inputs, [positions.count, inputSize].
  public func inputs(at positions: [Int]) -> Tensor {
    let shape: Shape = [positions.count, inputSize]
    return Tensor(shape) {
      gather(positions, into: UnsafeMutableBufferPointer(start: $0, count: shape.count))
    }
  }

  /// The image at `position` as the learner sees it, [height, width].
  public func image(at position: Int) -> [Real] {
    [Real](unsafeUninitializedCapacity: inputSize) { buffer, count in
      gather([position], into: UnsafeMutableBufferPointer(rebasing: buffer[..<inputSize]))
      count = inputSize
    }
  }
}
