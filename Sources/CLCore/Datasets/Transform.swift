/// What a task does to its images, after padding.
public enum Transform: Sendable, Codable, Equatable {
  /// Nothing.
  case identity
  /// Input i of the network is pixel `order[i]`: a bijection of 0..<inputSize.
  case permutation([Int])
  /// Turned about the centre by so many degrees, counter-clockwise, by bilinear interpolation;
  /// what lies outside the image is background.
  case rotation(degrees: Double)
}
