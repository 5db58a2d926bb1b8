import Testing

/// Expects that a program which was ended for a mistake has said these words.
package func expect(
  _ result: ExitTest.Result?, says words: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  for word in words {
    #expect(
      message.contains(word), "“\(word)” is missing in: \(message)", sourceLocation: sourceLocation)
  }
}
