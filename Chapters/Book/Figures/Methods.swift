import Lessons

/// How each method looks in every figure of the book: one colour, dash and marker.
extension SeriesStyle {
  /// The style of a method; what is not in the table is drawn as a reference.
  public init(method name: String) {
    self = SeriesStyle.ofMethods[name] ?? .reference
  }

  /// The style of a task, from 0: tasks go from blue to green in the order in which they are learnt.
  public static func task(_ index: Int, of count: Int) -> SeriesStyle {
    let share = Double(index) / Double(max(count - 1, 1))
    let look = distinct[index % distinct.count]
    return SeriesStyle(
      Colour.blue.mixed(with: .green, share: share), look.dash, look.marker)
  }

  /// The table, by the methods' names: no two look the same.
  public static let ofMethods: [String: SeriesStyle] = [
    "fine-tuning": SeriesStyle(.vermilion, .dashed, .square),
    "frozen features": SeriesStyle(.orange, .dotted, .openDiamond),
    "separate networks": SeriesStyle(.sky, .dashDot, .openSquare),
    "joint": SeriesStyle(.grey, .solid, .openCircle),
    "L2": SeriesStyle(.black, .dotted, .cross),
    "EWC": SeriesStyle(.blue, .solid, .circle),
    "online EWC": SeriesStyle(.sky, .dashed, .openCircle),
    "MAS": SeriesStyle(.green, .solid, .triangle),
    "SI": SeriesStyle(.purple, .dashDot, .diamond),
    "RWalk": SeriesStyle(.orange, .dashDotDot, .downTriangle),
    "multimodal": SeriesStyle(.black, .dotted, .openSquare),
    "GEM": SeriesStyle(.green, .solid, .diamond),
    "A-GEM": SeriesStyle(.sky, .dashDot, .openTriangle),
    "S-GEM": SeriesStyle(.purple, .dashDotDot, .downTriangle),
    "replay": SeriesStyle(.orange, .dashed, .diamond),
    "LwF": SeriesStyle(.purple, .dashDot, .openTriangle),
    "iCaRL": SeriesStyle(.blue, .solid, .square),
    "PNN": SeriesStyle(.blue, .solid, .triangle),
    "PackNet": SeriesStyle(.green, .dashed, .circle),
    "DEN": SeriesStyle(.orange, .dashDot, .triangle),
    "CPG": SeriesStyle(.purple, .dashed, .square),
    "MAML": SeriesStyle(.blue, .solid, .diamond),
    "FOMAML": SeriesStyle(.sky, .dashed, .triangle),
    "Reptile": SeriesStyle(.green, .dashDot, .square),
    "pretraining": SeriesStyle(.vermilion, .dashed, .circle),
    "oracle": SeriesStyle(.grey, .dashDot, .openDiamond),
    "lifelong MAML": SeriesStyle(.purple, .solid, .triangle),
    "lifelong MAML, as it stands": SeriesStyle(.orange, .dashDot, .downTriangle),
    // Yellow itself is too light for a line.
    "SCP": SeriesStyle(Colour.yellow.mixed(with: .black, share: 0.4), .dashed, .openTriangle),
  ]
}
