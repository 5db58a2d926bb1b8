import Foundation
import Testing

/// The road of the data: what stands in a folder knows nothing of the folders after it.
@Suite("The order of the folders")
struct FolderOrderTests {
  @Test(
    "No file names a type of a later folder",
    arguments: [
      ("Theta", ["Tensors", "Layout", "Autodiff", "Networks"]),
      (
        "CLCore",
        [
          "Datasets", "Streams", "Settings", "Optimizers", "Metrics", "Learning", "Strategies",
          "Experiments",
        ]
      ),
    ])
  func order(library: String, folders: [String]) throws {
    let root = URL(filePath: #filePath).appending(path: "../../../Sources/\(library)")
      .standardizedFileURL
    let there = try FileManager.default.contentsOfDirectory(atPath: root.path)
      .filter { !$0.hasSuffix(".swift") && !$0.hasPrefix(".") }
    #expect(Set(there) == Set(folders))

    var placeOfType: [String: Int] = [:]
    var sources: [(place: Int, file: String, code: String)] = []
    for (place, folder) in folders.enumerated() {
      let files = try #require(FileManager.default.enumerator(atPath: root.path + "/" + folder))
      for case let file as String in files where file.hasSuffix(".swift") {
        let text = try String(
          contentsOf: root.appending(path: "\(folder)/\(file)"), encoding: .utf8)
        let code = text.replacing(#/\/\/[^\n]*/#, with: "").replacing(#/"[^"\n]*"/#, with: "")
        sources.append((place, "\(folder)/\(file)", code))
        let types =
          #/(?m)^(?:public |package |final )*(?:struct|enum|class|protocol|typealias) (\w+)/#
        for match in code.matches(of: types) { placeOfType[String(match.1)] = place }
      }
    }
    #expect(placeOfType.count > 20)
    for (place, file, code) in sources {
      let words = Set(code.matches(of: #/\b[A-Z]\w+/#).map { String($0.0) })
      let later = words.filter { placeOfType[$0].map { $0 > place } ?? false }
      #expect(later.isEmpty, "\(library)/\(file) names \(later.sorted())")
    }
  }
}
