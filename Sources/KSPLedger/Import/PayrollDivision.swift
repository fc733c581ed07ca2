import KSPCore

/// What one row of a payroll list pays.
struct PayrollParts {
  /// Whose row it is.
  let member: MemberNumber
  var loans: [LoanRepayment] = []
  var savings: [(product: ProductCode, amount: Rupiah)] = []
}

/// Divides the rows of a payroll list over loans and savings.
struct PayrollDivision {
  let session: PostingSession
  let desk: RepaymentDesk
  let files: LoanFiles
  /// One reader for all rows: it keeps the terms that loans have in common.
  let reader: LoanReader
  let terms: PayrollTerms
  /// The order that holds: of the list, or of the book.
  let order: PayrollOrder
  let date: BookDate
  /// What is asked for as dues.
  let dues: DuesReader
  /// The first voucher of the list, where it is in the book: what was owed before it counts.
  let earlier: EntryNumber?

  /// Whose row it is; `loan` is the loan that it names.
  private func member(of row: PayrollRow, _ loan: Loan?) throws -> MemberNumber {
    if let loan {
      guard row.member ?? loan.memberNumber == loan.memberNumber else {
        throw LedgerError.loanOfAnotherMember(loan.number, given: row.member ?? "")
      }
      return loan.memberNumber
    }
    // What stands in the column of loans may be a member's number.
    let member = row.loan.map { MemberNumber($0.text) } ?? row.member ?? ""
    guard try MemberTable.member(session.db, number: member) != nil else {
      if let loan = row.loan { throw LedgerError.loanUnknown(loan) }
      throw try MemberTable.unknown(session.db, member)
    }
    return member
  }

  /// What a row pays.
  func parts(of row: PayrollRow) throws -> PayrollParts {
    let named = try row.loan.flatMap { try record(number: $0) }
    let member = try member(of: row, named?.loan)
    var parts = PayrollParts(member: member)
    if let record = named {
      if let amount = row.installment ?? row.sum {
        parts.loans = [try payment(record, amount)]
      }
    } else if let amount = row.installment {
      parts.loans = try spread(amount, of: member)
    } else if let sum = row.sum {
      parts = order.steps.isEmpty ? try only(sum, of: member) : try inOrder(sum, of: member)
    }
    parts.savings += row.savings.map { ($0.product, $0.amount) }
    return parts
  }

  private func record(number: LoanNumber) throws -> LoanRecord? {
    try reader.find(number).map { try files.record($0, before: earlier, reader) }
  }

  /// A payment on one loan; too much is refused unless the list says what to do, and so is what
  /// reaches the sum that settling takes.
  private func payment(_ record: LoanRecord, _ amount: Rupiah) throws -> LoanRepayment {
    let takesRest = terms.overpayment == .savings || isNamedTarget(record)
    let position =
      record.loan.status == .running
      ? try record.state.position(asOf: date, countingLater: true) : nil
    if !takesRest, let position {
      let rest = try amount - position.owed.total - position.lateFee
      guard !rest.isPositive else {
        throw LedgerError.payrollTooMuch(record.loan.number.text, left: rest)
      }
    }
    // What is left over is looked at below, whatever becomes of it.
    let choices = RepaymentChoices(
      settles: terms.paysAhead ? false : nil, overpayment: .savings)
    let payment = try desk.repayment(
      of: record, amount, on: date, choices, earlier, position: position)
    let rest = payment.split.rest
    guard rest.isZero || takesRest else {
      throw LedgerError.payrollTooMuch(record.loan.number.text, left: rest)
    }
    return payment
  }

  /// Whether the product of a loan itself says that what is paid ahead goes into savings.
  private func isNamedTarget(_ record: LoanRecord) -> Bool {
    if case .savings = record.loan.terms.prepayment { return true }
    return false
  }

  private func only(_ sum: Rupiah, of member: MemberNumber) throws -> PayrollParts {
    let running = try files.running(of: member, before: earlier, reader)
    guard running.count < 2 else {
      throw LedgerError.loanAmbiguous(member, loans: running.map(\.loan.number))
    }
    guard let record = running.first else {
      throw LedgerError.loanAmbiguous(member, loans: [])
    }
    return PayrollParts(member: member, loans: [try payment(record, sum)])
  }

