import KSPCore

/// Gathers what the rows of a payroll list pay, and posts it: savings in one voucher, loans in
/// another one of the same act.
struct PayrollBook {
  let session: PostingSession
  let date: BookDate
  private var loans: [LoanRepayment] = []
  private var savings: [SavingsList.Deposit] = []
  private var lines: [String: Int] = [:]
  private var total = Rupiah.zero

  init(session: PostingSession, date: BookDate) {
    self.session = session
    self.date = date
  }

  /// Adds the parts of a row; a loan or an account that another row pays is refused.
  mutating func add(_ parts: PayrollParts, line: Int) throws {
    let member = parts.member
    var sum = total
    var keys = parts.loans.map(\.loan.number.text)
    keys += parts.savings.map { "\(member)/\($0.product)" }
    for key in keys {
      if let first = lines[key] { throw LedgerError.importDuplicate(key, firstLine: first) }
    }
    let list = SavingsList(session: session, date: date)
    let deposits = try parts.savings.map {
      try list.deposit($0.amount, of: member, product: $0.product)
    }
    for payment in parts.loans { try sum += payment.paid }
    for deposit in deposits { try sum += deposit.amount }
    for key in keys { lines[key] = line }
    loans += parts.loans
    savings += deposits
    total = sum
  }

  /// Posts everything as one act.
  func post(
    from payer: AccountID, _ way: RepaymentWay, _ desk: RepaymentDesk, file: String
  ) throws -> RepaymentListReport {
    var deposited: PostingSession.Outcome?
    if !savings.isEmpty {
      deposited = try SavingsList(session: session, date: date).post(
        savings, from: payer, note: way.note)
    }
    // A list without rows is refused where it is posted.
    let repaid =
      loans.isEmpty && deposited != nil ? nil : try desk.post(loans, payer: payer, way)
    guard let first = repaid ?? deposited else {
      throw LedgerError.invariantBroken("payroll without a voucher")
    }
    let rows = try repaid.map { outcome in
      let payer = try desk.payer(of: outcome, on: date)
      return try loans.map { try desk.receipt(of: $0, outcome, from: payer) }
    }
    var report = RepaymentListReport(
      file: file, entry: first.number, bookDate: date, total: total,
      rows: rows ?? [], isReplay: first.isReplay)
    report.depositEntry = deposited?.number
    report.deposits = savings.map {
      .init(member: $0.member, name: $0.name, product: $0.product, amount: $0.amount)
    }
    return report
  }
}
