import Foundation

extension RunFolder {
  /// The folder itself, whatever the path that leads there: `a`, `a/.` and a symbolic link to it are one.
  var realPath: String {
    guard let resolved = realpath(path, nil) else {
      return URL(filePath: path).standardizedFileURL.path
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

extension [RunFolder] {
  /// Each folder once, under the path that came first.
  package var distinct: [RunFolder] {
    var known: Set<String> = []
    return filter { known.insert($0.realPath).inserted }
  }
}

/// What the runs of a comparison are called, in tables and in the names of files.
package enum RunNames {
  /// A run is called by its method, or where several have it, by the shortest tail of its path that no other of them
  /// ends in: `lr-0.01/ewc`.
  package static func labels(_ runs: [(method: String, path: String)]) -> [String] {
    let methods = runs.map(\.method)
    let isAlone = methods.map { method in methods.count { $0 == method } == 1 }
    let paths = runs.map {
      URL(filePath: $0.path).standardizedFileURL.pathComponents.filter { $0 != "/" }
    }
    let shared = runs.indices.filter { !isAlone[$0] }
    let taken = Set(runs.indices.filter { isAlone[$0] }.map { methods[$0] })
    return runs.indices.map { place in
      guard !isAlone[place] else { return methods[place] }
      let path = paths[place]
      let others = shared.filter { $0 != place }.map { paths[$0] }
      let tails = (1...max(1, path.count)).lazy.map { Array(path.suffix($0)) }
      let tail = tails.first { tail in
        !taken.contains(tail.joined(separator: "/"))
          && !others.contains { Array($0.suffix(tail.count)) == tail }
      }
      return tail?.joined(separator: "/") ?? runs[place].path
    }
  }

  /// A name for a file per label, of ASCII letters, digits and hyphens, all different also where a file system does not
  /// distinguish cases.
  package static func files(_ labels: [String]) -> [String] {
    var taken: Set<String> = []
    return labels.map { label in
      let plain = String(
        label.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
      let numbered = (2...labels.count + 1).lazy.map { "\(plain)-\($0)" }
      let free = taken.contains(plain) ? numbered.first { !taken.contains($0) } : plain
      let name = free ?? plain
      taken.insert(name)
      return name
    }
  }
}
