import palimpsest

/// Palimpsest's command line with one more method.
@main
struct OwnMethod {
  static func main() { CommandLineTool.main(adding: [Anchored.self]) }
}
