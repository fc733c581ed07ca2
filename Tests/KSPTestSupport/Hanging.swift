public import Testing

extension Trait where Self == TimeLimitTrait {
  /// Ends a test that waits for something which never comes.
  ///
  /// The clock of a test also runs while other tests have the processors, so a shorter limit says
  /// more about the machine than about the test.
  public static var hangs: Self { .timeLimit(.minutes(60)) }
}
