/// The loans of a book on a day: what lists, ageing and classes are drawn from.
public struct LoanRegister: Hashable, Sendable, Codable {
  /// One loan.
  public struct Row: Hashable, Sendable, Codable {
    /// The loan as it was on the day.
    public let loan: Loan
    /// The header above its principal account.
    public let control: AccountCode
    /// The principal that is owed.
    public let outstanding: Rupiah
    /// The principal and interest that are due and unpaid.
    public let arrears: Rupiah
    /// The late fees that are owed.
    public let lateFee: Rupiah
    /// The days since the oldest unpaid installment was due.
    public let daysPastDue: Int
    /// Its class.
    public let loanClass: LoanClass
    /// How much of its collateral counts.
    public let secured: Rupiah
    /// What is to be set aside for it.
    public let allowance: Rupiah

    /// Gathers a row.
    package init(
      loan: Loan, control: AccountCode, outstanding: Rupiah, arrears: Rupiah, lateFee: Rupiah,
      daysPastDue: Int, loanClass: LoanClass, secured: Rupiah, allowance: Rupiah
    ) {
      self.loan = loan
      self.control = control
      self.outstanding = outstanding
      self.arrears = arrears
      self.lateFee = lateFee
      self.daysPastDue = daysPastDue
      self.loanClass = loanClass
      self.secured = secured
      self.allowance = allowance
    }
  }

  /// A control account beside the loans below it.
  public struct Control: Hashable, Sendable, Codable {
    /// The control account.
    public let account: AccountCode
    /// Its name.
    public let name: Phrase
    /// The principal of all loans below it.
    public let outstanding: Rupiah
    /// What the ledger says, from its postings.
    public let balance: Rupiah

    /// Whether the loans and the ledger say the same.
    public var agrees: Bool { outstanding == balance }

    /// Compares an account with its loans.
    package init(account: AccountCode, name: Phrase, outstanding: Rupiah, balance: Rupiah) {
      self.account = account
      self.name = name
      self.outstanding = outstanding
      self.balance = balance
    }
  }

  /// What is to be set aside for loans beside what is booked (penyisihan). The end of a month books
  /// only what changes: in between, and by what opening balances or an audit brought, they differ.
  public struct Allowance: Hashable, Sendable, Codable {
    /// The account of the allowance.
    public let account: AccountCode
    /// Its name.
    public let name: Phrase
    /// What is to be set aside for the loans of its products.
    public let needed: Rupiah
    /// What is booked.
    public let booked: Rupiah
    /// What is booked less what is needed.
    public let difference: Rupiah

    /// Compares an account with what its loans need.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      account: AccountCode, name: Phrase, needed: Rupiah, booked: Rupiah
    ) throws(LedgerError) {
      self.account = account
      self.name = name
      self.needed = needed
      self.booked = booked
      difference = try booked - needed
    }
  }

  /// The day.
  public let asOf: BookDate
  /// The loans, by number.
  public let rows: [Row]
  /// The control accounts of the loan products; empty where only some loans were asked for.
  public let controls: [Control]
  /// The accounts of the allowance; empty where only some loans were asked for.
  public let allowances: [Allowance]

  /// Gathers a register.
  package init(
    asOf: BookDate, rows: [Row], controls: [Control], allowances: [Allowance] = []
  ) {
    self.asOf = asOf
    self.rows = rows
    self.controls = controls
    self.allowances = allowances
  }

  /// Whether every control account holds what its loans come to.
  public var agrees: Bool { controls.allSatisfy(\.agrees) }

  /// The loans that are owed.
  public var owed: [Row] {
    func isOwed(_ row: Row) -> Bool { row.loan.status == .running }
    // Nearly always they all are, and the list itself needs no second place in memory.
    return rows.allSatisfy(isOwed) ? rows : rows.filter(isOwed)
  }
}

/// The installments that fall due in a period and are not paid yet (daftar tagihan).
public struct DueList: Hashable, Sendable, Codable {
  /// One installment.
  public struct Row: Hashable, Sendable, Codable {
    /// The loan.
    public let loan: Loan
    /// The installment, with what is left of it.
    public let open: LoanPosition.Open

    /// Pairs a loan with an installment.
    package init(loan: Loan, open: LoanPosition.Open) {
      self.loan = loan
      self.open = open
    }
  }

