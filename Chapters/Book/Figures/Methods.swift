import CLCore
import Lessons

/// How each method looks in every figure of the book: the hue of its family, a shade, dash and marker of its own.
extension SeriesStyle {
  /// The style of a method by the name that tables have; a name that is no method's is drawn as a reference.
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

  /// The looks of all methods by their names: the library's as they describe themselves, and those of
  /// chapter 7, whose names say with which settings they run.
  public static let ofMethods: [String: SeriesStyle] = {
    let library = Kinds.library.methods.map {
      ($0.standard.name, SeriesStyle(family: $0.about.family.rawValue, line: $0.about.line))
    }
    return Dictionary(library) { first, _ in first }.merging(ofMetaMethods) { first, _ in first }
  }()

  private static let ofMetaMethods: [String: SeriesStyle] = [
    "MAML": SeriesStyle(.blue, .solid, .diamond),
    "FOMAML": SeriesStyle(.sky, .dashed, .triangle),
    "Reptile": SeriesStyle(.green, .dashDot, .square),
    "pretraining": SeriesStyle(.vermilion, .dashed, .circle),
    "oracle": SeriesStyle(.grey, .dashDot, .openDiamond),
    "lifelong MAML": SeriesStyle(.purple, .solid, .triangle),
    "lifelong MAML, as it stands": SeriesStyle(.orange, .dashDot, .downTriangle),
  ]
}
