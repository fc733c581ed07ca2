import KSPActs
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport

extension RefusalCase {
  /// Cash that was not there, other sides that cannot be, and savings that stay.
  static let cash: [RefusalCase] = [
    RefusalCase("cash.belowZero") { _ in
      let folder = try TestFolder()
      let book = try createBook(folder, chart: .standard())
      _ = try book.post(
        ManualEntry(
          on: day("2026-01-05"),
          legs: [
            .init(account: AccountCode("5-2000"), amount: 5),
            .init(account: AccountCode("1-1000"), amount: -5),
          ]))
    },
    RefusalCase("deposit.tenorRefused") { _ in
      _ = try TermDepositTerms(rate: .zero, tenor: 0)
    },
    RefusalCase("deposit.breakOutside") { _ in
      _ = try TermDepositPlan(
        TermDepositTerms(rate: .zero, tenor: 1), principal: 1, opened: day("2026-01-05"),
        brokenOn: day("2026-02-05"))
    },
    RefusalCase("deposit.notMatured") { _ in
      try depositBook().renewTermDeposit(AccountCode("BJK-0001"), on: day("2026-01-06"))
    },
    RefusalCase("deposit.certificateTaken") { _ in
      _ = try depositBook().openTermDeposit(
        TermDepositOpening(
          member: "0001", product: "berjangka", principal: 1_000_000, tenor: 1,
          opened: day("2026-01-05"), certificate: "BJK-0001"))
    },
    RefusalCase("month.listsDiffer") { _ in
      let ledger = try makeBook(TestFolder())
      try ledger.bringIn(cost: 5_000, accumulated: 1_000, on: day("2026-01-05"))
      _ = try ledger.runMonthEnd(month("2026-01"))
    },
    RefusalCase("deposit.rateMissing") { try deposit($0, tenor: 2) },
    RefusalCase("deposit.unknown") { _ = try $0.ledger.termDeposit(AccountCode("SUK-0001")) },
    RefusalCase("deposit.ownActs") { _ in
      let book = try depositBook()
      _ = try book.deposit(5, member: "0001", product: "berjangka", on: day("2026-01-06"))
    },
    RefusalCase("deposit.pledged") { _ in
      let book = try depositBook()
      try book.pledgeTermDeposit(AccountCode("BJK-0001"), for: "PJ-0001")
      _ = try book.endTermDeposit(AccountCode("BJK-0001"), on: day("2026-01-06"))
    },
    RefusalCase("deposit.inUse") { _ in
      let book = try depositBook()
      _ = try book.payTermInterest(through: day("2026-02-05"))
      _ = try book.reverse(EntryNumber(1))
    },
    RefusalCase("deposit.securesLoan") { _ in
      let loans = try LoanBook(TestFolder())
      let book = try depositBook(loans.ledger)
      let loan = try loans.lend("menurun", 1_200_000, to: "0001")
      try book.pledgeTermDeposit(AccountCode("BJK-0001"), securing: loan, on: day("2026-01-15"))
      try book.pledgeTermDeposit(AccountCode("BJK-0001"), for: nil)
    },
    RefusalCase("deposit.heirMissing") { _ in
      _ = try depositBook().endTermDeposit(
        AccountCode("BJK-0001"), on: day("2026-01-06"), waiving: "meninggal", toHeir: true)
    },
    RefusalCase("deposit.valueDateOther") { scene in
      let book = try depositBook()
      try scene.only {
        _ = try book.importTermDeposits(
          SheetText(
            """
            member,principal,opened,tenor,rate,next_due
            0001,1000000,2025-12-10,3,6%/year,2026-01-11

            """, file: "berjangka.csv"), on: day("2025-12-31"))
      }
    },
    RefusalCase("deposit.takeoverUnfit") { _ in
      _ = try depositBook().openTermDeposit(
        TermDepositOpening(
          member: "0001", product: "berjangka", principal: 1_000_000, tenor: 3,
          opened: day("2025-12-10"),
          takeover: .init(asOf: day("2025-12-31"), interestPaid: 5_000),
          rate: Rate(parsing: "6%/year")))
    },
    RefusalCase("deposit.running") { _ in
      _ = try depositBook().endMembership(of: "0001", on: day("2026-01-06"))
    },
    RefusalCase("deposit.penaltyTooLarge") { _ in
      _ = try TermDepositPlan(
        TermDepositTerms(rate: .zero, tenor: 1, penalty: .fixed(2)), principal: 1,
        opened: day("2026-01-05"), brokenOn: day("2026-01-06"))
    },
    RefusalCase("account.nameUnknown") { _ = try $0.ledger.account(named: "air") },
    RefusalCase("passbook.none") { scene in
      let own = try scene.ledger.pay(
        5, to: "PLN", for: AccountCode("5-2100"), on: day("2026-02-21"), dryRun: true)
      _ = try scene.ledger.passbookLines(from: EntryNumber(1), row: own.entry.value > 0 ? 0 : 1)
    },
    RefusalCase("officer.standing") { try $0.ledger.endOfficer("sari", on: day("2026-02-21")) },
    RefusalCase("officer.unknown") { _ in
      let folder = try TestFolder()
      let book = try makeBook(folder)
      try book.addOfficer("sari", since: day("2026-01-01"))
      try book.addOfficer("budi", note: EntryNote(recordedBy: "tono"))
    },
    RefusalCase("account.codeTaken") {
      try $0.ledger.addAccount(
        ChartOfAccounts.Entry(
          code: AccountCode("5-2000"), name: Phrase(id: "Beban", en: "Expense"), type: .expense,
          parent: nil, isPostable: true))
    },
    RefusalCase("account.inUse") {
      try $0.ledger.closeAccount(AccountCode("1-1000"), on: day("2026-02-21"))
    },
    RefusalCase("account.termsUnfit") {
      try $0.ledger.setAccount(AccountCode("5-2000"), mayBeNegative: true)
    },
    RefusalCase("account.termsUnfit") {
      try $0.ledger.setAccount(AccountCode("1-1000"), agreedLimit: 5)
    },
    RefusalCase("account.unknown") {
      try $0.ledger.setAccount(AccountCode("9-9999"), mayBeNegative: true)
    },
    RefusalCase("account.ownAct") {
      try $0.manual([("SUK-0001", 500_000_000), ("1-1000", -500_000_000)])
    },
    RefusalCase("account.ownAct") { try $0.manual([("SUK-0003", -5), ("1-1000", 5)]) },
    RefusalCase("account.ownAct") { scene in
      _ = try scene.ledger.deposit(
        5, member: "0001", from: AccountCode("5-1000"), on: day("2026-02-21"),
        note: EntryNote(memo: "jasa"))
    },
    RefusalCase("account.ownAct") { scene in
      _ = try scene.ledger.withdraw(
        5, member: "0001", to: AccountCode("SUK-0002"), on: day("2026-02-21"))
    },
    RefusalCase("account.notPostable") { scene in
      _ = try scene.ledger.withdraw(
        5, member: "0001", to: AccountCode("1-0000"), on: day("2026-02-21"))
    },
    RefusalCase("entry.memoMissing") { scene in
      _ = try scene.ledger.deposit(
        5, member: "0001", from: AccountCode("5-2000"), on: day("2026-02-21"))
    },
    RefusalCase("release.decisionMissing") { scene in
      _ = try scene.ledger.release(
        5, from: AccountCode("POK-0001"), decision: "", on: day("2026-02-21"))
    },
    RefusalCase("release.needless") { scene in
      _ = try scene.ledger.release(
        5, from: AccountCode("SUK-0001"), decision: "RAT 1", on: day("2026-02-21"))
    },
    RefusalCase("release.toAnother") { scene in
      _ = try scene.ledger.release(
        5, from: AccountCode("POK-0001"), to: AccountCode("SUK-0002"), decision: "RAT 1",
        on: day("2026-02-21"))
    },
  ]

