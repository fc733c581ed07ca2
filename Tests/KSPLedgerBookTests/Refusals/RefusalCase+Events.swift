import KSPCore
import KSPLedger
import KSPTestSupport

extension RefusalCase {
  /// Entries that the book does not take.
  static let events: [RefusalCase] = [
    RefusalCase("events.refused") {
      _ = try $0.ledger.post([SavingsEvent(.deposit, 0, member: "0001", on: day("2026-02-21"))])
    },
    RefusalCase("entry.tooFewLegs") { try $0.manual([("1-1000", 5)]) },
    RefusalCase("entry.movesNothing") { try $0.manual([("1-1000", 5), ("1-1000", -5)]) },
    RefusalCase("entry.zeroLeg") { try $0.manual([("1-1000", 0), ("1-1100", 0)]) },
    RefusalCase("entry.unbalanced") { try $0.manual([("1-1000", 5), ("1-1100", -4)]) },
    RefusalCase("account.unknown") { try $0.manual([("1-1000", 5), ("9-9999", -5)]) },
    RefusalCase("account.unknown") { try $0.transfer(1, "SUK-0001", "1-1000") },
    RefusalCase("account.unknown") { try $0.transfer(1, "SUK-0001", "SUK-9999") },
    RefusalCase("account.unknown") { _ = try $0.ledger.account(AccountCode("SUK-9999")) },
    RefusalCase("account.unknown") {
      _ = try $0.ledger.explain(AccountCode("1-1000"), month("2026-02"))
    },
    RefusalCase("account.closed") { try $0.transfer(1, "SUK-0001", "SUK-0003") },
    RefusalCase("account.notPostable") { try $0.manual([("1-0000", 5), ("1-1000", -5)]) },
    RefusalCase("account.notPostable") {
      _ = try $0.ledger.statement(of: AccountCode("2-1000"), period: BookPeriod(month("2026-02")))
    },
    RefusalCase("account.overdraft") { try $0.withdraw(500_000_000) },
    RefusalCase("account.overdraft") { try $0.fee(500_000_000) },
    RefusalCase("account.overdraft") { try $0.transfer(500_000_000) },
    RefusalCase("account.overdraft") { scene in
      // What was deposited has been spent, so the deposit cannot be taken back.
      _ = try scene.ledger.reverse(EntryNumber(3), on: day("2026-02-21"))
    },
    RefusalCase("period.closed") { try $0.deposit(on: "2026-01-31") },
    RefusalCase("period.closed") { try $0.withdraw(on: "2026-01-31") },
    RefusalCase("period.closed") { try $0.fee(on: "2026-01-31") },
    RefusalCase("period.closed") { try $0.transfer(on: "2026-01-31") },
    RefusalCase("period.closed") {
      try $0.manual([("1-1000", 5), ("1-1100", -5)], on: "2026-01-31")
    },
    RefusalCase("period.closed") {
      _ = try $0.ledger.reverse(EntryNumber(2), on: day("2026-01-31"))
    },
    RefusalCase("period.closed") { try $0.join(on: "2026-01-31", pokok: 5) },
    RefusalCase("period.closed") { try $0.row("2026-01-31,0001,sukarela,deposit,1,R-1") },
    RefusalCase("period.closed") { scene in
      try scene.only {
        try scene.ledger.importOpeningBalances(
          csv: "account,debit,credit\n1-1000,5,\n", file: "o", on: day("2026-01-31"))
      }
    },
    RefusalCase("period.beforeBook") { scene in
      // Only while the first month is open; afterwards an earlier day lies in a closed month.
      let folder = try TestFolder()
      let young = try makeBook(folder)
      _ = try young.post(
        ManualEntry(
          on: day("2025-12-31"),
          legs: [
            .init(account: AccountCode("1-1000"), amount: 5),
            .init(account: AccountCode("1-1100"), amount: -5),
          ]))
    },
    RefusalCase("period.beforeBook") { _ = try $0.ledger.runMonthEnd(month("2025-12")) },
    RefusalCase("reference.reused") {
      try $0.deposit(
        500_001, on: "2026-01-10", reference: "K-0001-sukarela")
    },
    RefusalCase("reference.reused") {
      try $0.join(pokok: 5, reference: "K-0001-sukarela")
    },
    RefusalCase("reference.reversed") { _ in
      let folder = try TestFolder()
      let young = try makeBook(folder)
      try young.join("0001")
      func deposit() throws -> Receipt {
        try young.deposit(
          5, member: "0001", on: day("2026-01-02"), reference: "R-1")
      }
      _ = try young.reverse(deposit().entry, on: day("2026-01-02"))
      _ = try deposit()
    },
    RefusalCase("entry.noteUnacceptable") { try $0.deposit(note: EntryNote(memo: " ")) },
    RefusalCase("entry.noteUnacceptable") { try $0.deposit(note: EntryNote(recordedBy: "a\nb")) },
    RefusalCase("entry.noteUnacceptable") {
      try $0.deposit(reference: String(repeating: "x", count: 501))
    },
    RefusalCase("entry.unknown") {
      _ = try $0.ledger.reverse(EntryNumber(99), on: day("2026-02-21"))
    },
    RefusalCase("entry.unknown") { _ = try $0.ledger.entry(EntryNumber(0)) },
    RefusalCase("entry.alreadyReversed") {
      _ = try $0.ledger.reverse(EntryNumber(7), on: day("2026-02-21"))
    },
    RefusalCase("entry.notReversible") {
      _ = try $0.ledger.reverse(EntryNumber(5), on: day("2026-02-21"))
    },
    RefusalCase("entry.notReversible") {
      _ = try $0.ledger.reverse(EntryNumber(8), on: day("2026-02-21"))
    },
    RefusalCase("transfer.toSelf") { try $0.transfer(1, "SUK-0001", "SUK-0001") },
    RefusalCase("product.notWithdrawable") { try $0.withdraw(1, "0001", "pokok") },
    RefusalCase("product.notWithdrawable") { try $0.transfer(1, "POK-0001", "SUK-0001") },
    RefusalCase("product.notWithdrawable") { try $0.withdraw(1, "0001", "ketat") },
    RefusalCase("product.depositTooSmall") { try $0.deposit(9_999, "0001", "ketat") },
    RefusalCase("product.unknown") { try $0.deposit(1, "0001", "nihil") },
    RefusalCase("product.unknown") { _ = try $0.ledger.savingsTerms(of: "nihil") },
    RefusalCase("month.earlierOpen") { _ = try $0.ledger.runMonthEnd(month("2026-03")) },
    RefusalCase("month.earlierOpen") { _ = try $0.ledger.previewMonthEnd(month("2026-03")) },
    RefusalCase("month.earlierOpen") {
      _ = try $0.ledger.endMembership(of: "0001", on: day("2026-03-01"))
    },
    RefusalCase("date.future") { try $0.deposit(on: "2062-01-05") },
    RefusalCase("date.future") { try $0.withdraw(on: "2030-02-01") },
    RefusalCase("date.future") { _ = try $0.ledger.reverse(EntryNumber(4), on: day("2030-02-01")) },
    RefusalCase("entry.reversalBefore") {
      _ = try $0.ledger.reverse(EntryNumber(9), on: day("2026-02-19"))
    },
    RefusalCase("month.notOver") {
      _ = try $0.early("2026-02-27").runMonthEnd(month("2026-02"))
    },
    RefusalCase("month.notOver") {
      _ = try $0.early("2026-02-27").previewMonthEnd(month("2026-02"))
    },
    RefusalCase("month.reasonMissing") {
      _ = try $0.early("2026-02-27").runMonthEnd(
        month("2026-02"), note: EntryNote(exceptions: .beforeEnd))
    },
    RefusalCase("month.cancelled") {
      _ = try $0.ledger.runMonthEnd(month("2026-02")) { _ in throw CancellationError() }
    },
    RefusalCase("month.cancelled") {
      _ = try $0.ledger.previewMonthEnd(month("2026-02")) { _ in throw CancellationError() }
    },
    RefusalCase("reference.reused") {
      let note = EntryNote(reference: "K-0001-sukarela")
      _ = try $0.ledger.previewMonthEnd(month("2026-02"), note: note)
    },
    RefusalCase("reference.reused") {
      let note = EntryNote(reference: "K-0001-sukarela")
      _ = try $0.ledger.runMonthEnd(month("2026-02"), note: note)
    },
    RefusalCase("opening.incomplete") { _ in
      let folder = try TestFolder()
      let young = try makeBook(folder)
      _ = try young.importOpeningBalances(
        csv: "account,debit,credit\n1-1000,5,\n", file: "o", on: day("2025-12-31"))
      _ = try young.runMonthEnd(month("2026-01"))
    },
  ]
}
