import CLCore
import Foundation
import Lessons
import Testing
import palimpsest

@Suite("The weights of a run")
struct WeightsFileTests {
  private static let interpreter = ChildProcess.executable("python3").flatMap { python in
    Typeface.run([python.path, "-c", "import safetensors.numpy"]).map { _ in python }
  }

  @Test(
    "Every method: from the weights' file alone numpy gets the accuracies of R, or the file says what is missing",
    .enabled(if: interpreter != nil, "python3 with safetensors is not installed"))
  func answers() throws {
    let images = try smallGlyphs()
    let interpreter = try #require(Self.interpreter)
    for config in try smallProtocols() {
      var config = config
      // Enough that tasks are learnt, and networks of several layers.
      (config.iterations, config.hidden, config.evaluateEvery, config.evaluateOn) =
        (30, [12, 8], nil, nil)
      config.optimizerSettings["rate"] = .number(0.01)
      let place = try TemporaryFolder()
      let folder = RunFolder(place.path)
      let record = try #require(try finish(config, in: folder, images).first)
      let stream = try config.experiment.makeStream(images, seed: 0)
      let tests = place.path + "/tests.safetensors"
      try write(stream, to: tests)
      let found = try output(
        interpreter, ["-c", Self.program, folder.weights(0), tests])
      let last = try #require(record.matrix.rows.last).map { $0 ?? .nan }
      let numbers = found.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      #expect(numbers.count == last.count, "\(config.method): \(found)")
      for (task, (ours, theirs)) in zip(last, numbers).enumerated() {
        // A score of another last digit may move a sample.
        #expect(
          abs(ours - theirs) <= 1.01 / Double(stream[task].test.count),
          "\(config.method), task \(task + 1): \(ours) in R, \(theirs) from the file")
      }
    }
  }

  @Test("A method that answers with what no file has is said to be missing something")
  func missing() throws {
    let images = try smallGlyphs()
    let config = try #require(try smallProtocols().first { $0.method == "fine-tuning" })
    let stream = try config.experiment.makeStream(images, seed: 0)
    func metadata(_ method: any Strategy) throws -> [String: String] {
      let network = MLP(inputs: stream.inputSize, hidden: [4], outputs: stream.outputs)
      let learner = Learner(network, Adam(), for: stream, seed: 0)
      let run = try Run(method, learner, on: stream, config.training, seed: 0)
      return try Safetensors(file: run.weightsFile(config)).metadata
    }
    #expect(try metadata(Contrary())["missing"]?.hasPrefix("contrary answers with more") == true)
    #expect(try metadata(Contrary())["answers"] == nil)
    #expect(try metadata(FineTuning())["missing"] == nil)
  }

  private struct Contrary: Strategy {
    var name: String { "contrary" }
    func scores(_ x: Tensor, task: Int?, _ learner: Learner) -> Tensor {
      learner.scores(x, task: task).affine(-1, 0)
    }
  }

  /// The test samples of each task: `x1` [n, inputs] and `y1` [n], …
  private func write(_ stream: TaskStream, to path: String) throws {
    var file = Safetensors()
    for (place, task) in stream.enumerated() {
      let batch = Batch(task.test, Array(0..<task.test.count), task: place)
      let labels = Tensor(batch.labels.map { Real($0) })
      for (name, tensor) in [("x", batch.inputs), ("y", labels)] {
        file.tensors["\(name)\(place + 1)"] = Safetensors.Entry(
          type: "F32", shape: tensor.shape.axes,
          bytes: Data(tensor.values.flatMap { withUnsafeBytes(of: Float($0)) { Array($0) } }))
      }
    }
    try file.file().write(to: URL(filePath: path))
  }

  private func output(_ program: URL, _ arguments: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    (process.executableURL, process.arguments, process.standardOutput) = (program, arguments, pipe)
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text
  }

  /// What README says of the file, as a program: prints the accuracy on each task.
  private static let program = """
    import json, sys
    import numpy as np
    from safetensors import safe_open

    def load(path):
      with safe_open(path, "numpy") as file:
        return {name: file.get_tensor(name) for name in file.keys()}, file.metadata()

    (w, about), (tests, _) = load(sys.argv[1]), load(sys.argv[2])
    if "missing" in about:
      sys.exit(about["missing"])
    config = json.loads(about["config"])
    act = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh}[config["activation"]]
    outputs = [range(int(a), int(b) + 1) for a, b in (o.split("-") for o in about["outputs"].split())]
    layers = [f"hidden{i + 1}" for i in range(len(config["hidden"]))] + ["head"]

    def network(t):
      "The weights that answer task t."
      if f"task{t}.head.weight" in w:
        return {name: w[f"task{t}.{name}"] for name in w if f"task{t}.{name}" in w}
      if "head.weight.owner" in w:
        own = lambda name: (w[name + ".owner"] > 0) & (w[name + ".owner"] <= t)
        return {name: w[name] * own(name) for name in w if name + ".owner" in w}
      if f"task{t}.head.weight.used" in w:
        used = {name: w[f"task{t}.{name}.used"] for name in w if f"task{t}.{name}.used" in w}
        return {name: w[name][tuple(map(slice, u.shape))] * u for name, u in used.items()}
      if f"task{t}.widths" in w:
        widths = w[f"task{t}.widths"].astype(int).tolist()
        into, out = [None] + widths, widths + [None]
        return {layer + end: w[layer + end][at] for layer, i, o in zip(layers, into, out)
          for end, at in [(".weight", np.s_[:i, :o]), (".bias", np.s_[:o])]}
      if f"hidden1.task{t - 1}.weight" in w:
        return {**w, **{"hidden1" + end: w[f"hidden1.task{t - 1}" + end] for end in (".weight", ".bias")}}
      return w

    def features(x, w):
      for layer in layers[:-1]:
        x = act(x @ w[layer + ".weight"] + w[layer + ".bias"])
      return x

    def columns(x, t):
      "The scores of a progressive network."
      made = []
      for k in range(1, t + 1):
        name, own = "" if k == 1 else f"column{k}.", [x]
        for i, layer in enumerate(layers):
          layer = name + layer
          z = own[-1] @ w[layer + ".weight"] + w[layer + ".bias"]
          if k > 1 and i > 0:
            below = np.concatenate([w[layer + ".scales"][j] * made[j][i] for j in range(k - 1)], 1)
            seen = act(below @ w[layer + ".adapter.weight"] + w[layer + ".adapter.bias"])
            z = z + seen @ w[layer + ".lateral"]
          own.append(act(z) if i < len(layers) - 1 else z)
        made.append(own)
      return made[-1][-1]

    def answers(x, t):
      known = config["scenario"] == "task"
      if "means" in w:
        f = features(x, w)
        f = f / np.linalg.norm(f, axis=1, keepdims=True)
        return w["means.class"][(f @ w["means"].T).argmax(1)]
      if "column2.head.weight" in w:
        scores = columns(x, t)
        return (scores if t > 1 else scores[:, list(outputs[0])]).argmax(1) + outputs[t - 1].start
      own = network(t)
      scores = features(x, own) @ own["head.weight"] + own["head.bias"]
      mine = list(outputs[t - 1]) if known else list(range(scores.shape[1]))
      return scores[:, mine].argmax(1) + mine[0]

    print(*[(answers(tests[f"x{t}"], t) == tests[f"y{t}"]).mean() for t in range(1, len(outputs) + 1)])
    """
}
