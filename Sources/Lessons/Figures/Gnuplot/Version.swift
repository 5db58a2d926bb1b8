extension Gnuplot {
  /// What gnuplot says of itself, for example `gnuplot 5.4 patchlevel 4`; nil when it does not answer.
  package static func version() -> String? { Typeface.run(["gnuplot", "--version"])?.trimmed }
}
