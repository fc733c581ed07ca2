import KSPLedger

/// The code of the article *Lending*.
func lend(from ledger: Ledger) throws {
  // snippet: loan-product
  let terms = LoanTerms(
    effectiveFrom: try BookMonth(parsing: "2026-02"),
    plan: PlanTerms(method: .flat, rate: try Rate(parsing: "1%/month"), count: 10),
    needsApproval: true)
  try ledger.addLoanProduct(
    LoanProduct(
      code: "usaha", name: Phrase(id: "Pinjaman usaha", en: "Business loan"),
      accounts: ledger.loanAccounts()),
    terms: terms)
  // snippet end

  // snippet: apply
  let day = try BookDate(parsing: "2026-02-06")
  let loan = try ledger.applyForLoan(
    LoanApplication(member: "0001", product: "usaha", amount: 300_000, date: day))
  _ = try ledger.approveLoan(loan.number, on: day, note: EntryNote(recordedBy: "pengurus"))
  let paidOut = try ledger.disburse(
    loan.number, on: day, reference: "pencairan/1")
  print(loan.number, paidOut.receipt.entry, paidOut.receipt.amount.formatted)
  // snippet end

  // snippet: repay
  let paid = try ledger.repay(
    loan: loan.number, on: BookDate(parsing: "2026-02-20"), reference: "angsuran/1"
  )
  print(paid.receipt.amount.formatted, "still owed:", paid.outstanding.formatted)
  // snippet end

  // snippet: card
  let card = try ledger.loan(loan.number, asOf: BookDate(parsing: "2026-02-28"))
  for line in card.installments.prefix(2) {
    print(line.due, line.principal.formatted, line.interest.formatted)
  }
  print(card.position.outstanding.formatted, card.position.daysPastDue, card.loanClass.rawValue)
  let quote = try ledger.settlementQuote(of: loan.number, on: BookDate(parsing: "2026-02-28"))
  print("settling takes", quote.total.formatted)
  // snippet end
}
