import Foundation
import Lessons

/// What a learner's code is built with: the compiler and the engine, without the methods that the exercises ask for.
package struct Engine: Sendable {
  /// `swiftc`.
  package let compiler: URL
  /// Where the engine was built: holds the library and the module map of its kernels.
  package let build: URL
  /// The modules that a learner's code can import, and no others: Theta and Exercise.
  let imports: URL
  /// The module map of oneDNN.
  let oneDNN: URL
  /// Where clang's modules are kept, so that the first check alone waits for them.
  let modules: URL

  /// The engine that `Scripts/exercise` builds, and the compiler on the search path.
  /// - Throws: ``ExerciseError`` when one of them is missing.
  package init(root: URL, searchPath: String? = ProcessInfo.processInfo.environment["PATH"])
    throws(ExerciseError)
  {
    guard let compiler = ChildProcess.executable("swiftc", searchPath: searchPath) else {
      throw ExerciseError("swiftc is not on the PATH")
    }
    self.compiler = compiler
    build = root.appendingPathComponent(".build/release").resolvingSymlinksInPath()
    imports = root.appendingPathComponent(".build/exercise/Modules")
    oneDNN = root.appendingPathComponent("Sources/COneDNN")
    modules = root.appendingPathComponent(".build/exercise/modules")
    guard
      FileManager.default.fileExists(
        atPath: imports.appendingPathComponent("Exercise.swiftmodule").path)
    else {
      throw ExerciseError("The exercises' engine is not built: make check builds it.")
    }
  }

  init(compiler: URL, build: URL, imports: URL, oneDNN: URL, modules: URL) {
    self.compiler = compiler
    self.build = build
    self.imports = imports
    self.oneDNN = oneDNN
    self.modules = modules
  }

  /// The arguments that compile `sources` to `program`.
  ///
  /// The compiler is called alone: SwiftPM would plan for a second before each check.
  package func arguments(_ sources: [String], program: String) -> [String] {
    [
      "-swift-version", "6", "-Onone", "-module-name", "Answer", "-module-cache-path", modules.path,
      "-no-color-diagnostics", "-diagnostic-style", "llvm",
      "-I", imports.path,
      "-Xcc", "-fmodule-map-file=\(build.path)/CKernels.build/module.modulemap",
      "-Xcc", "-fmodule-map-file=\(oneDNN.path)/module.modulemap",
      "-L", build.path, "-lExercise", "-Xlinker", "-rpath", "-Xlinker", build.path,
      "-o", program,
    ] + sources
  }
}
