import GRDB
import KSPCore

/// An account that takes a fund of an SHU, or what nobody took of one.
struct ShuFund {
  let session: PostingSession

  /// Refuses an account that serves something else: what holds a role follows from the acts of its
  /// room, so that a fund on it could be told from nothing.
  ///
  /// - Throws: `account.termsUnfit`.
  func requireFree(_ account: AccountState) throws {
    let roles = try String.fetchAll(
      session.db, sql: "SELECT role FROM accountRole WHERE account = ? AND isHeld = 1 ORDER BY 1",
      arguments: [account.id.value])
    guard let role = roles.first else { return }
    throw LedgerError.accountTermsUnfit(
      account.code,
      Phrase(
        id: "akun itu berperan \(role); dana SHU perlu akunnya sendiri",
        en: "it holds the role \(role); a fund of an SHU needs an account of its own"))
  }
}
