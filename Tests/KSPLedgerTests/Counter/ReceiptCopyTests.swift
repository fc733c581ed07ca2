import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Of every act with a receipt a copy says what the first print said, field by field: what was
/// handed over, in words, what was cut from it, and what was left.
@Suite struct ReceiptCopyTests {
  private let book: LoanBook
  private var ledger: Ledger { book.ledger }
  private let savings: AccountCode = "SUK-0001"

  init() throws {
    book = try LoanBook(TestFolder(), members: ["0001", "0002", "0003"])
    _ = try ledger.deposit(200_000_000, member: "0001", on: day("2026-01-02"))
    for (code, penalty) in [
      ("lepas", "forfeit"), ("dp", "0.5%:principal"), ("ds", "10%:balance"),
      ("dt", "fixed:50000"), ("dj", "25%:interest-paid"),
    ] {
      try ledger.addTermProduct(
        SavingsProduct(
          code: ProductCode(code), name: Phrase(id: code, en: code), kind: .berjangka,
          accountPrefix: code.uppercased(), controlAccount: AccountCode("2-1100"),
          interestExpenseAccount: AccountCode("5-1000")),
        offer: TermDepositOffer(
          product: ProductCode(code), effectiveFrom: day("2025-01-01"),
          tiers: [.init(tenor: 3, rate: Rate(parsing: "12%/year"))],
          penalty: BreakPenalty(parsing: penalty), isAccrued: code == "dp"))
    }
  }

  private func expectSame(_ first: Receipt, _ place: String) throws {
    let copy = try ledger.voucher(first.entry)
    #expect(copy.amount == first.amount, "\(place)")
    #expect(copy.amount.inWords == first.amountInWords, "\(place)")
    #expect(copy.deductions == first.deductions, "\(place)")
    #expect(copy.dues == first.dues, "\(place)")
    if let account = first.account, account.text.contains("-"), let balance = first.balance {
      #expect(copy.balance == balance, "\(place)")
    }
  }

  /// Every payout and every penalty, into savings and in cash, running, broken and mature.
  @Test(arguments: TermPayout.allCases)
  func termDeposits(_ payout: TermPayout) throws {
    var cut: Set<String> = []
    func expect(_ receipt: Receipt, _ place: String) throws {
      try expectSame(receipt, "\(payout) \(place)")
      cut.formUnion(receipt.deductions.map(\.name.english))
    }
    for (index, product) in ["lepas", "dp", "ds", "dt", "dj"].enumerated() {
      let own = index.isMultiple(of: 2) ? savings : nil
      let opened = try ledger.openTermDeposit(
        TermDepositOpening(
          member: "0001", product: ProductCode(product), principal: 10_000_000, tenor: 3,
          opened: day("2026-01-05"), payout: payout, rollOver: TermRollOver.none, source: own))
      try expect(opened, "open \(product)")
    }
    for receipt in try ledger.payTermInterest(through: day("2026-01-31")) {
      try expect(receipt, "interest")
    }
    for text in ["2026-01", "2026-02"] { _ = try ledger.runMonthEnd(month(text)) }
    for deposit in try ledger.termDeposits(of: "0001") where deposit.product != "lepas" {
      let own = deposit.product == "dp" ? savings : nil
      // What falls due at the end is paid with a voucher of its own.
      try expect(
        ledger.endTermDeposit(deposit.account, on: day("2026-03-20"), to: own),
        "break \(deposit.product)")
    }
    _ = try ledger.runMonthEnd(month("2026-03"))
    for receipt in try ledger.payTermInterest(through: day("2026-04-05")) {
      try expect(receipt, "interest")
    }
    try expect(
      ledger.endTermDeposit("LEPAS-0001", on: day("2026-04-06"), to: savings), "end")
    // Interest that is paid on its value dates by a month end has a voucher of its own too.
    try ledger.entries(EntryQuery(kinds: [.depositInterest])) { entry in
      let copy = try ledger.voucher(entry.number)
      let tax = try copy.deductions.reduce(Rupiah.zero) { try $0 + $1.amount }
      #expect(try copy.amount + tax == entry.amount, "\(entry.number)")
    }
    #expect(payout == .advance || payout == .maturity || cut.contains("Tax on interest"))
    #expect(cut.contains("Penalty"))
    #expect(cut.contains("Interest in advance, net") == (payout == .advance))
    #expect(cut.contains("Interest taken back") == (payout == .advance))
  }

