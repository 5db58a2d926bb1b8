import CLCore
import Testing
import palimpsest

@Suite("What is typed on the command line")
struct CommandLineTests {
  @Test(
    "Which seeds is read as ranges and lists, and written the same way",
    arguments: [
      ("2-6", [2, 3, 4, 5, 6]), ("1,4", [1, 4]), ("2-4,10", [2, 3, 4, 10]), ("0", [0]),
    ])
  func seeds(text: String, seeds: [UInt64]) throws {
    #expect(try SeedList(text).seeds == seeds)
    #expect(seeds.seedText == text)
  }

  @Test("A number alone is how many, as in a chapter; a comma makes a list of it")
  func countOfSeeds() throws {
    #expect(try SeedList("3").seeds == [0, 1, 2] && SeedList("1").seeds == [0])
    #expect(try SeedList("3,").seeds == [3] && SeedList("1000").seeds.count == 1000)
    let error = #expect(throws: (any Error).self) { try SeedList("2024") }
    #expect("\(try #require(error))".contains("For seed 2024 alone write “2024,”"))
  }

  @Test("A mean of one seed is not called one")
  func meanText() {
    #expect([3].meanText == "seed 3 alone: no error can be given; 0-2 are three, with --seeds 3")
    #expect([3, 4].meanText == "mean ± standard error over seeds 3-4")
  }

  @Test(
    "What is no list of seeds is refused",
    arguments: [
      ",", "1,,", "", "2-", "-3", "a", "1,,2", "6-2", "1-2-3", "1,1", "2-4,3", "0-1000000", "1.5",
    ])
  func noSeeds(text: String) {
    #expect(throws: (any Error).self) { try SeedList(text) }
  }

  @Test("The nearest name is the one that the fewest changed letters lead to, if it is near")
  func nearest() {
    let names = Names("method", ["ewc", "online-ewc", "si", "fine-tuning"])
    #expect(names.nearest(to: "EWX") == "ewc")
    #expect(names.nearest(to: "finetuning") == "fine-tuning")
    #expect(names.nearest(to: "replay") == nil)
    let hyphened = Names("method", ["gem", "a-gem", "s-gem", "online-ewc"])
    #expect(hyphened.nearest(to: "agem") == "a-gem" && hyphened.nearest(to: "SGEM") == "s-gem")
    #expect(
      hyphened.nearest(to: "online_ewc") == "online-ewc" && hyphened.nearest(to: "gm") == "gem")
    #expect(Names.distance("kitten", "sitting") == 3)
    #expect(Names.distance("", "abc") == 3 && Names.distance("abc", "") == 3)
  }

  @Test("An unknown name is answered with the nearest one and with all of them")
  func unknown() throws {
    let error = #expect(throws: (any Error).self) {
      try Reproduction.splitMNIST2022.narrowed(methods: "ewc,fine-tunning")
    }
    let message = "\(try #require(error))"
    #expect(message.contains("“fine-tunning” is no method of split-mnist-2022"))
    #expect(message.contains("Did you mean fine-tuning?"))
    #expect(["fine-tuning", "ewc", "si", "joint"].allSatisfy(message.contains))
  }

  @Test(
    "What cannot be a manner of running is refused before anything runs",
    arguments: [["--threads", "0"], ["--quiet", "--json"], ["--save-every", "-1"]])
  func manner(_ flags: [String]) {
    #expect(throws: (any Error).self) { try RunCommand.parse(["--method", "ewc"] + flags) }
    #expect(throws: Never.self) { try RunCommand.parse(["--method", "ewc"]) }
  }

  @Test("A part of a table holds the methods and scenarios that were asked for, and nothing else")
  func narrowed() throws {
    let part = try Reproduction.splitMNIST2022.narrowed(
      methods: "SI,ewc", scenarios: "class", seeds: [7])
    #expect(part.entries.map(\.key) == ["ewc", "si"])
    #expect(part.entries.allSatisfy { $0.scenario == .class })
    #expect(part.seeds == [7])
    let whole = try Reproduction.splitMNIST2022.narrowed()
    #expect(whole.entries.count == Reproduction.splitMNIST2022.entries.count)
    #expect(whole.seeds == Reproduction.splitMNIST2022.seeds)
  }
}
