/// What the closure of a caller throws: it comes out as it was thrown, though the way there leads
/// through the file, whose errors have a type.
final class CallersError {
  private var thrown: (any Error)?

  func noting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      thrown = error
      throw error
    }
  }

  func comingOut<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw thrown ?? error
    }
  }
}
