import CKernels

// Several θ side by side, so that a meta-batch of tasks, each with weights of its own, is one graph and not
// one graph a task. They are stacked weight by weight: all copies of the first weight, then all of the
// second. So each weight of all tasks is still one contiguous part, a tensor [t, in, out], and the vector
// is differentiated like any θ.

extension Variable {
  /// `copies` of this θ [P], stacked weight by weight as `layout` lays them out: [copies · P].
  public func stacked(_ copies: Int, _ layout: Layout) -> Variable {
    .record(
      value.stacked(copies, layout), (self, { g, _ in g.summedOverStack(copies, layout) }))
  }

  /// The sum of `copies` θ stacked weight by weight: [P] for [copies · P].
  public func summedOverStack(_ copies: Int, _ layout: Layout) -> Variable {
    .record(
      value.summedOverStack(copies, layout), (self, { g, _ in g.stacked(copies, layout) }))
  }
}

extension Tensor {
  /// `copies` of this θ [P], stacked weight by weight as `layout` lays them out: [copies · P].
  public func stacked(_ copies: Int, _ layout: Layout) -> Tensor {
    require(
      count == layout.count && copies > 0,
      "\(copies) copies of \(shape) cannot be stacked for a layout of \(layout.count) weights")
    return withExtendedLifetime(storage) {
      Tensor([copies * count]) { out in
        for slot in layout.entries.lazy.map(\.slot) {
          var place = out + copies * slot.offset
          for _ in 0..<copies {
            place.update(from: start + slot.offset, count: slot.shape.count)
            place += slot.shape.count
          }
        }
      }
    }
  }

  /// The sum of `copies` θ stacked weight by weight: [P] for [copies · P].
  public func summedOverStack(_ copies: Int, _ layout: Layout) -> Tensor {
    checkStack(copies, layout)
    return withExtendedLifetime(storage) {
      Tensor([layout.count]) { out in
        for slot in layout.entries.lazy.map(\.slot) {
          ck_sum_rows(start + copies * slot.offset, out + slot.offset, copies, slot.shape.count)
        }
      }
    }
  }

  /// Number `index` of `copies` θ stacked weight by weight: [P] for [copies · P].
  public func unstacked(_ index: Int, of copies: Int, _ layout: Layout) -> Tensor {
    checkStack(copies, layout)
    require((0..<copies).contains(index), "there is no θ \(index) in a stack of \(copies)")
    return .concatenated(
      layout.entries.map { entry in
        let count = entry.slot.shape.count
        return part(from: copies * entry.slot.offset + index * count, [count])
      })
  }

  private func checkStack(_ copies: Int, _ layout: Layout) {
    require(
      count == copies * layout.count && copies > 0,
      "\(shape) is no stack of \(copies) for a layout of \(layout.count) weights")
  }
}
