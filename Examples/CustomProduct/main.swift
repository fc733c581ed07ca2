import KSPLedger
import KSPStatements

// Two products of one's own: savings for school, which are paid out when school begins, and a loan
// for goats, which is repaid when they are sold. What they are is said in Swift values.

let ledger = try Ledger.open(at: "koperasi.ksp")
let day = try BookDate(parsing: "2026-01-12")

let schoolTerms = SavingsTerms(
  effectiveFrom: day.month,
  withdrawalWindows: [
    try BookPeriod(
      from: BookDate(parsing: "2026-06-15"), through: BookDate(parsing: "2026-07-31"))
  ],
  minimumDeposit: 10_000,
  interest: InterestTerms(
    tiers: [
      InterestTerms.Tier(from: .zero, rate: try Rate(parsing: "3%/year")),
      InterestTerms.Tier(from: 2_000_000, rate: try Rate(parsing: "4.5%/year")),
    ]))
try ledger.addSavingsProduct(
  SavingsProduct(
    code: "sekolah", name: Phrase(id: "Simpanan sekolah", en: "School savings"),
    kind: .sukarela, accountPrefix: "SEK", controlAccount: "2-1200",
    interestExpenseAccount: "5-1000"),
  terms: schoolTerms)

let goatTerms = LoanTerms(
  effectiveFrom: day.month,
  plan: PlanTerms(method: .bullet, rate: try Rate(parsing: "1%/month"), count: 6),
  minimumAmount: 1_000_000, maximumAmount: 10_000_000, maximumCount: 8,
  fees: [
    LoanFee(
      code: "administrasi", charge: .fixed(25_000), target: .account("4-1100"))
  ],
  collectibility: CollectibilityProfile.microfinance.code,
  provision: ProvisionTable.microfinance.code)
try ledger.addLoanProduct(
  LoanProduct(
    code: "kambing", name: Phrase(id: "Pinjaman kambing", en: "Goat loan"),
    accounts: ledger.loanAccounts()),
  terms: goatTerms)

// What was stored is what is printed.
let style = ReportStyle(
  .text, language: .indonesian, cooperative: try ledger.settings.name)
print(
  SavingsProductListRenderer(style).string([
    .init(
      product: try ledger.savingsProducts().filter { $0.code == "sekolah" }[0],
      terms: try ledger.savingsTerms(of: "sekolah"))
  ]))
print(
  LoanProductListRenderer(style).string([
    .init(
      product: try ledger.loanProducts().filter { $0.code == "kambing" }[0],
      terms: try ledger.loanTerms(of: "kambing"))
  ]))

let saved = try ledger.deposit(
  2_500_000, member: "0001", product: "sekolah", on: day, reference: "sekolah/1")
print(ReceiptRenderer(style).string(saved))
do {
  _ = try ledger.withdraw(100_000, member: "0001", product: "sekolah", on: day)
} catch {
  print(error.code, error.message[.indonesian])
}

// What it will cost is shown before it is lent.
let plan = try InstallmentPlan(goatTerms.plan, principal: 2_000_000, disbursedOn: day)
print(
  LoanPlanRenderer(style).string(
    try .init(plan: plan, deductions: [.init(code: "administrasi", amount: 25_000)])))
let loan = try ledger.disburse(
  LoanApplication(member: "0001", product: "kambing", amount: 2_000_000, date: day),
  reference: "kambing/1")
print(loan.loan.number, loan.receipt.entry, loan.receipt.amount.formatted)
print(LoanCardRenderer(style).string(try ledger.loan(loan.loan.number, asOf: day)))
try ledger.close()
