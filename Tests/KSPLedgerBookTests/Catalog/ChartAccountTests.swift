import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Accounts of the chart in a running book.
@Suite(.hangs) struct ChartAccountTests {
  private let folder: TestFolder
  private let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    try ledger.join("0001")
    _ = try ledger.deposit(500_000, member: "0001", on: day("2026-01-05"))
  }

  private func power(_ code: String = "5-9100") throws -> ChartOfAccounts.Entry {
    ChartOfAccounts.Entry(
      code: try AccountCode(code), name: Phrase(id: "Beban listrik", en: "Electricity"),
      type: .expense,
      parent: nil, isPostable: true)
  }

  private func enter(_ amount: Rupiah, _ code: String, on date: String) throws {
    _ = try ledger.post(
      ManualEntry(
        on: day(date),
        legs: [
          ManualEntry.Leg(account: AccountCode(code), amount: amount),
          ManualEntry.Leg(account: AccountCode("1-1000"), amount: try amount.negated()),
        ], note: EntryNote(memo: "PLN")))
  }

  @Test func anAccountComesServesAndGoes() throws {
    let note = EntryNote(reference: "AKUN-1", recordedBy: "sari")
    try ledger.addAccount(power(), note: note)
    try ledger.addAccount(power(), note: note)
    #expect(refusal { try ledger.addAccount(power()) } == .accountCodeTaken)
    try enter(75_000, "5-9100", on: "2026-01-06")
    try ledger.renameAccount(
      AccountCode("5-9100"), to: Phrase(id: "Listrik dan air", en: "Utilities"))
    #expect(try ledger.account(AccountCode("5-9100")).name.english == "Utilities")
    #expect(
      refusal { try ledger.closeAccount(AccountCode("5-9100"), on: day("2026-01-07")) }
        == .accountInUse)
    try enter(-75_000, "5-9100", on: "2026-01-08")
    #expect(
      refusal { try ledger.closeAccount(AccountCode("5-9100"), on: day("2026-01-07")) }
        == .accountInUse)
    try ledger.closeAccount(AccountCode("5-9100"), on: day("2026-01-08"))
    #expect(refusal { try enter(1_000, "5-9100", on: "2026-01-09") } == .accountClosed)
    #expect(try ledger.account(AccountCode("5-9100")).closedOn == day("2026-01-08"))
    let report = try ledger.verify()
    #expect(report.isOK, "\(report.checks.filter { $0.count > 0 })")
    try ledger.close()
    let rebuilt = try Ledger.rebuild(
      from: folder.file(), to: folder.file("again.ksp"), clock: standingClock)
    _ = rebuilt
    let again = try Ledger.open(at: folder.file("again.ksp"), access: .readOnly)
    #expect(try again.account(AccountCode("5-9100")).name.english == "Utilities")
    #expect(try again.verify().isOK)
  }

  @Test func whatServesIsNotClosed() throws {
    let date = try day("2026-01-31")
    let control = try ledger.accounts(holding: .controlSukarela).map(\.code.text)
    for code in ["1-1000", "5-1000", "SUK-0001"] + control {
      #expect(refusal { try ledger.closeAccount(AccountCode(code), on: date) } != nil, "\(code)")
    }
    let roles = try ledger.accounts(holding: .interestExpense)
    #expect(roles.map(\.code.text) == ["5-1000"])
    let before = try BookContent(folder)
    try ledger.addAccount(power(), dryRun: true)
    #expect(try BookContent(folder) == before)
  }

  @Test func whatDoesNotFitIsRefused() throws {
    var wrong = try power()
    wrong.isBank = true
    #expect(refusal { try ledger.addAccount(wrong) } == .accountTermsUnfit)
    #expect(refusal { try ledger.addAccount(power("SUK-7777")) } == .accountTermsUnfit)
    let below = ChartOfAccounts.Entry(
      code: AccountCode("5-9101"), name: Phrase(id: "Air", en: "Water"), type: .expense,
      parent: AccountCode("1-1000"), isPostable: true)
    #expect(refusal { try ledger.addAccount(below) } == .accountTermsUnfit)
    #expect(
      refusal { try ledger.renameAccount(AccountCode("SUK-0001"), to: Phrase(id: "a", en: "b")) }
        == .accountTermsUnfit)
  }

  // MARK: - Acts as values

  @Test func aListOfActsOfAllRooms() throws {
    let loan = try ledger.disburse(
      LoanApplication(
        member: "0001", product: "flat", amount: 1_200_000,
        date: day("2026-01-05")))
    let bank = AccountCode("1-1100")
    let acts: [BookAct] = [
      .join(
        NewMember(
          number: "0002", profile: MemberProfile(name: "Budi"), joinedOn: try day("2026-01-10"),
          pokok: 100_000, reference: "a")),
      .savings(
        SavingsEvent(
          .deposit, 50_000, member: "0002", product: "wajib", counterpart: bank,
          on: try day("2026-01-10"), reference: "b")),
      .repay(
        118_000, loan: loan.loan.number, on: try day("2026-01-10"), from: bank,
        reference: "c"),
      .transfer(
        10_000, from: AccountCode("SUK-0001"), to: AccountCode("SUK-0001-02"),
        on: try day("2026-01-10"), reference: "d"),
    ]
    let before = try BookContent(folder)
    let error = refused { try ledger.perform(acts) }
    #expect(error?.code == .eventsRefused)
    #expect(error?.details.map(\.event) == [3])
    #expect(error?.details.map(\.code) == [.accountUnknown])
    #expect(try BookContent(folder) == before)
    _ = try ledger.openAccount(member: "0001", on: day("2026-01-10"))
    let receipts = try ledger.perform(acts)
    #expect(receipts.map { $0.receipt?.amount } == [100_000, 50_000, 118_000, 10_000])
    let after = try BookContent(folder)
    #expect(try ledger.perform(acts).map(\.receipt?.entry) == receipts.map(\.receipt?.entry))
    #expect(try BookContent(folder) == after)
    #expect(try ledger.verify().isOK)
  }
}
