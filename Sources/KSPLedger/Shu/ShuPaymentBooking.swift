import KSPCore

/// Gathers what members get of an SHU, and books it as one act: savings in one voucher, loans in
/// another, and what is handed over in a third, with what members are owed on the other side.
struct ShuPaymentBooking {
  /// What one voucher used of a member's part.
  typealias Used = (entry: EntryNumber, member: Int64, use: ShuPayment.Use, amount: Rupiah)

  /// The vouchers of a payment; nil for what it has none of.
  struct Entries {
    var savings: EntryNumber?
    var loans: EntryNumber?
    var cash: EntryNumber?

    var all: [EntryNumber] { [savings, loans, cash].compactMap(\.self) }
  }

  private let session: PostingSession
  private let date: BookDate
  private let payee: ShuPayee
  private let list: SavingsList
  private let desk: RepaymentDesk
  private let files: LoanFiles
  private let loans: LoanReader
  /// The dues that are owed, by member and product.
  private let dues: [Int64: [(product: ProductCode, owed: Rupiah)]]
  /// The running loans that are paid, by member.
  private let debts: [Int64: [Int64]]
  private var deposits: [SavingsList.Deposit] = []
  private var repayments: [LoanRepayment] = []
  private var cash = Rupiah.zero
  private var used: [(member: Int64, use: ShuPayment.Use, amount: Rupiah)] = []

  /// Begins a payment; `one` are the members whom it is for, nil for all.
  init(
    _ session: PostingSession, on date: BookDate, to payee: ShuPayee,
    _ deducting: ShuDeductions, one members: [MemberNumber]?
  ) throws {
    self.session = session
    self.date = date
    self.payee = payee
    list = SavingsList(session: session, date: date)
    desk = RepaymentDesk(session)
    files = LoanFiles(session)
    loans = try files.reader()
    dues = deducting.contains(.dues) ? try Self.dues(session, on: date, of: members) : [:]
    debts = deducting.contains(.installments) ? try Self.debts(session) : [:]
  }

  private static func dues(
    _ session: PostingSession, on date: BookDate, of members: [MemberNumber]?
  ) throws -> [Int64: [(product: ProductCode, owed: Rupiah)]] {
    let reader = try DuesReader(session.db, session.catalog)
    var dues: [Int64: [(product: ProductCode, owed: Rupiah)]] = [:]
    let ids = try members?.map { try MemberTable.id(session.db, number: $0) }
    for selection in ids?.map({ DuesReader.Selection.member($0) }) ?? [.all] {
      try reader.forEach(selection, asOf: date) { member in
        guard member.leftOn == nil else { return }
        for (product, card) in zip(reader.products, member.cards) where card.owed.isPositive {
          dues[member.id, default: []].append((product.code, card.owed))
        }
      }
    }
    return dues
  }

  private static func debts(_ session: PostingSession) throws -> [Int64: [Int64]] {
    let query = try session.statement("SELECT member, id FROM loan ORDER BY id")
    defer { query.reset() }
    var debts: [Int64: [Int64]] = [:]
    while try query.step() { debts[query.int64(0), default: []].append(query.int64(1)) }
    return debts
  }

  // MARK: - Gathering

  /// Adds what is left of a member's part: dues, then installments, then the rest.
  mutating func add(_ debt: ShuReader.Debt) throws {
    let member = debt.recipient.part.base.member
    var rest = debt.recipient.left
    let before = rest
    for (product, owed) in dues[debt.member] ?? [] where rest.isPositive {
      let amount = min(owed, rest)
      deposits.append(try list.credit(amount, of: member, product: product))
      rest = try rest - amount
    }
    note(debt, .dues, try before - rest)
    let afterDues = rest
    for loan in debts[debt.member] ?? [] where rest.isPositive {
      rest = try rest - repay(loan, with: rest)
    }
    note(debt, .installments, try afterDues - rest)
    guard rest.isPositive else { return }
    switch payee {
    case .savings(let product):
      if let left = debt.recipient.leftOn { throw LedgerError.shuOfFormerMember(member, left) }
      deposits.append(try list.credit(rest, of: member, product: product))
      note(debt, .savings, rest)
    case .cash:
      try cash += rest
      note(debt, .cash, rest)
    }
  }

  private mutating func note(
    _ debt: ShuReader.Debt, _ use: ShuPayment.Use, _ amount: Rupiah
  ) {
    if amount.isPositive { used.append((debt.member, use, amount)) }
  }

  /// Pays what is due on a loan by the day, as far as there is something to pay it with.
  private mutating func repay(_ id: Int64, with rest: Rupiah) throws -> Rupiah {
    let record = try loans.loan(id: id)
    guard record.loan.status == .running else { return .zero }
    let position = try record.state.position(asOf: date, countingLater: true)
    let amount = min(rest, try position.due.map(\.total).sum() + position.lateFee)
    guard amount.isPositive else { return .zero }
    repayments.append(try desk.repayment(of: record, amount, on: date, .decided, nil))
    return amount
  }

  // MARK: - Booking

  /// Books all of it out of what members are owed.
  func post(from payable: AccountID, _ note: EntryNote) throws -> Entries {
    var entries = Entries()
    if !deposits.isEmpty {
      let postings = try PostingRules.shuPayment(
        of: payable, to: deposits.map { ($0.account, $0.amount) })
      entries.savings = try session.post(
        JournalEntry(.shuCredit, on: date, postings: postings, note: note)
      ) { try session.requireAcceptable(postings, on: date) }.number
    }
    if !repayments.isEmpty {
      entries.loans = try desk.post(
        repayments, payer: payable,
        RepaymentWay(date: date, payer: nil, note: note, choices: .decided)
      ).number
    }
    if cash.isPositive { entries.cash = try payOut(of: payable, note) }
    return entries
  }

  private func payOut(of payable: AccountID, _ note: EntryNote) throws -> EntryNumber {
    let code: AccountCode? = if case .cash(let code) = payee { code } else { nil }
    let other = OtherSide(session: session)
    let account = try other.account(code, usually: .cash, note, on: date)
    guard try CashMarks(session.db, of: account.id).isCash else {
      throw LedgerError.accountTermsUnfit(
        try session.account(account.id).code,
        Phrase(
          id: "SHU anggota dibayar dari kas atau bank, atau ke simpanan",
          en: "the SHU of members is paid from cash or a bank, or into savings"))
    }
    let postings = try PostingRules.shuPayment(of: payable, to: [(account.id, cash)])
    return try session.post(
      JournalEntry(.shuPayment, on: date, postings: postings, note: note)
    ) {
      try other.requireFit(code, usually: .cash, note: note)
      try session.requireAcceptable(postings, on: date)
    }.number
  }

  /// What every member's part was used for, by voucher.
  func uses(_ entries: Entries) throws -> [Used] {
    try used.map { used in
      let entry =
        switch used.use {
        case .savings, .dues: entries.savings
        case .installments: entries.loans
        case .cash, .fund: entries.cash
        }
      guard let entry else { throw LedgerError.invariantBroken("SHU without a voucher") }
      return (entry, used.member, used.use, used.amount)
    }
  }
}
