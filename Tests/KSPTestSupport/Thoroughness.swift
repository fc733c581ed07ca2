import Foundation

/// How many cases the tests take that could take thousands.
///
/// Ordinary runs take some of each kind; with `KSP_THOROUGH` in the environment, as `.ci/long` sets
/// it, they take what its report says.
public enum Thoroughness {
  /// Whether time does not matter.
  public static let isWhole = ProcessInfo.processInfo.environment["KSP_THOROUGH"] != nil
}
