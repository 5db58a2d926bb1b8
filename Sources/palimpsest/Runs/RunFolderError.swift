import Foundation

/// Why a run's folder cannot be used. What was in it stays as it was.
package enum RunFolderError: Error, Equatable, CustomStringConvertible {
  /// The system refused to write.
  case cannotWrite(path: String, reason: Int32)
  /// Another process is running in it.
  case busy(folder: String, process: String)
  /// Its runs have another protocol, different in these parts.
  case otherProtocol(folder: String, parts: [String])
  /// The protocol was edited since a file beside it was written, in these parts.
  case protocolChanged(config: String, file: String, parts: [String])
  /// A file was half-written, edited or damaged.
  case damaged(path: String, how: String)
  /// A file was written by a newer version of this program.
  case newer(path: String, format: Int, newest: Int)
  /// A run under way was saved by an older version of this program.
  case older(path: String, format: Int, newest: Int)
  /// There is no run in it.
  case notARun(folder: String)

  package var description: String {
    switch self {
    case .cannotWrite(let path, let reason) where [ENOSPC, EDQUOT, EFBIG].contains(reason):
      "\(path) could not be written: \(Self.words(reason)). What was written before stands whole. Make "
        + "room and type the same command again: it goes on from the last checkpoint."
    case .cannotWrite(let path, let reason):
      "\(path) could not be written: \(Self.words(reason)). Choose another folder \(Self.flags)."
    case .busy(let folder, let process):
      "\(folder) is in use by another run (process \(process)). Wait for it, or choose another folder "
        + "\(Self.flags)."
    case .otherProtocol(let folder, let parts):
      "\(folder) holds runs of another protocol; different: \(parts.joined(separator: ", ")). Choose "
        + "another folder with --out, or leave out the flags to go on with its own."
    case .protocolChanged(let config, let file, let parts):
      "\(config) has changed since \(file) was written"
        + (parts.isEmpty ? "" : ": " + parts.joined(separator: "; "))
        + ". Put it back, or choose another folder with --out."
    case .damaged(let path, let how):
      "\(path) is damaged: \(how). Restore it from a copy, or remove it and type the same command again: "
        + "that run begins anew, the others stay."
    case .newer(let path, let format, let newest):
      "\(path) has format \(format), from a newer version of palimpsest; this one reads \(newest). Use "
        + "the newer version, or choose another folder \(Self.flags)."
    case .older(let path, let format, let newest):
      "\(path) has format \(format), from an older version of palimpsest; this one goes on from \(newest). "
        + "Finish that run with the older version, or remove the file and type the same command again: it "
        + "begins anew, the others stay."
    case .notARun(let folder):
      "\(folder) is no folder of a run: it has no config.json with results beside it."
    }
  }

  private static let flags = "with --out, or --runs of reproduce"

  private static func words(_ reason: Int32) -> String { String(cString: strerror(reason)) }
}

extension RunFolderError {
  /// What `body` makes of the file at `path`: what goes wrong is reported as damage to it, unless it is reported already.
  ///
  /// - Parameter text: the content of the file, if that is JSON.
  static func reading<Value>(
    _ path: String, json text: Data? = nil, _ body: () throws -> Value
  ) throws(RunFolderError) -> Value {
    do {
      return try body()
    } catch let error as RunFolderError {
      throw error
    } catch let error as DecodingError {
      throw .damaged(path: path, how: error.sentence(in: text))
    } catch {
      throw .damaged(path: path, how: "\(error)")
    }
  }
}
