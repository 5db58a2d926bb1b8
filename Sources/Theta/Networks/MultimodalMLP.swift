/// A multi-layer perceptron whose first layer is one of several, by the task; all else is shared
/// (Lopez-Paz & Ranzato 2017, the "multimodal" predictor).
///
/// It must be told the task of an input, so the stream must be task-incremental; its tasks may share
/// their outputs, as those of `TaskStream.tellingTask` do.
public struct MultimodalMLP: Network, Hashable {
  /// Where each weight lives in θ: those of the perceptron, whose own first layer is that of task 0, then
  /// `hidden1.task1.weight`, `hidden1.task1.bias`, …
  public let layout: Layout
  /// The perceptron of task 0.
  public let shared: MLP
  /// The first layers of the tasks after it.
  public let others: [Linear]

  /// A perceptron with a first layer for each of so many tasks.
  public init(_ shared: MLP, tasks: Int) {
    require(!shared.hidden.isEmpty, "a perceptron without hidden layers has no layer to share")
    var layout = shared.layout
    others = (1..<max(tasks, 1)).map { task in
      Linear("hidden1.task\(task)", shared.inputs, shared.hidden[0].bias.shape[0], in: &layout)
    }
    self.layout = layout
    self.shared = shared
  }

  public var inputs: Int { shared.inputs }
  public var outputs: Int { shared.outputs }

  /// 1 for each weight that an input of this task reaches, 0 for the input layers of the others, [P].
  public func weights(of task: Int) -> Tensor {
    var mask = Tensor.ones([layout.count])
    mask.write { mask in
      for (other, layer) in ([shared.hidden[0]] + others).enumerated() where other != task {
        for slot in [layer.weight, layer.bias] {
          for i in slot.range { mask[i] = 0 }
        }
      }
    }
    return mask
  }

  /// The last hidden layer: x [n, inputs] → [n, width].
  public func features(_ x: Variable, at theta: Variable, _ context: inout Context) -> Variable {
    guard let task = context.task, task <= others.count else {
      misuse(
        "a network with an input layer a task must be told one of its \(others.count + 1) tasks")
    }
    let first = task == 0 ? shared.hidden[0] : others[task - 1]
    return ([first] + shared.hidden.dropFirst()).reduce(x) { h, layer in
      shared.activation(layer(h, at: theta, copies: context.copies))
    }
  }

  /// The scores: x [n, inputs] → [n, outputs].
  public func callAsFunction(_ x: Variable, at theta: Variable, _ context: inout Context)
    -> Variable
  {
    shared.head(features(x, at: theta, &context), at: theta, copies: context.copies)
  }
}
