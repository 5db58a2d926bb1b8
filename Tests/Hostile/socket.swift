// Opens a connection to another machine. Expected: broken
import CLCore
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let s = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  var a = sockaddr_in(); a.sin_family = sa_family_t(AF_INET); a.sin_port = in_port_t(53).bigEndian; a.sin_addr.s_addr = inet_addr("8.8.8.8")
  let r = withUnsafePointer(to: &a) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(s, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) } }
  throw Sock(result: r, errno: errno)
}
struct Sock: Error { var result: Int32; var errno: Int32 }
