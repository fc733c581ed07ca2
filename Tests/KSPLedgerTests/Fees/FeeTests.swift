import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Monthly fees are taken once, before interest, and leave nobody below zero.
@Suite struct FeeTests {
  let folder: TestFolder
  let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for (member, amount) in [
      ("0001", 2_000_000), ("0002", 40_000), ("0003", 3_000), ("0004", 900_000),
    ] as [(MemberNumber, Rupiah)] {
      try ledger.join(member)
      _ = try ledger.deposit(amount, member: member, on: day("2026-01-05"))
    }
  }

  @discardableResult
  private func set(
    rest: Bool = false, from month: String = "2026-01",
    dormancy: SavingsFeeRule.Dormancy? = nil
  ) throws -> SavingsFeeRule {
    try ledger.setMonthlyFee(
      SavingsFeeRule(
        of: "sukarela", from: KSPTestSupport.month(month), fee: 5_000, freeFrom: 1_000_000,
        takesRest: rest, dormancy: dormancy))
  }

  private func fees(_ text: String) throws -> [String: Rupiah] {
    var fees: [String: Rupiah] = [:]
    for number in 1...4 {
      let account = try AccountCode("SUK-000\(number)")
      if let fee = try ledger.explain(account, month(text)).fee { fees[account.text] = fee.amount }
    }
    return fees
  }

  @Test("What is free of it is not charged, who holds too little pays what is said")
  func charged() throws {
    try set()
    try ledger.hold(
      NewHold(on: AccountCode("SUK-0004"), 897_000, reason: "x", from: day("2026-01-06")))
    #expect(try ledger.monthEndPostsFirst(month("2026-01")))
    let preview = try ledger.previewMonthEnd(month("2026-01"))
    let report = try ledger.runMonthEnd(month("2026-01"))
    // What was not posted has no voucher yet; all else is the same.
    func shown(_ report: MonthEndReport) -> [[String]] {
      report.sections.map { section in
        [section.code]
          + section.lines.map { "\($0.name.english) \($0.count) \($0.amount.formatted)" }
      }
    }
    #expect(shown(preview) == shown(report))
    #expect(report.sections.first { $0.code == "fees" }?.lines.map(\.amount) == [5_000])
    #expect(try fees("2026-01") == ["SUK-0002": 5_000])
    #expect(try ledger.account(AccountCode("4-1100")).balance == 5_000)
    try set(rest: true, from: "2026-02")
    _ = try ledger.runMonthEnd(month("2026-02"))
    let interest = try ledger.account(AccountCode("SUK-0003")).balance
    #expect(try fees("2026-02")["SUK-0003"].map { $0 > 2_990 && $0 < 3_100 } == true)
    #expect(interest < 100)
    #expect(try fees("2026-02")["SUK-0002"] == 5_000)
    #expect(try ledger.verify().isOK)
  }

  @Test("An account sleeps when its member moves nothing, and wakes with the next movement")
  func dormant() throws {
    try set(dormancy: .init(months: 2, fee: 1_000, earnsInterest: false))
    for text in ["2026-01", "2026-02"] { _ = try ledger.runMonthEnd(month(text)) }
    _ = try ledger.deposit(1_000, member: "0004", on: day("2026-03-05"))
    // A mistake that was taken back is no movement of the member.
    _ = try ledger.reverse(ledger.deposit(777, member: "0001", on: day("2026-03-06")).entry)
    #expect(try ledger.dormantAccounts(on: day("2026-03-04")).isEmpty)
    let report = try ledger.runMonthEnd(month("2026-03"))
    // Fees and interest are no movements of the members.
    #expect(
      try fees("2026-03") == [
        "SUK-0001": 1_000, "SUK-0002": 1_000, "SUK-0003": 1_000, "SUK-0004": 5_000,
      ])
    #expect(report.products.map(\.accountsPaid).reduce(0, +) == 1)
    // On the last day of the month as its end found them, and from then on.
    for text in ["2026-03-31", "2026-04-01"] {
      let names = try ledger.dormantAccounts(on: day(text)).map(\.account.text)
      #expect(names == ["SUK-0001", "SUK-0002", "SUK-0003"])
    }
    let receipt = try ledger.withdraw(500, member: "0001", on: day("2026-04-02"))
    #expect(receipt.warnings.map(\.code) == [.accountDormant])
    #expect(
      try ledger.withdraw(500, member: "0001", on: day("2026-04-03")).warnings.isEmpty)
    #expect(try ledger.dormantAccounts(on: day("2026-04-02")).count == 2)
    _ = try ledger.runMonthEnd(month("2026-04"))
    #expect(try fees("2026-04")["SUK-0001"] == nil)
    #expect(try ledger.verify().isOK)
  }

  @Test func unfit() throws {
    for (rule, code) in [
      (SavingsFeeRule(of: "wajib", from: try month("2026-01"), fee: 5), .feeRuleUnfit),
      (SavingsFeeRule(of: "sukarela", from: try month("2026-01"), fee: -5), .amountNotPositive),
      (
        SavingsFeeRule(
          of: "sukarela", from: try month("2026-01"), fee: 5, dormancy: .init(months: 0)),
        .feeRuleUnfit
      ),
    ] as [(SavingsFeeRule, LedgerError.Code)] {
      #expect(refusal { try ledger.setMonthlyFee(rule) } == code)
    }
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(refusal { try set() } == .periodClosed)
    try set(from: "2026-02")
    #expect(try ledger.monthlyFees().map(\.fee) == [5_000])
  }

  static let tampering = [
    ("UPDATE savingsFee SET amount = amount - 1", "fees.posted"),
    ("DELETE FROM savingsFee", "fees.posted"),
    ("UPDATE savingsFee SET balance = balance + 1", "fees.rule"),
    ("UPDATE savingsFee SET isDormant = 1 - isDormant", "fees.rule"),
    ("UPDATE savingsFee SET feeMonth = feeMonth + 1", "fees.rule"),
    ("UPDATE savingsFeeRule SET fee = 6000", "fees.rule"),
    ("UPDATE savingsFeeRule SET freeFrom = 100", "fees.rule"),
  ]

  @Test(arguments: tampering) func verifyFinds(_ sql: String, _ check: String) throws {
    try set()
    _ = try ledger.runMonthEnd(month("2026-01"))
    try ledger.close()
    try RichBook.change(try DatabaseQueue(path: folder.file()), sql)
    #expect(try RichBook.failures(folder).map(\.name).contains(check))
  }
}