  /// Backups that cannot take the place of a book.
  static let restoring: [RefusalCase] = [
    RefusalCase("restore.self") { scene in
      _ = try Ledger.restoration(
        of: scene.folder.file(), from: scene.folder.file(), clock: standingClock)
    },
    RefusalCase("restore.otherBook") { scene in
      let other = try TestFolder()
      try Ledger.create(
        at: other.file(),
        settings: BookSettings(name: "KSP Lain", firstMonth: try month("2026-01")),
        clock: standingClock
      ).close()
      _ = try Ledger.restoration(
        of: scene.folder.file(), from: other.file(), clock: standingClock)
    },
    RefusalCase("restore.damaged") { scene in
      let copy = scene.folder.file("backup.ksp")
      _ = try scene.ledger.backup(to: copy)
      try tamper(
        with: scene.folder, "backup.ksp",
        "UPDATE accountBalance SET balance = balance + 1 WHERE account = 2")
      _ = try Ledger.restoration(of: scene.folder.file(), from: copy, clock: standingClock)
    },
    RefusalCase("restore.changed") { _ in
      let folder = try TestFolder()
      let book = try makeBook(folder)
      try book.join("0001")
      _ = try book.backup(to: folder.file("backup.ksp"))
      let found = try Ledger.restoration(
        of: folder.file(), from: folder.file("backup.ksp"), clock: standingClock)
      _ = try book.deposit(5, member: "0001", on: day("2026-01-02"))
      try book.close()
      try Ledger.restore(found, clock: standingClock)
    },
  ]

  /// A term deposit in a book of its own.
  private static func deposit(_ scene: RefusalScene, tenor: Int) throws {
    _ = try depositBook(tenor: tenor)
  }

  private static func depositBook(_ other: Ledger? = nil, tenor: Int = 1) throws -> Ledger {
    let book = try other ?? makeBook(TestFolder())
    if other == nil { try book.join("0001") }
    try book.addTermProduct(
      .sampleDeposits,
      offer: TermDepositOffer(
        product: "berjangka", effectiveFrom: day("2026-01-01"),
        tiers: [.init(tenor: 1, rate: Rate(parsing: "6%/year"))]))
    _ = try book.openTermDeposit(
      TermDepositOpening(
        member: "0001", product: "berjangka", principal: 5_000_000, tenor: tenor,
        opened: day("2026-01-05")))
    return book
  }
}
