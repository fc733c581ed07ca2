import GRDB
import KSPCore

/// Which account the words of a column mean; each is looked up once.
final class AccountWords {
  /// What a word means.
  enum Meaning {
    /// The usual account, which nobody has to name.
    case cash
    /// An account of a member.
    case savings(AccountCode)
    /// An account of the chart.
    case chart(AccountCode)
  }

  private let db: Database
  private var known: [String: Meaning] = [:]

  init(_ db: Database) { self.db = db }

  /// What a word means: the code of an account, its name in either language, or cash.
  ///
  /// - Throws: `account.unknown`; `account.codeUnreadable` for a word that can be no code.
  func meaning(_ word: String) throws(LedgerError) -> Meaning {
    if let known = known[word] { return known }
    let meaning = try find(word)
    known[word] = meaning
    return meaning
  }

  private func find(_ word: String) throws(LedgerError) -> Meaning {
    if ["kas", "tunai", "cash"].contains(word.lowercased()) { return .cash }
    do {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.code, s.account IS NOT NULL FROM account a
          LEFT JOIN savingsAccount s ON s.account = a.id WHERE a.code = ?1
          UNION ALL
          SELECT code, 0 FROM account WHERE isPostable AND closedOn IS NULL
          AND (lower(nameIndonesian) = lower(?1) OR lower(nameEnglish) = lower(?1))
          AND NOT EXISTS (SELECT 1 FROM savingsAccount WHERE account = account.id)
          """, arguments: [word])
      // A name that several accounts have says none of them.
      if rows.count == 1 {
        let code = AccountCode(stored: try rows[0].value(0))
        return try rows[0].value(1) as Bool ? .savings(code) : .chart(code)
      }
    } catch {
      throw LedgerError(wrapping: error, path: "")
    }
    _ = try AccountCode(word)
    do {
      throw try MemberTable.unknownAccount(db, word)
    } catch {
      throw LedgerError(wrapping: error, path: "")
    }
  }
}
