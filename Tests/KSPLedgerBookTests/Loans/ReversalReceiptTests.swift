import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// The receipt of a reversal says what the entry's own receipt said, for every kind that can be
/// reversed.
@Suite struct ReversalReceiptTests {
  private func parts(_ receipt: Receipt) -> [String] {
    receipt.parts.map { part in
      [part.account?.text, part.account == nil ? part.name.english : nil, part.side?.rawValue]
        .compactMap(\.self).joined(separator: " ") + " \(part.amount)"
    }
  }

  @Test("K4.9: taking a payment back shows the payment and what it had settled")
  func aPayment() throws {
    let book = try LoanBook()
    try book.change("flat") {
      $0.lateFee = LateFeeRule(
        base: .arrears, charge: .share(.percent("0.1")), period: .day)
    }
    let number = try book.lend("flat", 1_200_000, count: 12, on: "2026-01-15")
    let paid = try book.ledger.repay(118_000, loan: number, on: day("2026-02-15"))
    let back = try book.ledger.reverse(paid.receipt.entry)
    #expect(back.amount == 118_000)
    #expect(parts(back) == ["Interest 18000", "Principal 100000"])
    #expect(back.account?.text == number.text && back.memberName == "Anggota 0001")
    #expect(back.balance == 1_200_000 && back.reversed?.loan == number)
    #expect(back.reversed?.kind == .repayment && back.reversed?.entry == paid.receipt.entry)
    // With a late fee, and from savings.
    _ = try book.ledger.deposit(500_000, member: "0001", on: day("2026-01-20"))
    let late = try book.ledger.repay(
      loan: number, on: day("2026-02-25"), from: AccountCode("SUK-0001"))
    let undone = try book.ledger.reverse(late.receipt.entry)
    #expect(undone.amount == late.receipt.amount)
    #expect(parts(undone) == ["Late fee 1180", "Interest 18000", "Principal 100000"])
    // The same again under its reference says the same.
    let note = EntryNote(reference: "B1")
    let third = try book.ledger.repay(118_000, loan: number, on: day("2026-02-26"))
    let first = try book.ledger.reverse(third.receipt.entry, note: note)
    _ = try book.ledger.repay(118_000, loan: number, on: day("2026-02-26"))
    let again = try book.ledger.reverse(third.receipt.entry, note: note)
    #expect(again.isReplay && again.balance == first.balance && parts(again) == parts(first))
  }

  @Test("K4.9: taking a settlement back shows its penalty, a list its loans")
  func severalThings() throws {
    let book = try LoanBook()
    try book.change("flat") {
      $0.settlement = SettlementRule(interest: .none, penalty: .percent("1"))
    }
    let (one, two) = (
      try book.lend("flat", 1_200_000, count: 12, on: "2026-01-15"),
      try book.lend("flat", 2_400_000, to: "0002", count: 12, on: "2026-01-15")
    )
    let list = try book.ledger.importRepayments(
      csv: "loan,amount\n\(one),118000\n\(two),236000\n", file: "x.csv", on: day("2026-02-15"),
      from: AccountCode("1-1400"), terms: PayrollTerms(overpayment: .refuse))
    let back = try book.ledger.reverse(list.entry)
    #expect(back.amount == 354_000 && back.account == nil && back.balance == nil)
    #expect(
      parts(back) == [
        "Interest \(one) 18000", "Principal \(one) 100000", "Interest \(two) 36000",
        "Principal \(two) 200000",
      ])
    let settled = try book.ledger.settleLoan(loan: one, on: day("2026-01-20"))
    let undone = try book.ledger.reverse(settled.receipt.entry)
    #expect(undone.amount == 1_212_000)
    #expect(parts(undone) == ["Principal 1200000", "Penalty 12000"])
  }

  @Test("K4.9: joining shows its parts, a transfer its receiver, an entry by hand both sides")
  func savings() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let joined = try ledger.addMember(
      NewMember(
        number: "0009", profile: MemberProfile(name: "Wati"), joinedOn: day("2026-01-05"),
        pokok: 100_000, wajib: 25_000, entranceFee: 10_000)
    ).receipt
    guard let joined else { throw LedgerError.invariantBroken("no receipt") }
    let back = try ledger.reverse(joined.entry)
    #expect(back.amount == 135_000 && back.account == nil && back.memberName == "Wati")
    #expect(parts(back) == ["POK-0009 100000", "WAJ-0009 25000", "4-1300 10000"])
    _ = try ledger.deposit(500_000, member: "0001", on: day("2026-01-06"))
    _ = try ledger.deposit(1_000, member: "0002", on: day("2026-01-06"))
    let moved = try ledger.transfer(
      200_000, from: AccountCode("SUK-0001"), to: AccountCode("SUK-0002"), on: day("2026-01-07"))
    let undone = try ledger.reverse(moved.entry)
    #expect(undone.amount == 200_000 && undone.account?.text == "SUK-0001")
    #expect(undone.balance == 500_000 && parts(undone) == ["SUK-0002 200000"])
    let paid = try ledger.withdraw(300_000, member: "0001", on: day("2026-01-08"))
    let taken = try ledger.reverse(paid.entry)
    #expect(taken.amount == 300_000 && taken.balance == 500_000 && taken.parts.isEmpty)
    let manual = try ledger.post(
      ManualEntry(
        on: day("2026-01-09"),
        legs: [
          .init(account: AccountCode("1-1000"), amount: 70),
          .init(account: AccountCode("1-1100"), amount: 30),
          .init(account: AccountCode("3-1300"), amount: -100),
        ]))
    let mirrored = try ledger.reverse(manual.entry)
    #expect(mirrored.amount == 100)
    #expect(parts(mirrored) == ["1-1000 credit 70", "1-1100 credit 30", "3-1300 debit 100"])
  }

  @Test("K4.9: taking a payout back shows what the member had got, a write-off what was given up")
  func loans() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.fees = [
        LoanFee(
          code: "provisi", charge: .share(.percent("1")),
          target: .account(AccountCode("4-1110")))
      ]
    }
    let ledger = book.ledger
    let application = LoanApplication(
      member: "0001", product: "flat", amount: 1_200_000, date: try day("2026-01-15"))
    let paid = try ledger.disburse(application)
    let receipt = paid.receipt
    let loan = paid.loan
    let back = try ledger.reverse(receipt.entry)
    #expect(back.amount == receipt.amount && back.amount == 1_188_000)
    #expect(back.deductions == receipt.deductions && parts(back) == ["Principal 1200000"])
    #expect(back.balance == 0)
    _ = try ledger.disburse(loan.number, on: day("2026-01-15"))
    let off = try ledger.writeOffLoan(loan.number, on: day("2026-01-20"))
    let undone = try ledger.reverse(off.entry)
    #expect(undone.amount == 1_200_000 && undone.balance == 1_200_000)
    _ = try ledger.writeOffLoan(loan.number, on: day("2026-01-20"))
    let came = try ledger.recoverLoan(50_000, loan: loan.number, on: day("2026-01-21"))
    let gone = try ledger.reverse(came.entry)
    #expect(gone.amount == 50_000 && gone.memberName == "Anggota 0001")
    #expect(gone.reversed?.loan == loan.number)
  }
}
