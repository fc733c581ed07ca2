import GRDB
import KSPCore

/// Enters loans in the register, and opens what they need: a number, accounts, savings.
struct LoanRegistration {
  private let session: PostingSession

  init(_ session: PostingSession) { self.session = session }

  /// A loan that is entered in the register.
  struct Entered {
    let id: Int64
    let number: String
    /// The borrower's row.
    let owner: Int64
    let changes: [RowChange]
  }

  /// `PJ-0001` and on, in the order in which loans were entered, past numbers that a loan taken
  /// over brought along.
  func nextNumber() throws -> String {
    var next = try Int64.fetchOne(session.db.cachedStatement(sql: "SELECT max(id) FROM loan")) ?? 0
    while true {
      next += 1
      let digits = String(next)
      let number = "PJ-" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      if try isFree(number) { return number }
    }
  }

  /// Whether neither a loan nor an account has a number.
  func isFree(_ number: String) throws -> Bool {
    try Bool.fetchOne(
      session.db.cachedStatement(
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM loan WHERE number = ?1)
            AND NOT EXISTS (SELECT 1 FROM account WHERE code IN (?1, ?1 || '.J', ?1 || '.D'))
          """), arguments: [number]) ?? false
  }

  /// A loan for the register under a number, with what secures it.
  func enter(
    _ application: LoanApplication, as number: String, _ product: LoanProductRecord,
    _ version: LoanProductRecord.Version, _ plan: PlanTerms
  ) throws -> Entered {
    let member = try MemberTable.requireMember(session.db, number: application.member)
    if let left = member.leftOn { throw LedgerError.memberLeft(member.number, on: left) }
    guard application.date >= member.joinedOn else {
      throw LedgerError.memberNotYetJoined(member.number, joined: member.joinedOn)
    }
    for text in application.guarantors + application.collaterals.map(\.description)
      + [application.purpose].compactMap(\.self)
    where !text.isUsableText {
      throw LedgerError.noteUnacceptable(text)
    }
    if let negative = application.collaterals.first(where: { $0.value.isNegative }) {
      throw LedgerError.amountNotPositive(negative.value)
    }
    let owner = try MemberTable.id(session.db, number: application.member)
    let id = try session.nextID(of: "SELECT max(id) FROM loan")
    let loan = RowChange.insert(
      "loan",
      [
        "id": .integer(id), "number": .text(number), "member": .integer(owner),
        "product": .integer(product.id), "termsFrom": .integer(version.effectiveFrom),
        "termsVersion": .integer(version.version), "principal": StoredValue(application.amount),
        "count": StoredValue(plan.count), "rateBillionths": .integer(plan.rate.billionths),
        "rateBasis": .text(plan.rate.basis.rawValue),
        "purpose": StoredValue(application.purpose), "appliedOn": StoredValue(application.date),
      ])
    let collaterals = application.collaterals.enumerated().map { line, collateral in
      RowChange.insert(
        "loanCollateral",
        [
          "loan": .integer(id), "line": StoredValue(line + 1),
          "kind": .text(collateral.kind.rawValue), "description": .text(collateral.description),
          "value": StoredValue(collateral.value),
        ])
    }
    let guarantors = application.guarantors.enumerated().map { line, name in
      RowChange.insert(
        "loanGuarantor",
        ["loan": .integer(id), "line": StoredValue(line + 1), "name": .text(name)])
    }
    return Entered(
      id: id, number: number, owner: owner, changes: [loan] + collaterals + guarantors)
  }

  /// The member's own savings in a product, opened now if there are none yet.
  func savings(of record: LoanRecord, in product: Catalog.Product) throws -> AccountID {
    let desk = SavingsDesk(session: session)
    return try desk.openAccount(desk.holder(record.loan.memberNumber, in: product), in: product).id
  }

  func openAccounts(_ record: LoanRecord) throws -> PostingRules.LoanAccounts {
    // A disbursement that was reversed leaves its accounts behind, empty.
    if let accounts = record.state.accounts { return accounts }
    let number = record.loan.number
    let product = record.product.accounts
    let first = try session.nextID(of: "SELECT max(id) FROM account")
    let parts: [(part: String, suffix: String, name: Phrase, control: AccountID)] = [
      ("principal", "", Phrase("Pinjaman", "Loan"), product.principalControl),
      ("interest", ".J", Phrase("Jasa pinjaman", "Interest on loan"), product.interestControl),
      ("late-fee", ".D", Phrase("Denda pinjaman", "Late fees on loan"), product.lateFeeControl),
    ]
    let changes = parts.enumerated().flatMap { index, part -> [RowChange] in
      let id = StoredValue.integer(first + Int64(index))
      return [
        .insert(
          "account",
          [
            "id": id, "code": .text(number + part.suffix),
            "nameIndonesian": .text("\(part.name.indonesian) \(number)"),
            "nameEnglish": .text("\(part.name.english) \(number)"), "type": .text("asset"),
            "parent": .integer(part.control.value), "isPostable": .integer(1),
          ]),
        .insert(
          "loanAccount",
          ["account": id, "loan": .integer(record.id), "part": .text(part.part)]),
      ]
    }
    try session.record(EventDraft(.loanOpened, number, changes))
    try session.setLimits(of: AccountID(first), lowest: .zero, highest: nil)
    return PostingRules.LoanAccounts(
      principal: AccountID(first), interest: AccountID(first + 1), lateFee: AccountID(first + 2),
      interestIncome: product.interestIncome, lateFeeIncome: product.lateFeeIncome)
  }
}
