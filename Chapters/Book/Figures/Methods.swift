import CLCore
import Lessons

/// How each method looks in every figure of the book: the hue of its family, a shade, dash and marker of its own.
extension SeriesStyle {
  /// The style of a method by the name that tables have; a name that is no method's is drawn as a reference.
  public init(method name: String) {
    self = SeriesStyle.ofMethods[name] ?? .reference
  }

  /// The look that a method's own description asks for.
  init(_ about: About) {
    let hue: Colour =
      switch about.family {
      case .baseline: .vermilion
      case .optimizer: .grey
      case .regularization: .blue
      case .distillation: .purple
      case .replay: .orange
      case .projection: .green
      // Yellow itself is too light for a line.
      case .architecture: Colour.yellow.mixed(with: .black, share: 0.4)
      }
    let look = SeriesStyle.distinct[about.line % SeriesStyle.distinct.count]
    // A shade for each line, since bars have neither dash nor marker; dark and light by turns.
    let shade = [0, -0.45, 0.3, -0.22, 0.15, -0.65, 0.4, -0.33][about.line % 8]
    self.init(
      hue.mixed(with: shade < 0 ? .black : .white, share: abs(shade)), look.dash, look.marker)
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
    let library = Kinds.library.methods.map { ($0.standard.name, SeriesStyle($0.about)) }
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
