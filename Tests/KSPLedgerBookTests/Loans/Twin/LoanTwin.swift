import KSPCore
import KSPLedger
import KSPTestSupport

/// One loan in two books: in one it lives from its true beginning, the other takes it over.
///
/// What the second book is told is what a treasurer would read off the first one's card.
struct LoanTwin {
  /// Terms, amount and days of a loan.
  struct Example {
    var terms: LoanTerms
    var principal: Rupiah
    var disbursedOn: BookDate
    var firstDue: BookDate?
  }

  static let number: LoanNumber = "PJ-0001"
  /// The book in which the loan began.
  let old: Ledger
  /// The book that takes it over.
  let new: Ledger
  /// The day of the takeover.
  let opening: BookDate
  private let example: Example
  private let folders: [TestFolder]

  /// The two books, and the loan paid out in the first one.
  init(_ example: Example, through month: BookMonth) throws {
    self.example = example
    folders = [try TestFolder(), try TestFolder()]
    opening = month.lastDay
    old = try createBook(folders[0], first: "2025-01")
    new = try createBook(folders[1], first: month.next().description)
    for ledger in [old, new] {
      _ = try ledger.addMember(
        NewMember(
          number: "0001", profile: MemberProfile(name: "Anggota", kind: .individual),
          joinedOn: day("2024-01-01")))
      var terms = example.terms
      terms.effectiveFrom = try ledger.settings.firstMonth
      try ledger.setLoanTerms(of: "flat", terms)
    }
    _ = try old.post(
      ManualEntry(
        on: day("2025-01-01"),
        legs: [
          .init(account: AccountCode("1-1000"), amount: 500_000_000),
          .init(account: AccountCode("3-1300"), amount: -500_000_000),
        ]))
    _ = try old.disburse(
      LoanApplication(
        member: "0001", product: "flat", amount: example.principal, date: example.disbursedOn,
        collaterals: [
          Collateral(kind: .vehicle, description: "BPKB H-1234", value: 3_000_000)
        ]), firstDue: example.firstDue)
  }

  /// The row that speaks of the loan.
  func csv() throws -> String {
    let status = try old.loan(Self.number, asOf: opening)
    let due = status.position.dueAmounts
    let open = Dictionary(
      uniqueKeysWithValues: status.position.open.map { ($0.installment.number, $0.interest) })
    let ahead = try status.installments.filter { $0.due > opening }.reduce(Rupiah.zero) {
      try $0 + $1.interest - (open[$1.number] ?? .zero)
    }
    let thirds = Dictionary(
      uniqueKeysWithValues: status.position.open.map {
        ($0.installment.number, $0.administration)
      })
    let thirdAhead = try status.installments.filter { $0.due > opening }.reduce(Rupiah.zero) {
      try $0 + $1.administration - (thirds[$1.number] ?? .zero)
    }
    let plan = status.loan.terms.plan
    let cells = [
      Self.number.text, "0001", "flat", status.loan.principal.description,
      example.disbursedOn.description, example.firstDue?.description ?? "", String(plan.count),
      plan.rate.description, status.position.outstanding.description,
      due.interest.description, ahead.description, due.principal.description,
      status.position.lateFee.description, due.administration.description,
      thirdAhead.description, "BPKB H-1234", "vehicle", "3000000",
    ]
    return """
      number,member,product,principal,disbursed,first_due,term,rate,outstanding,interest_arrears,\
      interest_ahead,principal_arrears,late_fee,administration_arrears,administration_ahead,\
      collateral,collateral_kind,collateral_value
      \(cells.joined(separator: ","))

      """
  }

  /// Takes the loan over, then brings in the allowance, cash, and the rest as the reserve.
  func takeOver() throws {
    _ = try new.importLoans(csv: csv(), file: "loans.csv", on: opening)
    var accounts = "account,debit,credit\n1-1000,500000000,\n"
    let allowance = try balance(old, "1-1290").negated()
    if !allowance.isZero { accounts += "1-1290,,\(allowance)\n" }
    let report = try new.importOpeningBalances(csv: accounts, file: "a.csv", on: opening)
    let reserve = try (report.openingDifference ?? .zero).negated()
    let balanced = try new.importOpeningBalances(
      csv: "account,credit\n3-2000,\(reserve)\n", file: "r.csv", on: opening)
    guard balanced.openingDifference == .zero else { throw Unbalanced() }
  }

  struct Unbalanced: Error {}

  func balance(_ ledger: Ledger, _ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  /// Everything that a counter, a board or an auditor is told of the loan on a day.
  struct Facts: Equatable {
    struct Row: Equatable {
      var number: Int
      var due: BookDate
      var principal, interest, administration: Rupiah
    }
    var status: Loan.Status
    var disbursedOn: BookDate?
    var open: [Row]
    var plan: [Installment]
    var toPay, lateFee: Rupiah
    var daysPastDue: Int
    var loanClass: LoanClass
    var quote: SettlementQuote?
    var balances: [Rupiah]
    var allowance: Rupiah
    var agrees: Bool
  }

  func facts(_ ledger: Ledger, on date: BookDate) throws -> Facts {
    let status = try ledger.loan(Self.number, asOf: date)
    let register = try ledger.loanRegister(asOf: date, includingEnded: true)
    let row = register.rows.first { $0.loan.number == Self.number }
    return Facts(
      status: status.loan.status, disbursedOn: status.loan.disbursedOn,
      open: status.position.open.map {
        Facts.Row(
          number: $0.installment.number, due: $0.installment.due, principal: $0.principal,
          interest: $0.interest, administration: $0.administration)
      },
      plan: status.installments, toPay: status.position.totalDue,
      lateFee: status.position.lateFee, daysPastDue: status.position.daysPastDue,
      loanClass: status.loanClass,
      quote: status.loan.status == .running
        ? try ledger.settlementQuote(of: Self.number, on: date) : nil,
      balances: try [
        Self.number.text, Self.number.text + ".J", Self.number.text + ".D", "1-1290", "2-1700",
      ].map {
        try balance(ledger, $0)
      }, allowance: row?.allowance ?? .zero,
      agrees: register.controls.allSatisfy { $0.outstanding == $0.balance })
  }
}
