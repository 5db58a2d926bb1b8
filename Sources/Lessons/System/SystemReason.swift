import Foundation

extension Error {
  /// The system's number of the error that Foundation has wrapped in its own; nil when there is none inside.
  package var systemNumber: Int32? {
    let failure = self as NSError
    // Not `as? NSError`: what is wrapped may be a Swift error, which that does not find.
    let cause =
      (failure.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? failure
    return cause.domain == NSPOSIXErrorDomain ? Int32(cause.code) : nil
  }

  /// Why the system refused a file or a folder, in its own words.
  package var systemReason: String {
    systemNumber.map { String(cString: strerror($0)) } ?? (self as NSError).localizedDescription
  }
}
