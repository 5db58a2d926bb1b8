// Connects to the server that the test has started on this machine. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let port: UInt16 = 65535
  let s = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  var a = sockaddr_in(); a.sin_family = sa_family_t(AF_INET); a.sin_port = port.bigEndian; a.sin_addr.s_addr = inet_addr("127.0.0.1")
  let r = withUnsafePointer(to: &a) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(s, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) } }
  throw Seen(text: r == 0 ? "connected" : "refused: \(String(cString: strerror(errno)))")
}
struct Seen: Error { var text: String }
