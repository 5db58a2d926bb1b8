import Book
import Lessons

extension LossMap {
  /// Two maps side by side, one scale of colours for both.
  var figure: Figure {
    let all = losses.flatMap { $0 }
    return Figure(
      title: "The valleys of A and B meet, and plain training walks past",
      alt: """
        Two maps of the same plane of weight space. On the left the loss of task A, on the right the \
        loss of task B. Both are low around the point reached by training on A and B together. The path \
        of training on B alone leaves the low region of A at once.
        """,
      caption:
        "Test loss over the plane through θ*A, θ*B and θ*AB, seed 1; distances in units of that "
        + "from θ*A to θ*B. The dashed line is the path of training on B, projected onto the plane.",
      panels: zip(["loss of task A", "loss of task B"], losses).enumerated().map { i, map in
        Panel(
          title: map.0, x: Axis("along θ*A → θ*B"),
          y: Axis(i == 0 ? "at right angles to it" : ""),
          marks: [
            .field(
              Field(
                x: x[0]...x[x.count - 1], y: y[0]...y[y.count - 1], columns: x.count,
                values: map.1, label: "cross-entropy", isLogarithmic: true,
                range: (all.min() ?? 0)...(all.max() ?? 1), showsScale: i == 1)),
            .line(
              Line(
                x: path.map(\.x), y: path.map(\.y), style: SeriesStyle(method: "fine-tuning"))),
            .points(
              Points(
                x: corners.map(\.x), y: corners.map(\.y), names: ["θ*A", "θ*B", "θ*AB"],
                style: SeriesStyle(.black, .solid, .circle))),
          ], equalUnits: true)
      }, columns: 2, aspect: 0.5)
  }
}
