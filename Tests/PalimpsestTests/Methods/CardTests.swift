import CLCore
import Foundation
import Testing
import palimpsest

@Suite("What the command line says of methods and optimisers")
struct CardTests {
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

  @Test("A name is there once, in lower case; every card has an idea and a paper")
  func names() {
    let keys = types.map { $0.card.key }
    #expect(Set(keys).count == keys.count)
    for card in types.map({ $0.card }) {
      #expect(card.key == card.key.lowercased())
      #expect(!card.idea.isEmpty && !card.paper.isEmpty && !card.scenarios.isEmpty)
      let names = card.settings.map(\.name)
      #expect(Set(names).count == names.count, "\(card.key)")
    }
  }

  @Test("Standard values are legal, and read back from what is shown of them")
  func standards() throws {
    for card in types.map({ $0.card }) {
      for setting in card.settings {
        guard let standard = setting.standard else { continue }
        #expect(try setting.checked(standard) == standard, "\(card.key) \(setting.name)")
        #expect(try setting.value(of: standard.text) == standard, "\(card.key) \(setting.name)")
      }
    }
  }

  /// A legal value other than the standard one.
  private func other(than setting: Setting) -> SettingValue {
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
      let made = type.init(try SettingValues(of: type.card.key, type.card.settings, given: given))
      guard let made = made as? any Encodable else { return Data() }
      return try encoder.encode(made)
    }
    for type in types {
      for setting in type.card.settings {
        // The size of a batch says nothing where no batch is squared.
        var base: [String: SettingValue] = [:]
        if setting.name == "fisher-batch" { base["fisher"] = .word("batched") }
        if setting.name == "shared" || setting.name == "kept" { base["memory"] = .number(50) }
        var changed = base
        changed[setting.name] = other(than: setting)
        #expect(
          try saved(type, base) != saved(type, changed), "\(type.card.key): \(setting.name)")
      }
    }
  }

  @Test("What is not legal is refused, and says what is")
  func refused() throws {
    let card = GEM.card
    for (name, value, word) in [
      ("memory", SettingValue.number(0), "≥ 1"), ("memory", .number(2.5), "whole"),
      ("margin", .number(-1), "≥ 0"), ("margin", .number(.nan), "≥ 0"),
      ("margin", .word("much"), "≥ 0"), ("margin-kind", .word("lower"), "lower-bound"),
    ] {
      let error = #expect(throws: (any Error).self) {
        try SettingValues(of: card.key, card.settings, given: [name: value])
      }
      #expect("\(try #require(error))".contains(word), "\(name) \(value.text)")
    }
    let error = #expect(throws: (any Error).self) {
      try SettingValues(of: "gem", card.settings, given: ["memroy": .number(3)])
    }
    #expect("\(try #require(error))".contains("Did you mean memory?"))
  }
}
