import Foundation

/// The first place at which a text is no JSON (RFC 8259). Foundation on Linux says only that there is one.
package struct JSONFault: Equatable, CustomStringConvertible {
  /// From 1.
  package let line: Int
  /// In characters, from 1.
  package let column: Int
  /// What is wrong there.
  package let what: String

  package var description: String { "line \(line), column \(column): \(what)" }

  /// `nil` when the text is JSON.
  package init?(in text: Data) {
    var scanner = JSONScanner(bytes: Array(text))
    guard let what = scanner.fault() else { return nil }
    let before = String(decoding: scanner.bytes[..<scanner.place], as: UTF8.self)
    // "\r\n" is one Character, and a newline.
    let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    line = lines.count
    column = (lines.last?.count ?? 0) + 1
    self.what = what
  }
}

/// Reads JSON for its syntax alone, with a stack of its own: however deep brackets go, the thread's stack does not.
private struct JSONScanner {
  let bytes: [UInt8]
  /// Where it reads; after a fault, where that is.
  private(set) var place = 0
  /// The brackets that are open.
  private var open: [UInt8] = []
  private var expected = Expected.value

  private enum Expected { case value, valueOrEnd, name, nameOrEnd, colon, commaOrEnd, nothing }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// What is wrong at `place`; `nil` when nothing is.
  mutating func fault() -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    while true {
      while place < bytes.count, " \n\r\t".utf8.contains(bytes[place]) { place += 1 }
      guard place < bytes.count else {
        return expected == .nothing ? nil : "the text ends too early"
      }
      if let fault = token(bytes[place]) { return fault }
    }
  }

  private mutating func token(_ byte: UInt8) -> String? {
    let character = UnicodeScalar(byte)
    switch (expected, character) {
    case (.valueOrEnd, "]"), (.nameOrEnd, "}"): close()
    case (.commaOrEnd, "]") where open.last == UInt8(ascii: "["): close()
    case (.commaOrEnd, "}") where open.last == UInt8(ascii: "{"): close()
    case (.commaOrEnd, ","): pass(open.last == UInt8(ascii: "{") ? .name : .value)
    case (.commaOrEnd, _):
      return "a comma or \(open.last == UInt8(ascii: "{") ? "}" : "]") is missing before this"
    case (.colon, ":"): pass(.value)
    case (.colon, _): return "a colon is missing before this"
    case (.name, "\""), (.nameOrEnd, "\""):
      if let fault = string() { return fault }
      expected = .colon
    case (.name, "}"): return "there is a comma too many before this"
    case (.name, _), (.nameOrEnd, _): return "a name in quotation marks should stand here"
    case (.nothing, _): return "nothing more should stand here"
    case (.value, "{"), (.valueOrEnd, "{"), (.value, "["), (.valueOrEnd, "["):
      open.append(byte)
      pass(character == "{" ? .nameOrEnd : .valueOrEnd)
    case (.value, "]") where open.last == UInt8(ascii: "["):
      return "there is a comma too many before this"
    case (.value, _), (.valueOrEnd, _): return value(character)
    }
    return nil
  }

  private mutating func pass(_ next: Expected) {
    place += 1
    expected = next
  }

  private mutating func close() {
    open.removeLast()
    place += 1
    endValue()
  }

  private mutating func endValue() { expected = open.isEmpty ? .nothing : .commaOrEnd }

  private mutating func value(_ first: UnicodeScalar) -> String? {
    if first == "\"" {
      if let fault = string() { return fault }
      endValue()
      return nil
    }
    let word = bytes[place...].prefix { !" \n\r\t,:[]{}\"".utf8.contains($0) }
    let text = String(decoding: word, as: UTF8.self)
    if !["true", "false", "null"].contains(text) {
      guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil else {
        return word.isEmpty ? "a value should stand here" : "“\(text.prefix(20))” is no value"
      }
      guard Double(text)?.isFinite == true else { return "“\(text.prefix(20))” is too large" }
    }
    place += word.count
    endValue()
    return nil
  }

  /// Passes a string; a fault is where it lies within it.
  private mutating func string() -> String? {
    let start = place
    place += 1
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return nil
      case UInt8(ascii: "\\"):
        guard place + 1 < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[place + 1]) else {
          return "a backslash in a string begins \\n, \\t, \\\", \\\\, \\/, \\b, \\f, \\r or \\u"
        }
        place += 2
      case 0..<0x20: return "the string has no end in its line"
      default: place += 1
      }
    }
    place = start
    return "the string that begins here has no end"
  }
}
