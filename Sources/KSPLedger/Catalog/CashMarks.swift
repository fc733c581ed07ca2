import GRDB
import KSPCore

/// What the chart says of an account with cash; nil leaves it as it is.
struct CashMarks {
  var isBank: Bool?
  var mayBeNegative: Bool?
  var agreedLimit: Rupiah?

  init(isBank: Bool?, mayBeNegative: Bool?, agreedLimit: Rupiah?) {
    self.isBank = isBank
    self.mayBeNegative = mayBeNegative
    self.agreedLimit = agreedLimit
  }

  /// What is said of an account now.
  init(_ db: Database, of id: AccountID) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT isBank, mayBeNegative, agreedLimit, isCash FROM account WHERE id = ?",
      arguments: [id.value])
    guard let row else { throw LedgerError.accountUnknown("#\(id.value)") }
    isBank = try row.value(0)
    mayBeNegative = try row.value(1)
    agreedLimit = Rupiah(sen: try row.value(2) as Int64)
    isCash = try row.value(3)
  }

  private(set) var isCash = false

  /// What is not said stays as it was.
  ///
  /// - Throws: `account.termsUnfit` where it does not go together.
  func completed(from old: CashMarks, of code: AccountCode) throws -> CashMarks {
    var new = old
    new.isBank = isBank ?? old.isBank
    new.mayBeNegative = mayBeNegative ?? old.mayBeNegative
    new.agreedLimit = agreedLimit ?? old.agreedLimit
    guard old.isCash else {
      throw LedgerError.accountTermsUnfit(
        code,
        Phrase(
          id: "akun itu bukan kas dan bukan bank", en: "the account is neither cash nor a bank"))
    }
    guard let limit = new.agreedLimit, !limit.isNegative, new.isBank == true || limit.isZero else {
      throw LedgerError.accountTermsUnfit(
        code,
        Phrase(
          id: "hanya bank yang menyepakati batas, dan batasnya tidak negatif",
          en: "only a bank agrees to a limit, and it is not negative"))
    }
    return new
  }
}
