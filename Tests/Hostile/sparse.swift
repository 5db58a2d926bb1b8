// A file of 100 GB that holds nothing. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  signal(SIGXFSZ, SIG_IGN)
  let f = open("/tmp/sparse", O_RDWR | O_CREAT, 0o600)
  throw Seen(text: ftruncate(f, 100_000_000_000) == 0 ? "made" : "refused")
}
struct Seen: Error { var text: String }
