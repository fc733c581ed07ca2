import KSPCore

/// What is asked before a month is closed, in the order in which people read it.
///
/// One more is one more line here, and its own room.
enum MonthEndQuestions {
  static let all: [any MonthEndQuestion.Type] = [
    CashQuestion.self,
    TillQuestion.self,
    BankQuestion.self,
    ClaimQuestion.self,
    TransitQuestion.self,
    InsuranceQuestion.self,
    TermDepositQuestion.self,
    TermRollOverQuestion.self,
    OrderQuestion.self,
    PlannedQuestion.self,
    TaxQuestion.self,
    DuesQuestion.self,
  ]

  /// What all of them find.
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    try all.flatMap { try $0.findings(month) }
  }
}

/// The lists that must agree with the ledger before a month is closed.
///
/// One more is one more line here, and its own room. What former members and members with a part
/// of an SHU have yet to take needs none: entries by hand are refused there.
enum ControlLists {
  static let all: [any ControlList.Type] = [AssetControls.self, AccrualControls.self]

  /// What all of them find.
  static func differences(_ month: EndingMonth) throws -> [ListDifference] {
    try all.flatMap { try $0.differences(month) }
  }
}

extension YearDesk {
  /// Refuses a voucher that left an account beside its list: no month could be closed after it, and
  /// an adjustment is never reversed.
  func requireListed(_ legs: [Posting]) throws {
    let month = try session.catalog.openMonth()
    let found = try ControlLists.differences(
      EndingMonth(
        session.db, month, session.catalog, MonthEndDesk(session.db, month, .preview)))
    for leg in legs {
      let code = try session.account(leg.account).code
      guard found.contains(where: { $0.account == code }) else { continue }
      throw LedgerError.yearAccountUnfit(
        code,
        Phrase(
          id: "daftar di bukunya memegang isi akun itu; betulkan daftarnya, atau pakai akun "
            + "penyesuaian tersendiri",
          en: "a list of the book holds what is on it; set the list right, or use an account of "
            + "its own for adjustments"))
    }
  }
}
