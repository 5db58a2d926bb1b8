import CLCore
import Testing
import palimpsest

@Suite("The tables that can be reproduced")
struct CatalogueTests {
  @Test("have names of their own, fit for a command line")
  func names() {
    let names = Reproduction.all.map(\.name) + MetaReproduction.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    }
  }

  @Test("are complete: paper, seeds, cells, and settings that nothing reported has chosen")
  func complete() {
    for table in Reproduction.all {
      #expect(!table.paper.isEmpty && !table.summary.isEmpty && !table.choice.isEmpty)
      #expect(!table.seeds.isEmpty && Set(table.seeds).count == table.seeds.count)
      #expect(!table.entries.isEmpty && table.secondsPerRun > 0)
      #expect(table.dataset != .glyphs)
      #expect(table.experiment.stream == .permuted || 10 % table.experiment.tasks == 0)
      #expect(table.orders.values.allSatisfy { $0.sorted() == Array(0..<10) })
      // Seed 1 is for choosing.
      if table.entries.contains(where: { $0.published != nil }) {
        #expect(!table.seeds.contains(1), "\(table.name)")
      }
    }
  }

  @Test("The grid for λ of MAS is of the table's protocol, and shares no seed with it")
  func grid() {
    let (grid, table) = (Reproduction.masLambdaHsu2018, Reproduction.splitMNISTHsu2018)
    #expect(Set(grid.seeds).isDisjoint(with: table.seeds))
    #expect(grid.experiment == table.experiment)
    let chosen = table.entries.first { $0.key == "mas-per-sample" }?.settings
    #expect(grid.entries.contains { $0.settings == chosen })
  }

  @Test("have one cell a method and scenario, with a figure that can be an accuracy in per cent")
  func cells() {
    for table in Reproduction.all {
      let cells = table.entries.map { "\($0.key) \($0.scenario)" }
      #expect(Set(cells).count == cells.count, "\(table.name)")
      for entry in table.entries {
        #expect(!entry.key.isEmpty)
        guard let published = entry.published else { continue }
        #expect((0...100).contains(published.mean) && published.runs > 0)
        if let error = published.standardError { #expect((0...10).contains(error)) }
      }
    }
  }

  @Test("only hold methods that can be saved and resumed")
  func kinds() {
    let known = Kinds.library.strategies.map { "\($0)" }
    for entry in Reproduction.all.flatMap(\.entries) {
      #expect(known.contains("\(type(of: entry.strategy))"), "\(entry.method)")
    }
  }

  @Test("say every part of their protocol in words")
  func words() throws {
    let images = try smallGlyphs()
    for table in Reproduction.all {
      let parts = Attempt(table, on: images).protocolParts
      for part in [
        "paper", "data", "preprocessing", "stream", "scenarios", "network", "training",
        "optimiser", "measure", "seeds", "settings",
      ] {
        #expect(parts.contains { $0.part == part && !$0.text.isEmpty }, "\(table.name): \(part)")
      }
      for line in Attempt(table, on: images).heading(width: 80) { #expect(line.count <= 80) }
    }
  }

  @Test("The settings in words are those of the method")
  func settings() {
    #expect(
      Entry("EWC", .task, EWC(lambda: 1e10)).settings == "fisher=exact, lambda=1e10")
    #expect(
      Entry("EWC", .task, EWC(lambda: 2, fisher: .batched(128), samples: 500)).settings
        == "fisher=batched(128), lambda=2, samples=500")
    #expect(Entry("joint", .task, Joint()).settings == "atTheEnd=no, fromScratch=yes")
    #expect(Entry("fine-tuning", .task, FineTuning()).settings == "")
    #expect(
      Entry("GEM", .domain, GEM()).settings
        == "margin=lowerBound(0.5), memory=budget(each(256)) grouping(task) rule(latest)")
    #expect(
      Entry("SGD", .task, FineTuning(), optimizer: SGD(rate: 0.01)).settings
        == "SGD (rate=0.01)")
  }
}

/// A few images a class, for tests that only ask whether something runs.
func smallGlyphs(name: String? = nil) throws -> LabelledImages {
  let images = try LabelledImages.glyphs(trainPerClass: 20, testPerClass: 5)
  return try LabelledImages(
    name: name ?? images.name, train: images.train, test: images.test, origin: images.origin)
}
