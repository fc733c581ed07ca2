import KSPCore

/// Ways from a row of a table to the subject of its event.
extension EventTable.Subject {
  static let account = row("id", "SELECT code FROM account WHERE id = ?")
  static let accountOfRole = row("account", "SELECT code FROM account WHERE id = ?")
  static let till = row("account", "SELECT name FROM till WHERE account = ?")
  static let lastAccountOfRole = lastRow(
    "account", "SELECT code FROM account WHERE id = ?")
  static let accountOfHold = row(
    "hold", "SELECT a.code FROM hold h JOIN account a ON a.id = h.account WHERE h.number = ?")
  static let accountOfOrder = row(
    "number",
    """
    SELECT a.code FROM standingOrder o JOIN account a ON a.id = o.account WHERE o.number = ?
    """)
  static let productOfAccount = row(
    "account",
    """
    SELECT p.code FROM savingsAccount s JOIN savingsProduct p ON p.id = s.product
    WHERE s.account = ?
    """)
  static let basisOfRule = row("event", "SELECT basis FROM corporateTaxRule WHERE event = ?")
  static let payerOfClaim = row(
    "claim",
    """
    SELECT a.code FROM payrollClaim c JOIN account a ON a.id = c.account WHERE c.number = ?
    """)
  static let yearOfDecision = row(
    "event", "SELECT CAST(year AS TEXT) FROM shuDecision WHERE event = ?")
  static let yearOfPosting = row(
    "entry", "SELECT CAST(year AS TEXT) FROM shuPosting WHERE entry = ?")
  static let yearOfPayment = row(
    "posting", "SELECT CAST(year AS TEXT) FROM shuPosting WHERE entry = ?")
  static let savingsProduct = row(
    "product", "SELECT code FROM savingsProduct WHERE id = ?")
  static let productOfOffer = row(
    "event",
    """
    SELECT p.code FROM depositOffer o JOIN savingsProduct p ON p.id = o.product WHERE o.event = ?
    """)
  static let loanProduct = row("product", "SELECT code FROM loanProduct WHERE id = ?")
  static let memberOfAccount = row(
    "id",
    """
    SELECT m.number FROM savingsAccount s JOIN member m ON m.id = s.member WHERE s.account = ?
    """)
  static let memberOfSavings = row(
    "account",
    """
    SELECT m.number FROM savingsAccount s JOIN member m ON m.id = s.member WHERE s.account = ?
    """)
  /// Interest may be credited to another account than the one that earns it.
  static let correctedAccount = row(
    "entry",
    """
    SELECT a.code FROM interestCorrection c JOIN account a ON a.id = c.account WHERE c.entry = ?
    """)
  static let assetItself = row("id", "SELECT number FROM asset WHERE id = ?")
  static let asset = row("asset", "SELECT number FROM asset WHERE id = ?")
  static let year = row("year", "SELECT CAST(? AS TEXT)")
  static let memberOfPayment = row(
    "entry",
    """
    SELECT m.number FROM leaverPayment p JOIN member m ON m.id = p.member WHERE p.entry = ?
    """)
  static let memberOfLoan = row(
    "loan", "SELECT m.number FROM loan l JOIN member m ON m.id = l.member WHERE l.id = ?")
  static let loanOfAccount = row(
    "id", "SELECT l.number FROM loanAccount c JOIN loan l ON l.id = c.loan WHERE c.account = ?")

  static func member(_ column: String) -> Self {
    row(column, "SELECT number FROM member WHERE id = ?")
  }

  static func loan(_ column: String) -> Self {
    row(column, "SELECT number FROM loan WHERE id = ?")
  }
}
