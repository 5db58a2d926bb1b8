import CLCore
import Foundation
import Testing
import palimpsest

@Suite("What the command line says of methods and optimisers")
struct ConfigurableTests {
  private var types: [any Configurable.Type] {
    Kinds.library.methods.map { $0 as any Configurable.Type }
      + Kinds.library.configurableOptimizers.map { $0 as any Configurable.Type }
  }

  @Test(
    "Every method and optimiser of the library can be named, but distillation, which needs a teacher"
  )
  func complete() {
    let methods = Kinds.library.methods.map { "\($0)" }
    let missing = Kinds.library.strategies.map { "\($0)" }.filter { !methods.contains($0) }
    #expect(missing == ["Distillation"])
    #expect(Kinds.library.configurableOptimizers.count == Kinds.library.optimizers.count)
  }

  @Test("The list holds every method that the library's sources declare")
  func listed() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/CLCore/Strategies").standardizedFileURL
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    var declared: Set<String> = []
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      let structs = #/public struct (\w+): (?:Meta)?(?:Strategy|Consolidating|Projecting)\b/#
      for match in text.matches(of: structs) { declared.insert(String(match.1)) }
    }
    let listed =
      Kinds.library.strategies.map { "\($0)" } + Kinds.library.metaStrategies.map { "\($0)" }
    #expect(declared == Set(listed) && listed.count == Set(listed).count)
  }

  @Test("No two methods of a family have the same line in figures")
  func lines() {
    let lines = Kinds.library.methods.map { "\($0.about.family) \($0.about.line)" }
    #expect(Set(lines).count == lines.count)
    #expect(
      Kinds.library.methods.allSatisfy { $0.about.line >= 0 && $0.about.family != .optimizer })
  }

  @Test("A name is there once, in lower case; every one has an idea and a paper")
  func names() {
    let keys = types.map { $0.about.key }
    #expect(Set(keys).count == keys.count)
    for type in types {
      let about = type.about
      #expect(about.key == about.key.lowercased())
      #expect(!about.idea.isEmpty && !about.paper.isEmpty && !about.scenarios.isEmpty)
      let names = type.described.map(\.name)
      #expect(Set(names).count == names.count, "\(about.key)")
    }
  }

  @Test("Standard values are legal, and read back from what is shown of them")
  func standards() throws {
    for type in types {
      for setting in type.described {
        guard let standard = setting.standard else { continue }
        #expect(try setting.checked(standard) == standard, "\(type.about.key) \(setting.name)")
        #expect(
          try setting.value(of: standard.text) == standard, "\(type.about.key) \(setting.name)")
      }
    }
  }

  /// A legal value other than the standard one.
  private func other(than setting: SettingDescription) -> SettingValue {
    switch setting.kind {
    case .number:
      let candidates = [0.25, 0.75, 2, 3]
      let value = candidates.first {
        (try? setting.checked(.number($0))) != nil && setting.standard != .number($0)
      }
      return .number(value ?? .nan)
    case .count(let least): return .number(Double(least + 6))
    case .choice(let words): return .word(words.last { .word($0) != setting.standard } ?? "")
    case .truth: return .truth(setting.standard != .truth(true))
    }
  }

  @Test("No setting is ignored: another value makes another method")
  func effective() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    func saved(_ type: any Configurable.Type, _ given: [String: SettingValue]) throws -> Data {
      guard let made = try type.init(given) as? any Encodable else { return Data() }
      return try encoder.encode(made)
    }
    for type in types {
      for setting in type.described {
        // The size of a batch says nothing where no batch is squared.
        var base: [String: SettingValue] = [:]
        if setting.name == "fisher-batch" { base["fisher"] = .word("batched") }
        if setting.name == "shared" || setting.name == "kept" { base["memory"] = .number(50) }
        var changed = base
        changed[setting.name] = other(than: setting)
        #expect(
          try saved(type, base) != saved(type, changed), "\(type.about.key): \(setting.name)")
      }
    }
  }

  @Test("What is not legal is refused, and says what is")
  func refused() throws {
    for (name, value, word) in [
      ("memory", SettingValue.number(-1), "≥ 0"), ("memory", .number(2.5), "whole"),
      ("margin", .number(-1), "≥ 0"), ("margin", .number(.nan), "≥ 0"),
      ("margin", .word("much"), "≥ 0"), ("margin-kind", .word("lower"), "lower-bound"),
    ] {
      let error = #expect(throws: (any Error).self) {
        try GEM([name: value])
      }
      #expect("\(try #require(error))".contains(word), "\(name) \(value.text)")
    }
    let error = #expect(throws: (any Error).self) {
      try GEM(["memroy": .number(3)])
    }
    #expect("\(try #require(error))".contains("Did you mean memory?"))
  }
}