  /// What one member has to pay.
  public struct Debtor: Hashable, Sendable, Codable {
    /// The member's number.
    public let member: MemberNumber
    /// The member's name.
    public let name: String
    /// Where they can be called; nil where that is not known.
    public let phone: String?
    /// The group (unit); nil for none.
    public var group: String?
    /// Who collects from them; nil for nobody.
    public var collector: String?
    /// When they died; nil for who lives.
    public var diedOn: BookDate?
    /// Their loans, by number.
    public var loans: [LoanNumber] = []
    /// What falls due in the period and is not paid.
    public var due = Rupiah.zero
    /// What fell due before the period and is not paid.
    public var arrears = Rupiah.zero
    /// The late fees that are owed today, or at the end of the period where that is over.
    public var lateFee = Rupiah.zero
    /// All of it.
    public var total = Rupiah.zero

    /// A member who has nothing to pay yet.
    package init(member: MemberNumber, name: String, phone: String?) {
      self.member = member
      self.name = name
      self.phone = phone
    }

    /// Adds what one loan asks for.
    ///
    /// - Throws: `amount.overflow`.
    package mutating func add(
      _ loan: LoanNumber, due: Rupiah, arrears: Rupiah, lateFee: Rupiah
    ) throws(LedgerError) {
      loans.append(loan)
      self.due = try self.due + due
      self.arrears = try self.arrears + arrears
      self.lateFee = try self.lateFee + lateFee
      total = try total + due + arrears + lateFee
    }
  }

  /// The period.
  public let period: BookPeriod
  /// The installments, by due date and loan.
  public let rows: [Row]
  /// What each member has to pay over all loans, by number; also who only owes from before.
  public let debtors: [Debtor]
  /// The sums of each group, by name; who is in none comes last. Empty where nobody is in any.
  public let groups: [Total]
  /// The same of each collector.
  public let collectors: [Total]

  /// Gathers a list, and adds up its groups and collectors.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    period: BookPeriod, rows: [Row], debtors: [Debtor] = []
  ) throws(LedgerError) {
    self.period = period
    self.rows = rows
    self.debtors = debtors
    groups = try Self.totals(debtors, \.group)
    collectors = try Self.totals(debtors, \.collector)
  }

  /// The part of the list that is of a group or a collector.
  ///
  /// - Throws: `amount.overflow`.
  package func only(group: String?, collector: String?) throws(LedgerError) -> DueList {
    guard group != nil || collector != nil else { return self }
    let kept = debtors.filter {
      (group == nil || $0.group == group) && (collector == nil || $0.collector == collector)
    }
    let members = Set(kept.map(\.member))
    return try DueList(
      period: period, rows: rows.filter { members.contains($0.loan.memberNumber) }, debtors: kept)
  }

  /// What the members of a group, or of a collector, have to pay.
  public struct Total: Hashable, Sendable, Codable {
    /// The group or the collector; nil for those without.
    public let name: String?
    /// How many members.
    public let members: Int
    /// What falls due in the period.
    public let due: Rupiah
    /// What fell due before it.
    public let arrears: Rupiah
    /// The late fees.
    public let lateFee: Rupiah
    /// All of it.
    public let total: Rupiah
  }

  private static func totals(
    _ debtors: [Debtor], _ part: KeyPath<Debtor, String?>
  ) throws(LedgerError) -> [Total] {
    guard debtors.contains(where: { $0[keyPath: part] != nil }) else { return [] }
    let parts = Dictionary(grouping: debtors) { $0[keyPath: part] }
    let names = parts.keys.compactMap(\.self).sorted() + (parts[nil] == nil ? [] : [nil])
    var totals: [Total] = []
    for name in names {
      let members = parts[name] ?? []
      totals.append(
        Total(
          name: name, members: members.count, due: try members.map(\.due).sum(),
          arrears: try members.map(\.arrears).sum(), lateFee: try members.map(\.lateFee).sum(),
          total: try members.map(\.total).sum()))
    }
    return totals
  }
}

extension LoanRegister.Row: Identifiable {
  /// The loan's number.
  public var id: LoanNumber { loan.number }
}

extension DueList.Debtor: Identifiable {
  /// The member's number.
  public var id: MemberNumber { member }
}
