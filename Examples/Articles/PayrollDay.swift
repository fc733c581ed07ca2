import KSPLedger

/// The code of the article *A payroll*.
func takePayroll(into ledger: Ledger) throws {
  // snippet: acts
  let day = try BookDate(parsing: "2026-02-25")
  let employer: AccountCode = "1-1100"
  let employees: [(MemberNumber, Rupiah)] = [("0001", 75_000), ("0002", 25_000)]
  let acts = try employees.flatMap { member, amount in
    let parts: [(ProductCode, Rupiah)] = [("wajib", 25_000), ("sukarela", try amount - 25_000)]
    return parts.filter { $0.1.isPositive }.map { product, part in
      BookAct.savings(
        SavingsEvent(
          .deposit, part, member: member, product: product, counterpart: employer, on: day,
          reference: "gaji/2026-02/\(member)/\(product)", note: EntryNote(recordedBy: "Rina")))
    }
  }
  for receipt in try ledger.perform(acts).compactMap(\.receipt) {
    print(receipt.account ?? "", receipt.amount.formatted)
  }
  // snippet end

  // snippet: list
  let list = SheetText("member,wajib,sukarela\n0001,25000,50000\n0002,25000,0\n", file: "gaji.csv")
  let way = ImportWay(reference: "gaji/2026-02", note: EntryNote(recordedBy: "Rina"))
  let report = try ledger.importPayroll(list, on: day, PayrollTerms(), way)
  for deposit in report.deposits {
    print(deposit.member, deposit.product, deposit.amount.formatted)
  }
  // snippet end

  // snippet: order
  let order = PayrollTerms(order: PayrollOrder(parsing: "wajib,loans,sukarela"))
  // snippet end
  print(order.order?.description ?? "")
}
