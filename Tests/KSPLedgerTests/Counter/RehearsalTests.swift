import Foundation
import KSPCore
import KSPLedger
import KSPStatements
import KSPTestSupport
import Testing

/// What is only tried out says so itself: in its value, on paper and to programs.
@Suite struct RehearsalTests {
  private let folder: TestFolder
  private let ledger: Ledger
  private let loan: LoanNumber
  private let today: BookDate

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    today = try day("2026-01-20")
    try ledger.join("0001")
    _ = try ledger.deposit(1_000_000, member: "0001", on: day("2026-01-05"))
    loan = try ledger.disburse(
      LoanApplication(
        member: "0001", product: "flat", amount: 1_200_000, date: day("2026-01-06"))
    ).loan.number
  }

  @Test func aReceiptKnowsThatNothingWasStored() throws {
    let tried = try ledger.deposit(5_000, member: "0001", on: today, dryRun: true)
    let done = try ledger.deposit(5_000, member: "0001", on: today)
    #expect(tried.isRehearsal && !done.isRehearsal && tried != done && tried.entry == done.entry)
    #expect(try JSONEncoder().encode(tried) != JSONEncoder().encode(done))
    let paper = ReceiptRenderer(ReportStyle(.text, language: .english)).string(tried)
    #expect(paper.contains("DRY RUN") && !paper.contains(tried.entry.description))
    let wire = ReceiptRenderer(ReportStyle(.json)).string(tried)
    #expect(wire.contains(#""voucher":null"#) && wire.contains(#""rehearsal":true"#), "\(wire)")
    #expect(!ReceiptRenderer(ReportStyle(.json)).string(done).contains("rehearsal"))
    // A style says it of any other document.
    var style = ReportStyle(.json)
    style.isRehearsal = true
    #expect(MemberListRenderer(style).string(try ledger.members()).contains("rehearsal"))
  }

  @Test func everyReceiptKnowsIt() throws {
    let paid = try ledger.repay(100_000, loan: loan, on: today, dryRun: true)
    #expect(paid.receipt.isRehearsal)
    let slip = LoanReceiptRenderer(ReportStyle(.json)).string(paid)
    #expect(slip.contains(#""voucher":null"#) && slip.contains(#""rehearsal":true"#), "\(slip)")
    let event = SavingsEvent(.deposit, 5_000, member: "0001", on: today)
    #expect(try ledger.post([event, event], dryRun: true).allSatisfy(\.isRehearsal))
    #expect(
      try ledger.perform([.savings(event)], dryRun: true).allSatisfy {
        $0.receipt?.isRehearsal == true
      })
    #expect(
      try ledger.transact(dryRun: true) { try $0.deposit(5_000, member: "0001", on: today) }
        .isRehearsal)
    let (tried, done) = try ledger.transact { book in
      (
        try book.deposit(5_000, member: "0001", on: today, dryRun: true),
        try book.deposit(5_000, member: "0001", on: today)
      )
    }
    #expect(tried.isRehearsal && !done.isRehearsal)
    let joined = try ledger.addMember(
      NewMember(profile: MemberProfile(name: "Budi"), joinedOn: today, pokok: 5_000),
      dryRun: true)
    #expect(joined.receipt?.isRehearsal == true)
    let list = try ledger.importRepayments(
      csv: "loan,amount\n\(loan),100000\n", file: "g", on: today, dryRun: true)
    #expect(list.isRehearsal && list.rows.allSatisfy(\.receipt.isRehearsal))
    let wire = RepaymentListRenderer(ReportStyle(.json)).string(list)
    #expect(wire.contains(#""voucher":null"#) && !wire.contains("JU-"), "\(wire)")
  }

  /// Whom it concerns stands in a receipt by number, so that nobody reads it out of an account.
  @Test func aReceiptNamesItsMember() throws {
    let joined = try ledger.addMember(
      NewMember(
        profile: MemberProfile(name: "Budi"), joinedOn: today, pokok: 100_000, wajib: 20_000))
    let receipt = try #require(joined.receipt)
    #expect(receipt.member == joined.member.number)
    #expect(receipt.parts.map(\.name.english) == ["Principal savings", "Mandatory savings"])
    let wire = ReceiptRenderer(ReportStyle(.json)).string(receipt)
    #expect(wire.contains(#""memberNumber":"\#(joined.member.number)""#), "\(wire)")
    let paid = try ledger.repay(100_000, loan: loan, on: today)
    #expect(paid.receipt.member == "0001")
    #expect(try ledger.reverse(paid.receipt.entry, on: today).member == "0001")
    let saved = try ledger.deposit(5_000, member: "0001", on: today)
    #expect(try ledger.reverse(saved.entry, on: today).member == "0001")
    let moved = try ledger.pay(1_000, to: "PLN", for: "5-2100", on: today)
    #expect(moved.member == nil)
  }
}
