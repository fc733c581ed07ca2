/// Writes the journal in the form of another program, entry by entry.
///
/// ```swift
/// var export = HledgerExport()
/// export.header(accounts: accounts, into: &output)
/// for entry in entries { export.append(entry, into: &output) }
/// ```
public protocol LedgerExport: Sendable {
  /// Writes what comes before the first entry. Accounts that are not passed are declared before
  /// they are first used, where the form asks for that.
  mutating func header(accounts: [Account], into output: inout TextOutput)
  /// Writes one entry.
  mutating func append(_ entry: PostedEntry, into output: inout TextOutput)
}
