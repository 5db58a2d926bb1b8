import Book
import Lessons

extension SeriesStyle {
  /// The look of a version of EWC, right or wrong; what is not in the table has that of its method.
  static func version(_ name: String) -> SeriesStyle {
    let brown = Colour.yellow.mixed(with: .black, share: 0.5)
    let darkGreen = Colour.green.mixed(with: .black, share: 0.5)
    let looks: [String: SeriesStyle] = [
      "missing ½": SeriesStyle(.sky, .dashed, .openSquare),
      "batch squared": SeriesStyle(.orange, .dashDot, .square),
      "never zeroed": SeriesStyle(brown, .dotted, .downTriangle),
      "of the new data": SeriesStyle(.black, .dashed, .diamond),
      "in mid-training": SeriesStyle(.green, .dashDot, .openTriangle),
      "backwards": SeriesStyle(.purple, .dashDotDot, .openDownTriangle),
      "p(x) for p(y|x)": SeriesStyle(.orange, .dotted, .openDiamond),
      "on the outputs": SeriesStyle(.vermilion, .dotted, .cross),
      "last task only": SeriesStyle(darkGreen, .dashed, .openCircle),
    ]
    return looks[name] ?? SeriesStyle(method: name)
  }
}

/// The mean importance of groups of weights, against that by the Fisher information.
func holdsFigure(_ holds: [Hold]) -> Figure {
  let right = holds[0]
  let groups = 24
  let x = right.means(inGroupsOf: right, count: groups)
  let all = holds.flatMap { $0.means(inGroupsOf: right, count: groups) }.filter { $0 > 0 }
  let (low, high) = ((all.min() ?? 1e-10) / 2, (all.max() ?? 1) * 2)
  func panel(_ title: String, _ kind: Version.Kind, labelled: Bool) -> Panel {
    let lines = ([right] + holds.filter { $0.version.kind == kind }).map { hold in
      let name = hold.version.name
      return Line(
        name, x: x, y: hold.means(inGroupsOf: right, count: groups),
        style: .version(name), isEmphasised: name == right.version.name)
    }
    return Panel(
      title: title,
      x: Axis("importance by F", ticks: [1e-8, 1e-6, 1e-4, 1e-2], isLogarithmic: true),
      y: Axis(
        labelled ? "importance by each version" : "", range: low...high,
        ticks: [1e-10, 1e-8, 1e-6, 1e-4, 1e-2, 1], isLogarithmic: true),
      marks: .over(lines))
  }
  return Figure(
    title: "Two of the seven importances are not in the order of F",
    alt: """
      Two panels on logarithmic axes: the importance each version gives to groups of weights against the \
      importance by the Fisher information. Left, the versions of the wrong size run parallel to the \
      diagonal. Right, the importance backwards falls where the Fisher information rises, that of the new \
      data is nearly flat, and those of p(x) and of mid-training lie above the diagonal.
      """,
    caption:
      "\(groups) groups of equally many weights in the order of F; one network, after one task.",
    panels: [
      panel("the wrong size", .size, labelled: true),
      panel("another meaning", .meaning, labelled: false),
    ], columns: 2)
}
