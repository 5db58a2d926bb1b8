import CLCore
import Foundation

/// A run between two steps, as a file: model, optimiser, method with its memories, random numbers, place in
/// the stream, R and curves. The file is one of tensors (see ``Safetensors``), with all else as JSON in its
/// metadata; θ is `checkpoint.learner.theta`, [P].
package struct SavedRun: Codable {
  /// The version of this format.
  package static let newestFormat = 2
  package private(set) var format = newestFormat
  /// What tells the protocol from others, its seeds aside.
  package let config: Fingerprint
  /// The parts of the protocol (see ``RunConfig/parts()``), to say what has changed when it is no longer the same; files
  /// of earlier versions have none.
  package let parts: [String: String]?
  package let curve: [CurvePoint]
  package let checkpoint: Checkpoint
  /// How often the run has been taken up again.
  package let resumed: Int

  package init(
    config: Fingerprint, parts: [String: String]? = nil, curve: [CurvePoint],
    checkpoint: Checkpoint, resumed: Int
  ) {
    self.config = config
    self.parts = parts
    self.curve = curve
    self.checkpoint = checkpoint
    self.resumed = resumed
  }

  private enum MetadataKey {
    static let format = "palimpsest-checkpoint"
    static let state = "state"
    static let checksum = "crc32"
  }

  /// The file.
  package func file() throws -> Data {
    let blobs = Blobs()
    let json = try blobs.json(of: self)
    var file = Safetensors(tensors: try blobs.tensors(described: json))
    file.metadata = [
      MetadataKey.format: "\(format)",
      MetadataKey.state: String(decoding: json, as: UTF8.self),
      MetadataKey.checksum: "\(Self.checksum(json, file.numbers))",
    ]
    return try file.file()
  }

  /// Reads a file.
  ///
  /// - Parameter path: where it came from, for errors.
  /// - Throws: `RunFolderError.newer` and `.older`, and `.damaged` for all that is not as it was written.
  package init(file: Data, path: String) throws(RunFolderError) {
    self = try RunFolderError.reading(path) {
      let content = try Safetensors(file: file)
      guard let format = content.metadata[MetadataKey.format].flatMap({ Int($0) }),
        let state = content.metadata[MetadataKey.state]
      else { throw SafetensorsError("it is no checkpoint of palimpsest") }
      guard format <= Self.newestFormat else {
        throw RunFolderError.newer(path: path, format: format, newest: Self.newestFormat)
      }
      guard format == Self.newestFormat else {
        throw RunFolderError.older(path: path, format: format, newest: Self.newestFormat)
      }
      let json = Data(state.utf8)
      guard content.metadata[MetadataKey.checksum] == "\(Self.checksum(json, content.numbers))"
      else {
        throw SafetensorsError("its checksum is not that of its content")
      }
      return try Blobs.value(SavedRun.self, json: json, content.tensors)
    }
  }

  private static func checksum(_ json: Data, _ numbers: Data) -> UInt32 {
    crc32(of: Array(numbers), after: crc32(of: Array(json)))
  }
}