  @Test("Loans with fees, interest in advance and others that they pay off")
  func loans() throws {
    try book.change("flat") { terms in
      terms.fees = [
        LoanFee(code: "provisi", charge: .fixed(25_000), target: .account(AccountCode("4-1110"))),
        LoanFee(code: "simpanan", charge: .fixed(40_000), target: .savings(product: "wajib")),
      ]
      terms.plan.interestDue = .inAdvance
    }
    let first = try ledger.disburse(
      LoanApplication(member: "0001", product: "flat", amount: 3_000_000, date: day("2026-01-06")),
      to: savings)
    try expectSame(first.receipt, "into savings")
    #expect(first.receipt.deductions.count > 2)
    let second = try ledger.disburse(
      LoanApplication(member: "0001", product: "flat", amount: 5_000_000, date: day("2026-01-20")),
      payingOff: [first.loan.number])
    try expectSame(second.receipt, "paying off")
    #expect(second.receipt.deductions.count > 3)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let paid = try ledger.repay(
      700_000, loan: second.loan.number, on: day("2026-02-20"), from: savings)
    try expectSame(paid.receipt, "payment")
    try expectSame(ledger.reverse(paid.receipt.entry), "payment taken back")
    let settled = try ledger.settleLoan(
      loan: second.loan.number, on: day("2026-02-21"), from: savings)
    try expectSame(settled.receipt, "settled")
    try expectSame(ledger.reverse(settled.receipt.entry), "settlement taken back")
    let other = try book.lend("menurun", 1_200_000, to: "0002", on: "2026-02-01")
    let waived = try ledger.waiveLoan(
      1_000, loan: other, on: day("2026-02-27"), note: EntryNote(memo: "bencana"))
    try expectSame(waived, "waived")
  }

  @Test("Savings, memberships and the cooperative's own money")
  func others() throws {
    let on = try day("2026-01-06")
    let joined = try ledger.addMember(
      NewMember(
        number: "0009", profile: MemberProfile(name: "Siti"), joinedOn: on, pokok: 100_000,
        wajib: 20_000, entranceFee: 10_000))
    try expectSame(#require(joined.receipt), "join")
    try expectSame(ledger.deposit(50_000, member: "0009", on: on), "deposit")
    try expectSame(ledger.withdraw(10_000, member: "0009", on: on), "withdrawal")
    try expectSame(ledger.chargeFee(1_000, member: "0009", on: on), "fee")
    try expectSame(ledger.payInterest(3_000_000, member: "0009", on: on), "interest")
    try expectSame(
      ledger.transfer(5_000, from: savings, to: AccountCode("SUK-0009"), on: on), "transfer")
    try expectSame(
      ledger.receive(7_000, from: "Kantin", for: AccountCode("4-1200"), on: on), "received")
    try expectSame(ledger.pay(7_000, to: "PLN", for: AccountCode("5-2100"), on: on), "paid")
    let bought = try ledger.buyAsset(
      NewAsset("Meja", cost: 1_200_000, months: 48, acquiredOn: on))
    try expectSame(bought.receipt, "bought")
    // Three accounts, one of them cash: the paper shows both sides in full.
    let manual = try ledger.post(
      ManualEntry(
        on: on,
        legs: [
          .init(account: AccountCode("5-2100"), amount: 100_000),
          .init(account: AccountCode("1-1000"), amount: -60_000),
          .init(account: AccountCode("2-1600"), amount: -40_000),
        ]))
    try expectSame(manual, "by hand")
    _ = try ledger.runMonthEnd(month("2026-01"))
    let sold = try ledger.disposeOfAsset(
      bought.asset.number, for: 300_000, on: day("2026-02-03"), note: EntryNote(memo: "dijual"))
    try expectSame(sold, "sold")
    try expectSame(ledger.reverse(sold.entry), "sale taken back")
    let given = try ledger.disposeOfAsset(
      bought.asset.number, for: 0, on: day("2026-02-03"), note: EntryNote(memo: "rusak"))
    try expectSame(given, "given away")
    for (member, later) in [("0009", true), ("0003", false)] as [(MemberNumber, Bool)] {
      _ = try ledger.payInterest(4_000_000, member: member, on: day("2026-02-03"))
      let left = try ledger.endMembership(
        of: member, on: day("2026-02-04"), deduction: 1_000, paysLater: later)
      let receipt = try #require(left.receipt)
      #expect(!receipt.deductions.isEmpty)
      try expectSame(receipt, "left, \(later ? "paid later" : "paid")")
    }
  }
}
