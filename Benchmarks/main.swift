// How fast the engine is: each row against the floors of its work, measured in the same minutes,
// and against PyTorch where that is at hand. Arguments name rows; without any, all are measured.
import CLCore
import Foundation
import Lessons

func say(_ text: String) { StandardStream.errors.line(text) }

func fail(_ text: String) -> Never {
  say(text)
  exit(2)
}

StandardStream.hold()
do {
  let arguments = CommandLine.arguments.dropFirst()
  if arguments.first == peakFlag {
    StandardStream.output.write("\(try peakOfRun())")
    exit(0)
  }
  let wanted = Set(arguments.flatMap(rows))
  if let unknown = arguments.first(where: { rows(named: $0).isEmpty }) {
    let names = catalogue.map(\.name)
    fail("There is no row \(unknown). There are: \(names.joined(separator: ", ")).")
  }
  let environment = ProcessInfo.processInfo.environment
  let peers = try Peers(environment: environment)
  let setting = Setting(images: try peers?.images ?? .find(), peers: peers)
  say("Images: \(setting.images.name).")
  if let notice = setting.images.notice { say(notice) }
  var load = [0.0]
  getloadavg(&load, 1)
  say(
    String(
      format: "Load before the first measurement: %.1f. Other work makes all figures worse.",
      load[0]))

  var results: [Result] = []
  for (name, make) in catalogue where arguments.isEmpty || wanted.contains(name) {
    say("Measuring \(name) …")
    results.append(try Result(measuring: make(name, setting)))
  }
  let report = Report(results: results)
  let path = (environment["OUTPUT"] ?? "output") + "/bench.json"
  try report.write(to: path)
  for line in report.table(width: 160) { StandardStream.output.line(line) }
  StandardStream.output.line(
    "floor: the products with fused element-wise passes, unless the goal names another.")
  if peers != nil, let kept = environment["MKL_ENABLE_INSTRUCTIONS"] {
    StandardStream.output.line("peer: PyTorch with its MKL kept to \(kept).")
  }
  StandardStream.output.line("Written to \(path).")
  exit(results.allSatisfy { $0.isReached != false } ? 0 : 1)
} catch {
  fail(error.localizedDescription)
}
