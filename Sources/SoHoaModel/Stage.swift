/// One step of the pipeline. Each has its own output type, so the compiler checks the order.
public protocol Stage<Input, Output>: Sendable {
  associatedtype Input: Sendable
  associatedtype Output: Sendable
  associatedtype Failure: Error
  func run(_ input: Input) throws(Failure) -> Output
}