  /// What is for loans: all of it for the only one, or as an order that names loans allows, the
  /// oldest first.
  private func spread(_ amount: Rupiah, of member: MemberNumber) throws -> [LoanRepayment] {
    let running = try files.running(of: member, before: earlier, reader)
    guard running.count > 1, order.steps.contains(.loans) else {
      return try only(amount, of: member).loans
    }
    var rest = amount
    let payments = try dues(running, &rest)
    guard rest.isZero else { throw LedgerError.payrollTooMuch(member.text, left: rest) }
    return payments
  }

  /// What a product takes of a sum each month: the dues of the member, or what its terms say; nil
  /// for all that is left.
  private func due(_ code: ProductCode, of member: MemberNumber) throws -> Rupiah? {
    let product = try session.catalog.product(code)
    guard let asking = dues.asking(product.id, in: date.month) else {
      let due = product.terms(in: date.month).monthlyDue
      return due.isZero ? nil : due
    }
    let facts = try dues.facts(
      of: MemberTable.id(session.db, number: member), product.id)
    return facts.exemption(in: date.month) == nil
      ? asking.rule.amount(of: facts, in: date.month) : .zero
  }

  /// Uses one sum up in the order of the cooperative.
  private func inOrder(_ sum: Rupiah, of member: MemberNumber) throws -> PayrollParts {
    var parts = PayrollParts(member: member)
    var rest = sum
    for step in order.steps where rest.isPositive {
      switch step {
      case .savings(let code):
        let due = try due(code, of: member)
        let part = due.map { min(rest, $0) } ?? rest
        guard part.isPositive else { continue }
        parts.savings.append((code, part))
        rest = try rest - part
      case .loans:
        parts.loans += try dues(files.running(of: member, before: earlier, reader), &rest)
      }
    }
    guard rest.isPositive else { return parts }
    guard terms.overpayment == .savings else {
      throw LedgerError.payrollTooMuch(member.text, left: rest)
    }
    if let index = parts.savings.firstIndex(where: { $0.product == "sukarela" }) {
      try parts.savings[index].amount += rest
    } else {
      parts.savings.append(("sukarela", rest))
    }
    return parts
  }

  /// Pays what is due on loans, or the installments of the running month: the oldest first, of
  /// whichever loan; two of one day in the order of the loans. Late fees go with the oldest
  /// installment of their loan.
  private func dues(_ running: [LoanRecord], _ rest: inout Rupiah) throws -> [LoanRepayment] {
    var dues: [(day: BookDate, loan: Int, amount: Rupiah)] = []
    for (loan, record) in running.enumerated() {
      dues += try self.dues(record).map { ($0.day, loan, $0.amount) }
    }
    dues.sort { ($0.day, $0.loan) < ($1.day, $1.loan) }
    var parts = running.map { _ in Rupiah.zero }
    for due in dues where rest.isPositive {
      let part = min(rest, due.amount)
      try parts[due.loan] += part
      rest = try rest - part
    }
    return try zip(running, parts).compactMap { record, part in
      part.isPositive ? try payment(record, part) : nil
    }
  }

  /// What a loan takes on the day, by the days on which it fell due.
  private func dues(_ record: LoanRecord) throws -> [(day: BookDate, amount: Rupiah)] {
    let position = try record.state.position(asOf: date, countingLater: true)
    var dues = position.open.filter { $0.installment.due <= date }
      .map { (day: $0.installment.due, amount: $0.total) }
    if dues.isEmpty, position.lateFee.isZero, let next = position.open.first,
      next.installment.due.month == date.month
    {
      dues = [(next.installment.due, next.total)]
    }
    guard position.lateFee.isPositive else { return dues }
    guard let oldest = dues.first else { return [(date, position.lateFee)] }
    dues[0].amount = try oldest.amount + position.lateFee
    return dues
  }
}
