import CLCore
import Lessons

/// How each method looks in every figure of the book: one colour, dash and marker.
extension SeriesStyle {
  /// The style of a method; what is not in the table is drawn as a reference.
  public init(method name: String) {
    self = SeriesStyle.methods[name] ?? .reference
  }

  private static let methods: [String: SeriesStyle] = [
    "fine-tuning": SeriesStyle(.vermilion, .dashed, .square),
    "frozen features": SeriesStyle(.orange, .dotted, .openDiamond),
    "separate networks": SeriesStyle(.sky, .dashDot, .openSquare),
    "joint": SeriesStyle(.grey, .solid, .openCircle),
  ]
}
