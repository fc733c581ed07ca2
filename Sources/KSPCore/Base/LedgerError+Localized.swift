#if canImport(FoundationEssentials)
  public import FoundationEssentials
#elseif canImport(Foundation)
  public import Foundation
#endif

#if canImport(Foundation)
  /// What alerts and logs of Foundation show of an error: its sentences in Indonesian, which comes
  /// first everywhere. Whoever shows them in English reads ``LedgerError/message`` by language.
  extension LedgerError: LocalizedError {
    /// What went wrong, and where.
    public var errorDescription: String? { message[.indonesian] }
    /// What to do next.
    public var recoverySuggestion: String? { advice[.indonesian] }
  }
#endif
