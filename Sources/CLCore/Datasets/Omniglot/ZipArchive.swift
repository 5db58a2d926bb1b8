import CZip

/// A ZIP archive whose entries are read one by one. libzip compares each with its checksum.
///
/// A class because the archive is open as long as this lives.
final class ZipArchive {
  /// The names of the entries, in the archive's order.
  let names: [String]
  private let file: String
  private let archive: OpaquePointer

  init(_ file: String) throws(ArchiveError) {
    var code: Int32 = 0
    guard let archive = zip_open(file, ZIP_RDONLY, &code) else {
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw ArchiveError(
        file: file, problem: .unreadable(String(cString: zip_error_strerror(&error))))
    }
    self.file = file
    self.archive = archive
    names = (0..<max(zip_get_num_entries(archive, 0), 0)).map { index in
      zip_get_name(archive, zip_uint64_t(index), 0).map { String(cString: $0) } ?? ""
    }
  }

  deinit { zip_discard(archive) }

  /// The content of entry number `index`, which must not have more than `limit` bytes.
  func content(_ index: Int, limit: Int) throws(ArchiveError) -> [UInt8] {
    guard let entry = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw failure(index, .damaged(String(cString: zip_strerror(archive))))
    }
    defer { zip_fclose(entry) }
    var content: [UInt8] = []
    while true {
      var last = 0
      // Only a read that finds the end makes libzip compare checksums.
      let more = [UInt8](unsafeUninitializedCapacity: limit + 1) { buffer, written in
        last = Int(zip_fread(entry, buffer.baseAddress, zip_uint64_t(buffer.count)))
        written = max(last, 0)
      }
      guard last >= 0 else {
        throw failure(index, .damaged(String(cString: zip_file_strerror(entry))))
      }
      if last == 0 { return content }
      content += more
      guard content.count <= limit else {
        throw failure(index, .tooLarge(bytes: content.count, limit: limit))
      }
    }
  }

  /// An error about an entry.
  func failure(_ index: Int, _ problem: ArchiveError.Problem) -> ArchiveError {
    ArchiveError(file: file, entry: names[index], problem: problem)
  }
}
