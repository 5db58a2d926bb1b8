import Exercise
import Theta

/// The distillation loss −T² Σᵢ qᵢ log pᵢ, averaged over the samples, and its gradient with respect to the student's
/// scores.
///
/// - Parameters:
///   - student: z, the student's scores, [samples, classes].
///   - teacher: v, the teacher's scores, [samples, classes].
///   - temperature: T, by which both are divided.
/// - Returns: the loss, and its gradient, [samples, classes].
func distillation(
  student: Tensor, teacher: Tensor, temperature: Real
) throws -> (loss: Real, gradient: Tensor) {
  // BEGIN SOLUTION
  let samples = Real(student.shape[0])
  let p = (student / temperature).softmax()
  let q = (teacher / temperature).softmax()
  let loss = -temperature * temperature * q.dot(p.logarithm) / samples
  return (loss, temperature / samples * (p - q))
  // END SOLUTION
}
