import Foundation

/// Answers the calls that stand on standard input, one a line, with replies on standard output, one a line.
///
/// What the learner's code prints goes to standard error, so that no print is taken for a reply. All that this
/// process can do is to reply: whether a reply is right is decided elsewhere.
public func serve(_ answer: (Call) throws -> Value) throws {
  EndlessRecursion.watch()
  let replies = FileHandle(fileDescriptor: dup(STDOUT_FILENO), closeOnDealloc: true)
  dup2(STDERR_FILENO, STDOUT_FILENO)
  let calls = try FileHandle.standardInput.readToEnd() ?? Data()
  for line in calls.split(separator: UInt8(ascii: "\n")) {
    let call = try Wire.decoder.decode(Call.self, from: line)
    let reply: Reply
    do {
      reply = .value(try answer(call))
    } catch is Todo {
      reply = .todo
    } catch {
      reply = .failure("\(error)")
    }
    // What the code has printed stands before the end of its call.
    fflush(nil)
    try replies.write(contentsOf: try Wire.line(reply))
  }
}

/// Calls and replies as lines of JSON, in which a number may be NaN.
public enum Wire {
  /// Reads a line.
  public static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }

  /// A line with its end.
  public static func line(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try encoder.encode(value) + Data("\n".utf8)
  }
}
