import KSPLedger

/// The code of the article *A payroll*.
func takePayroll(into ledger: Ledger) throws {
  // snippet: list
  let list = SheetText("member,wajib,sukarela\n0001,25000,50000\n0002,25000,0\n", file: "gaji.csv")
  let day = try BookDate(parsing: "2026-02-25")
  let way = ImportWay(note: EntryNote(reference: "gaji/2026-02", recordedBy: "Rina"))
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
