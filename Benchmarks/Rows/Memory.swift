import CLCore
import Foundation

/// The most memory that a run of five tasks with all data ever holds, measured in a process of its
/// own.
func memory(_ name: String, _ setting: Setting) -> Row {
  Row(
    name: name, unit: .megabytes,
    ours: {
      let process = Process()
      process.executableURL = URL(filePath: CommandLine.arguments[0])
      process.arguments = [peakFlag]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return Double(String(decoding: output, as: UTF8.self)) ?? .nan
    }, goals: [.atMost(250)], rounds: 3)
}

/// With this as its argument, the program makes that run and prints its peak.
let peakFlag = "--peak"

/// Few steps are enough: after the first steps and the first test nothing is kept that was not.
func peakOfRun() throws -> Double {
  let images = try LabelledImages.find()
  let stream = try TaskStream.split(images, tasks: 5, scenario: .class)
  let network = MLP(inputs: stream.inputSize, hidden: [400, 400], outputs: stream.outputs)
  var run = try Run(
    FineTuning(), Learner(network, Adam(rate: 1e-3), for: stream, seed: 1), on: stream,
    Training(iterations: 20), seed: 1)
  try run.finish()
  return peakMegabytes
}

#if canImport(Darwin)
  /// The peak of this process's resident size so far.
  private var peakMegabytes: Double {
    var usage = rusage()
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1e6
  }
#else
  /// The peak of this process's resident size so far. Linux's `getrusage` would not do: it also
  /// counts what the parent held at the moment when this process was started.
  private var peakMegabytes: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let words = status.split(whereSeparator: \.isWhitespace)
    guard let place = words.firstIndex(of: "VmHWM:"), place + 1 < words.endIndex else {
      return .nan
    }
    return (Double(words[place + 1]) ?? .nan) * 1024 / 1e6
  }
#endif
