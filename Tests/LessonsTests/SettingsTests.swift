import Lessons
import Testing

@Suite("Flags and environment")
struct SettingsTests {
  @Test("A flag wins over the environment; both forms of a flag are read")
  func precedence() throws {
    let settings = try Settings(
      arguments: ["--profile", "full", "--seeds=3", "--auto"],
      environment: ["PROFILE": "smoke", "THREADS": "2", "NO_COLOR": "1", "OUTPUT": "there"])
    #expect(settings.profile == .full)
    #expect(settings.seeds == 3)
    #expect(settings.threads == 2)
    #expect(!settings.pauses)
    #expect(settings.output == "there")
  }

  @Test("The folder of the data is that of the environment")
  func data() throws {
    #expect(try Settings(arguments: [], environment: ["PALIMPSEST_DATA": "there"]).data == "there")
    #expect(try Settings(arguments: [], environment: ["PALIMPSEST_DATA": ""]).data == nil)
  }

  @Test("PAUSE=0 plays on; an empty variable is as good as none")
  func pause() throws {
    let none = try Settings(arguments: [], environment: ["PROFILE": "", "NO_COLOR": ""])
    #expect(none.profile == .quick && none.pauses)
    #expect(try Settings(arguments: [], environment: ["PAUSE": "0"]).pauses == false)
  }

  @Test(
    "What cannot be used is named",
    arguments: [
      (["--profile", "fast"], "--profile is \"fast\"; it can be smoke, quick, full"),
      (["--threads", "0"], "--threads is \"0\"; it can be a number from 1 to 1000"),
      (["--seeds"], "--seeds needs a value"), (["quick"], "unknown argument quick"),
    ])
  func errors(_ arguments: [String], _ message: String) {
    let error = #expect(throws: SettingsError.self) {
      try Settings(arguments: arguments, environment: [:])
    }
    #expect(error?.description.hasPrefix(message) == true)
  }
}
