import Foundation

extension Engine {
  /// A copy of what submissions are built with in `folder`, where every user may read it: the repository itself may lie
  /// in a home that is closed to others, and holds the solutions.
  /// - Throws: what `FileManager` throws.
  package func copied(to folder: URL) throws -> Engine {
    let files = FileManager.default
    let maps = folder.appendingPathComponent("CKernels.build")
    try files.createDirectory(at: maps, withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: build.path)
    where name.hasPrefix("libExercise.") {
      try Data(contentsOf: build.appendingPathComponent(name)).write(
        to: folder.appendingPathComponent(name))
    }
    let kernels = folder.appendingPathComponent("CKernels")
    let sources = oneDNN.deletingLastPathComponent()
    for (from, to) in [
      (imports, folder.appendingPathComponent("Modules")),
      (sources.appendingPathComponent("CKernels/include"), kernels),
      (oneDNN, folder.appendingPathComponent("COneDNN")),
    ] {
      // Written anew, for they may belong to somebody else: `copyItem` would keep the owner.
      try files.createDirectory(at: to, withIntermediateDirectories: true)
      for name in try files.contentsOfDirectory(atPath: from.path) {
        try Data(contentsOf: from.appendingPathComponent(name)).write(
          to: to.appendingPathComponent(name))
      }
    }
    let map = "module CKernels {\n  umbrella header \"\(kernels.path)/CKernels.h\"\n  export *\n}\n"
    try Data(map.utf8).write(to: maps.appendingPathComponent("module.modulemap"))
    return Engine(
      compiler: compiler, build: folder, imports: folder.appendingPathComponent("Modules"),
      oneDNN: folder.appendingPathComponent("COneDNN"),
      modules: folder.appendingPathComponent("modules"))
  }

  /// Lets every user look into the folders of clang's modules, which clang closes to others.
  /// - Throws: what `FileManager` throws.
  func openModules() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: modules.path)
      .map { modules.appendingPathComponent($0).path }
    for path in [modules.path] + folders {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
  }
}
