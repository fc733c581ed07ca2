import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A reference whose entry was taken back does not say that the money has been booked.
@Suite struct ReversedReferenceTests {
  /// What can be posted under a reference at the counter.
  enum Act: CaseIterable {
    case deposit, firstDeposit, withdraw, fee, transfer, manual, join, disburse, repay, payroll
  }

  private static let note = EntryNote(reference: "R-1")

  private static func book() throws -> (folder: TestFolder, ledger: Ledger, loan: LoanNumber) {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    for number in ["0001", "0002"] {
      try ledger.join(MemberNumber(number))
      _ = try ledger.deposit(1_000_000, member: MemberNumber(number), on: day("2026-01-05"))
    }
    let loan = try ledger.disburse(
      LoanApplication(
        member: "0001", product: "flat", amount: 1_200_000, date: day("2026-01-06"))
    ).loan
    return (folder, ledger, loan.number)
  }

  /// - Returns: The voucher.
  private static func post(_ act: Act, _ ledger: Ledger, loan: LoanNumber) throws -> EntryNumber {
    let today = try day("2026-01-20")
    switch act {
    case .deposit: return try ledger.deposit(5_000, member: "0001", on: today, note: note).entry
    case .firstDeposit:
      return try ledger.deposit(
        5_000, member: "0001", product: "wajib", on: today, note: note
      ).entry
    case .withdraw: return try ledger.withdraw(5_000, member: "0001", on: today, note: note).entry
    case .fee: return try ledger.chargeFee(5_000, member: "0001", on: today, note: note).entry
    case .transfer:
      return try ledger.transfer(
        5_000, from: AccountCode("SUK-0001"), to: AccountCode("SUK-0002"), on: today, note: note
      ).entry
    case .manual:
      return try ledger.post(
        ManualEntry(
          on: today,
          legs: [
            .init(account: AccountCode("1-1100"), amount: 5_000),
            .init(account: AccountCode("1-1000"), amount: -5_000),
          ], note: note)
      ).entry
    case .join:
      let joined = try ledger.addMember(
        NewMember(
          number: "0003", profile: MemberProfile(name: "Baru"), joinedOn: today, pokok: 100_000,
          note: note))
      return try #require(joined.receipt).entry
    case .disburse:
      return try ledger.disburse(
        LoanApplication(member: "0002", product: "flat", amount: 600_000, date: today), note: note
      ).receipt.entry
    case .repay: return try ledger.repay(50_000, loan: loan, on: today, note: note).receipt.entry
    case .payroll:
      return try ledger.importRepayments(
        csv: "pinjaman,jumlah\n\(loan),50000\n", file: "gaji.csv", on: today, note: note
      ).entry
    }
  }

  @Test(arguments: Act.allCases) func isRefusedNamingBothVouchers(_ act: Act) throws {
    let (folder, ledger, loan) = try Self.book()
    let entry = try Self.post(act, ledger, loan: loan)
    #expect(try Self.post(act, ledger, loan: loan) == entry)
    #expect(try ledger.entry(entry).note.reference == "R-1")
    let reversal = try ledger.reverse(entry, on: day("2026-01-20")).entry
    let before = try BookContent(folder)
    let error = refused { _ = try Self.post(act, ledger, loan: loan) }
    #expect(error?.code == .referenceReversed)
    for voucher in [entry, reversal] {
      #expect(error?.message[.indonesian].contains(voucher.description) == true)
      #expect(error?.message[.english].contains(voucher.description) == true)
    }
    #expect(try BookContent(folder).tables == before.tables)
    #expect(try ledger.verify().isOK)
    try ledger.close()
  }

  /// A file of opening balances has no column of references: what was wrong in it and taken back
  /// may come in once more, right.
  @Test func openingBalancesThatWereTakenBackComeInAgain() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    func file(_ savings: Int, _ bank: Int) throws -> ImportReport {
      try ledger.importOpeningBalances(
        csv: """
          member,product,account,debit,credit
          0001,sukarela,,,\(savings)
          ,,1-1100,\(bank),
          """, file: "saldo.csv", on: day("2025-12-31"))
    }
    #expect(try file(5_000, 7_000).stored == 2)
    #expect(try file(5_000, 7_000).stored == 0)
    for voucher in [1, 2] as [Int64] {
      _ = try ledger.reverse(EntryNumber(voucher), on: day("2026-01-05"))
    }
    #expect(try file(6_000, 8_000).stored == 2)
    #expect(try file(6_000, 8_000).stored == 0)
    #expect(refusal { _ = try file(6_500, 8_000) } == .importRefused)
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 6_000)
    #expect(try ledger.account(AccountCode("1-1100")).balance == 8_000)
    for voucher in [5, 6] as [Int64] {
      _ = try ledger.reverse(EntryNumber(voucher), on: day("2026-01-05"))
    }
    #expect(try file(5_000, 7_000).stored == 2)
    #expect(try ledger.entry(EntryNumber(9)).note.reference == "saldo-awal/0001/sukarela#3")
    #expect(try ledger.verify().isOK)
    try ledger.close()
  }

  /// A program that answers an error need not read its sentences.
  @Test func errorsSayTheirFactsAsValues() throws {
    let book = try Self.book()
    let (ledger, today) = (book.ledger, try day("2026-01-20"))
    func facts(_ body: () throws -> Receipt) -> LedgerError.Facts? {
      do {
        _ = try body()
        return nil
      } catch {
        return (error as? LedgerError)?.facts
      }
    }
    let short = facts { try ledger.withdraw(900_000_000, member: "0001", on: today) }
    let available = try #require(short?.available)
    #expect(
      facts { try ledger.withdraw(available, member: "0001", on: today, dryRun: true) } == nil)
    let first = try ledger.deposit(5_000, member: "0001", on: today, reference: "K-1")
    let reused = facts { try ledger.deposit(6_000, member: "0001", on: today, reference: "K-1") }
    #expect(reused?.entry == first.entry)
    let reversal = try ledger.reverse(first.entry, on: today).entry
    let reversed = facts { try ledger.deposit(5_000, member: "0001", on: today, reference: "K-1") }
    #expect(reversed?.entry == first.entry && reversed?.reversal == reversal)
    let again = facts { try ledger.reverse(first.entry, on: today) }
    #expect(again?.entry == first.entry && again?.reversal == reversal)
  }
}
