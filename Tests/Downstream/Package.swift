// swift-tools-version: 6.1
import PackageDescription

// A package that uses Palimpsest from outside, by URL and version. `Scripts/downstream` sets the URL, builds it and
// runs it; yours has the repository's own.
let package = Package(
  name: "Downstream",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: Context.environment["PALIMPSEST_URL"] ?? "../..", from: "1.0.0")
  ],
  targets: [
    .executableTarget(
      name: "own-method",
      dependencies: [
        .product(name: "CLCore", package: "Palimpsest"),
        .product(name: "CommandLineTool", package: "Palimpsest"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
