// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Palimpsest",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Theta", targets: ["Theta"]),
    .library(name: "CLCore", targets: ["CLCore"]),
    // What a learner's own code is built with: the engine without what the exercises ask for.
    .library(name: "Exercise", type: .dynamic, targets: ["Exercise", "Theta"]),
    .library(name: "Lessons", targets: ["Lessons"]),
    .executable(name: "palimpsest", targets: ["palimpsest-tool"]),
    // The same command line, for a program with methods of its own.
    .library(name: "CommandLineTool", targets: ["palimpsest"]),
  ],
  traits: [
    // `Real` is Double instead of Float: for gradient checks, where half the digits are lost to
    // the difference quotient. Slow: oneDNN has no double product, so a plain loop stands in.
    .trait(name: "DoublePrecision")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "COneDNN", path: "Sources/COneDNN"),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib"),
    .systemLibrary(name: "CZip", path: "Sources/CZip", pkgConfig: homebrew("libzip")),
    .systemLibrary(name: "CPNG", path: "Sources/CPNG", pkgConfig: homebrew("libpng")),
    .target(name: "Hashing"),
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(
      name: "CGnuplot",
      linkerSettings: ["boost_iostreams", "boost_system", "boost_filesystem"].map {
        .linkedLibrary($0, .when(platforms: [.linux]))
      }),
    .target(
      name: "Theta",
      dependencies: ["CKernels", .target(name: "COneDNN", condition: .when(platforms: [.linux]))]),
    .target(
      name: "CLCore", dependencies: ["Theta", "CKernels", "CZlib", "CZip", "CPNG", "Hashing"]),
    .target(name: "Exercise", dependencies: ["Theta"]),
    .target(name: "Lessons", dependencies: ["CGnuplot", "Hashing"]),
    .target(
      name: "palimpsest",
      dependencies: [
        "CLCore", "Lessons", "Hashing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "palimpsest-tool", dependencies: ["palimpsest"], path: "Sources/tool"),
    .target(name: "Tutoring", dependencies: ["CLCore", "Exercise", "Lessons"]),
    .executableTarget(
      name: "tutor",
      dependencies: [
        "Tutoring", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // It trains nothing and depends on nothing that does: a change of prose builds nothing.
    .executableTarget(
      name: "press",
      dependencies: ["Lessons", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .target(name: "Book", dependencies: ["CLCore", "Lessons"], path: "Chapters/Book"),
    .executableTarget(
      name: "chapter-1", dependencies: ["CLCore", "Lessons", "Book"],
      path: "Chapters/01-forgetting", exclude: ["zh.md"]),
    .executableTarget(
      name: "chapter-2", dependencies: ["CLCore", "Lessons", "Book"],
      path: "Chapters/02-ewc", exclude: ["zh.md"]),
    .executableTarget(
      name: "chapter-3", dependencies: ["CLCore", "Lessons", "Book"], path: "Chapters/03-mas"),
    .executableTarget(
      name: "chapter-4", dependencies: ["CLCore", "Lessons", "Book"], path: "Chapters/04-gem"),
    .executableTarget(
      name: "chapter-5", dependencies: ["CLCore", "Lessons", "Book"], path: "Chapters/05-icarl"),
    .executableTarget(
      name: "chapter-6", dependencies: ["CLCore", "Lessons", "Book"], path: "Chapters/06-pnn"),
    .executableTarget(
      name: "chapter-7", dependencies: ["CLCore", "Lessons", "Book"], path: "Chapters/07-maml"),
    .executableTarget(
      name: "chapter-12", dependencies: ["CLCore", "Lessons", "Book"],
      path: "Chapters/12-comparison"),
    .target(
      name: "CFloor", path: "Benchmarks/CFloor",
      linkerSettings: [
        .linkedLibrary("dnnl", .when(platforms: [.linux])),
        .linkedFramework("Accelerate", .when(platforms: [.macOS])),
      ]),
    .executableTarget(
      name: "bench", dependencies: ["CLCore", "Lessons", "CFloor"], path: "Benchmarks",
      exclude: ["CFloor"]),
    .target(name: "TestSupport", dependencies: ["Theta"], path: "Tests/TestSupport"),
    .testTarget(name: "ThetaTests", dependencies: ["Theta", "TestSupport"]),
    .testTarget(name: "CLCoreTests", dependencies: ["CLCore", "TestSupport", "CZip", "CPNG"]),
    .testTarget(name: "BookTests", dependencies: ["Book", "CLCore", "Lessons"]),
    .testTarget(name: "LessonsTests", dependencies: ["Lessons", "Hashing"]),
    .testTarget(
      name: "TutoringTests", dependencies: ["Tutoring", "Exercise", "Lessons", "CLCore"]),
    .testTarget(
      name: "PalimpsestTests",
      dependencies: [
        "palimpsest", .target(name: "COneDNN", condition: .when(platforms: [.linux])),
      ]),
    // A program that the tests run in a process of its own.
    .executableTarget(name: "bits", dependencies: ["CLCore"], path: "Tests/Bits"),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// Flags that SwiftPM accepts of a root package only: whoever depends on this one by URL gets its defaults.
if !Context.packageDirectory.contains("/checkouts/") {
  for target in package.targets {
    if target.type == .test {
      // To optimise the tests takes longer than to run them; what computes is the library.
      target.swiftSettings = [.unsafeFlags(["-Onone"], .when(configuration: .release))]
    } else if ["palimpsest", "Tutoring", "press", "tutor"].contains(target.name) {
      // They read, check and print; what computes is below them.
      target.swiftSettings = [.unsafeFlags(["-Onone"], .when(configuration: .release))]
    } else if ["CLCore", "Book"].contains(target.name) || target.name.hasPrefix("chapter-") {
      // An edit of a method or a chapter compiles its file, not its module. The engine stays whole: its small
      // functions are to be seen through.
      target.swiftSettings = [
        .unsafeFlags(
          ["-no-whole-module-optimization", "-enable-batch-mode", "-incremental"],
          .when(configuration: .release))
      ]
    }
  }
}

// The tests in Double are about derivatives: the engine alone is built for them.
if Context.environment["PALIMPSEST_DOUBLE"] != nil {
  let kept: Set = ["COneDNN", "CKernels", "Theta", "TestSupport", "ThetaTests"]
  package.targets.removeAll { !kept.contains($0.name) }
  package.products.removeAll { $0.name != "Theta" }
}

/// The name under which pkg-config knows a library: Homebrew puts headers where compilers do not look. Debian puts
/// them where they do, and nothing need be asked.
func homebrew(_ library: String) -> String? {
  #if os(macOS)
    library
  #else
    nil
  #endif
}
