import CLCore
import Foundation

/// PyTorch programs that do the same work, outside this project: each prints one line of JSON.
struct Peers {
  private let folder: String
  /// The images that the programs read, MNIST in `MNIST_DIR` or in the folder beside theirs. Ours are to be the
  /// same: our products skip zeros, and more of MNIST is blank than of others.
  let images: LabelledImages

  /// The programs in the folder that `PEERS` names.
  ///
  /// - Throws: `PeerError.noTorch` when `python3` cannot import torch, `.noImages` when MNIST is not where they
  ///   read it.
  init?(environment: [String: String]) throws {
    guard let folder = environment["PEERS"], !folder.isEmpty else { return nil }
    self.folder = URL(filePath: folder).path
    let data = environment["MNIST_DIR"] ?? folder + "/../mnist"
    guard let found = try DatasetSearch(roots: [data]).find(.mnist) else {
      throw PeerError.noImages(data)
    }
    images = found
    guard try Peers.python("import torch").code == 0 else { throw PeerError.noTorch }
  }

  /// Runs a program and gives the number at `keys` of the last line that it prints.
  ///
  /// - Parameter prologue: Python that runs first and can change `common`, which all programs share.
  func figure(
    _ keys: String..., from program: String, _ arguments: [String], prologue: String = ""
  ) throws -> Double {
    let (code, output) = try Peers.python(
      """
      import runpy, sys
      folder, program, *rest = sys.argv[1:]
      sys.path.insert(0, folder)
      sys.argv = [program, *rest]
      \(prologue)
      runpy.run_path(folder + "/" + program, run_name="__main__")
      """, [folder, program] + arguments)
    let last = output.split(whereSeparator: \.isNewline).last.map { Data($0.utf8) } ?? Data()
    var found = try? JSONSerialization.jsonObject(with: last)
    for key in keys { found = (found as? [String: Any])?[key] }
    guard code == 0, let figure = found as? Double else {
      throw PeerError.noFigure(program: program, keys: keys, code: code)
    }
    return figure
  }

  private static func python(
    _ source: String, _ arguments: [String] = []
  ) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", source] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

/// Why there is no figure of a peer.
enum PeerError: LocalizedError {
  case noTorch
  case noImages(String)
  case noFigure(program: String, keys: [String], code: Int32)

  var errorDescription: String? {
    switch self {
    case .noTorch:
      "PEERS is set, but python3 cannot import torch: install it for that python3, or leave PEERS out."
    case .noImages(let folder):
      "PEERS is set, but its programs will not find MNIST in \(folder): name its folder by MNIST_DIR, or leave "
        + "PEERS out."
    case .noFigure(let program, let keys, let code):
      "The peer \(program) ended with exit code \(code) and no \(keys.joined(separator: ".")) in its "
        + "last line; what it had to say stands above."
    }
  }
}
