import Foundation

/// What besides the sources may change the bits of a result: the processor, from which kernels are chosen,
/// and the libraries that the program has loaded, those of the compiler and of matrix products among them.
package enum Machine {
  /// A text that is the same as long as results are.
  package static let description = ([compiler, processor] + libraries + environment)
    .joined(separator: "\n")

  private static let compiler = Record.compiler

  private static var processor: String {
    #if canImport(Darwin)
      var size = 0
      sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0)
      var name = [UInt8](repeating: 0, count: size)
      sysctlbyname("machdep.cpu.brand_string", &name, &size, nil, 0)
      return String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    #else
      let cores = contents(of: "/proc/cpuinfo")
      let facts = ["vendor_id", "cpu family", "model", "flags", "CPU implementer", "Features"]
      let first = cores.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .prefix { !$0.isEmpty }
      return first.filter { line in facts.contains { line.hasPrefix($0) } }.joined(separator: "\n")
    #endif
  }

  /// Path, size and time of every library that is loaded; in one file of the system's, where there is one.
  private static var libraries: [String] {
    let system = ProcessInfo.processInfo.operatingSystemVersionString
    let paths = contents(of: "/proc/self/maps").split(whereSeparator: \.isNewline).compactMap {
      line in
      line.firstIndex(of: "/").map { String(line[$0...]) }
    }
    return [system]
      + Set(paths.filter { $0.contains(".so") }).sorted().map { path in
        var facts = stat()
        guard stat(path, &facts) == 0 else { return path }
        #if canImport(Darwin)
          return "\(path) \(facts.st_size) \(facts.st_mtimespec.tv_sec)"
        #else
          return "\(path) \(facts.st_size) \(facts.st_mtim.tv_sec)"
        #endif
      }
  }

  /// A file of the kernel's, to its end: it says that it has no length, and Foundation stops early.
  private static func contents(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var (bytes, part) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What the libraries read from the environment, and where it says that data are.
  private static var environment: [String] {
    ProcessInfo.processInfo.environment.filter { name, _ in
      ["DNNL_", "ONEDNN_", "OMP_", "PALIMPSEST_"].contains { name.hasPrefix($0) }
    }.map { "\($0)=\($1)" }.sorted()
  }
}
