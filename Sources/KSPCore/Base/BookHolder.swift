/// Who has a book open for writing, as far as it is known (`LedgerError.holder`).
///
/// ```swift
/// do {
///   ledger = try Ledger.open(at: "koperasi.ksp")
/// } catch where error.code == .bookBusy {
///   print(error.holder?.isThisProcess == true ? "kami sendiri" : error.holder?.user ?? "?")
/// }
/// ```
public struct BookHolder: Hashable, Sendable, Codable {
  /// Whether it is the program that asks.
  public let isThisProcess: Bool
  /// The process's number; nil where it has not been told.
  public let process: String?
  /// The name of the system's user; nil where it has not been told.
  public let user: String?
  /// The name of the machine; nil where it has not been told.
  public let host: String?
  /// When the book was opened, as ISO text; nil where it has not been told.
  public let since: String?

  /// Says who it is.
  package init(
    isThisProcess: Bool, process: String? = nil, user: String? = nil, host: String? = nil,
    since: String? = nil
  ) {
    self.isThisProcess = isThisProcess
    self.process = process
    self.user = user
    self.host = host
    self.since = since
  }

  /// Who it is, as a part of a sentence; nil where nothing was told.
  package var phrase: Phrase? {
    guard let process, let since else { return nil }
    let (user, host) = (user ?? "?", host ?? "?")
    return Phrase(
      id: "proses \(process), pengguna \(user) di \(host), sejak \(since)",
      en: "process \(process), user \(user) on \(host), since \(since)")
  }
}
