/// Columns side by side, one a task, each a perceptron that also sees what the columns before it see at
/// every layer (Rusu et al. 2016, equation 2). With hᵢ⁽ʲ⁾ layer i of column j, and column k's own:
///
///     hᵢ⁽ᵏ⁾ = σ(hᵢ₋₁⁽ᵏ⁾ Wᵢ⁽ᵏ⁾ + bᵢ⁽ᵏ⁾ + σ([αⱼ hᵢ₋₁⁽ʲ⁾, j < k] Vᵢ⁽ᵏ⁾ + cᵢ⁽ᵏ⁾) Uᵢ⁽ᵏ⁾)
///
/// The lateral term begins at the second layer and reaches the head: all columns have the same input. V
/// has as many outputs as layer i − 1 has units: so the paper's formula has it, though its text says layer i.
///
/// A task's scores reach back to its own column and laterals alone: earlier columns enter as constants.
public struct ProgressiveNetwork: Network, Hashable {
  public private(set) var layout: Layout
  public let inputs: Int
  public let outputs: Int
  /// The non-linearity σ, of the columns and of the adapters.
  public let activation: Activation
  /// One column a task, in the order of the tasks.
  public private(set) var columns: [Column]

  /// One perceptron of a progressive network, with what it takes from the columns before it.
  public struct Column: Hashable, Sendable, Codable {
    /// The hidden layers W and b, from the input on.
    public let hidden: [Linear]
    /// The last layer.
    public let head: Linear
    /// Which of the network's outputs the head gives.
    public let outputs: Range<Int>
    /// What enters the second hidden layer, …, the last one, the head; none in the first column.
    public let laterals: [Lateral]
  }

  /// What one layer takes from the layer below it in all earlier columns: an adapter, which makes the
  /// many features few before they enter.
  public struct Lateral: Hashable, Sendable, Codable {
    /// α, [earlier columns]: a scale for each column, so that a large one does not drown the others.
    public let scales: Slot
    /// V [their features, width of the layer below] and c.
    public let adapter: Linear
    /// U, [width of the layer below, width of the layer].
    public let weight: Slot
  }

  /// A network of one column: this perceptron, its weights where they were.
  public init(_ first: MLP) {
    layout = first.layout
    inputs = first.inputs
    outputs = first.outputs
    activation = first.activation
    columns = [
      Column(hidden: first.hidden, head: first.head, outputs: 0..<first.outputs, laterals: [])
    ]
  }

  /// This network with one more column, which gives these outputs; its weights come after all others.
  ///
  /// - Parameter scales: how the α start.
  public func addingColumn(
    outputs own: Range<Int>, scales: Initial = .uniform(bound: 0.1)
  ) -> ProgressiveNetwork {
    var larger = self
    let name = "column\(columns.count + 1)."
    let widths = columns[0].hidden.map { $0.bias.shape.count }
    var layers: [Linear] = []
    var laterals: [Lateral] = []
    for (i, width) in (widths + [own.count]).enumerated() {
      let below = i == 0 ? inputs : widths[i - 1]
      let isHead = i == widths.count
      let layer = name + (isHead ? "head" : "hidden\(i + 1)")
      let (role, first): (Layout.Role, Int) = isHead ? (.head, own.lowerBound) : (.body, 0)
      layers.append(Linear(layer, below, width, in: &larger.layout, role: role, firstOutput: first))
      if i == 0 { continue }
      laterals.append(
        Lateral(
          scales: larger.layout.add("\(layer).scales", [columns.count], scales),
          adapter: Linear("\(layer).adapter", columns.count * below, below, in: &larger.layout),
          weight: larger.layout.add(
            "\(layer).lateral", [below, width], .fanIn(below), role: role, firstOutput: first)))
    }
    larger.columns.append(
      Column(
        hidden: layers.dropLast(), head: layers[widths.count], outputs: own, laterals: laterals))
    return larger
  }

  /// The last hidden layer of the task's column, which must be there: x [n, inputs] → [n, width].
  public func features(_ x: Variable, at theta: Variable, _ context: inout Context) -> Variable {
    let column = self.column(context.task)
    require(columns.indices.contains(column), "task \(column) has no column yet")
    return layers(x, at: theta, upTo: column)[column].last ?? x
  }

  /// The scores: x [n, inputs] → [n, outputs]; 0 for outputs that are not the task's column's, and for
  /// all outputs of a task that has no column yet.
  public func callAsFunction(_ x: Variable, at theta: Variable, _ context: inout Context)
    -> Variable
  {
    let column = self.column(context.task)
    guard columns.indices.contains(column) else {
      return Variable(.zeros([x.shape[0], outputs]))
    }
    return scores(layers(x, at: theta, upTo: column), x, at: theta, of: column)
  }

  private func column(_ task: Int?) -> Int {
    guard let task else { misuse("a progressive network needs the task's identity") }
    return task
  }
}

extension ProgressiveNetwork {
  /// Reads a network; one saved before weights had roles learns which of them are of a column's head.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    layout = try container.decode(Layout.self, forKey: .layout)
    inputs = try container.decode(Int.self, forKey: .inputs)
    outputs = try container.decode(Int.self, forKey: .outputs)
    activation = try container.decode(Activation.self, forKey: .activation)
    columns = try container.decode([Column].self, forKey: .columns)
    for column in columns {
      let head = [column.head.weight, column.head.bias] + column.laterals.suffix(1).map(\.weight)
      for slot in head { layout.declareHead(slot, firstOutput: column.outputs.lowerBound) }
    }
  }
}
