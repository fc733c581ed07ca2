import GRDB
import KSPCore

/// Enters loans in the register, and opens what they need: a number, accounts, savings.
struct LoanRegistration {
  private let session: PostingSession

  init(_ session: PostingSession) { self.session = session }

  /// A loan that is entered in the register.
  struct Entered {
    let id: Int64
    let number: LoanNumber
    /// The borrower's row.
    let owner: Int64
    let changes: [RowChange]
  }

  /// `PJ-0001` and on, in the order in which loans were entered, past numbers that a loan taken
  /// over brought along.
  func nextNumber() throws -> LoanNumber {
    var next = try Int64.fetchOne(session.db.cachedStatement(sql: "SELECT max(id) FROM loan")) ?? 0
    while true {
      next += 1
      let digits = String(next)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
      let number: LoanNumber = "PJ-\(zeros)\(digits)"
      if try isFree(number) { return number }
    }
  }

  /// Whether neither a loan nor an account has a number.
  func isFree(_ number: LoanNumber) throws -> Bool {
    try Bool.fetchOne(
      session.db.cachedStatement(
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM loan WHERE number = ?1)
            AND NOT EXISTS (SELECT 1 FROM account
              WHERE code IN (?1, ?1 || '.J', ?1 || '.D', ?1 || '.A'))
          """), arguments: [number.text]) ?? false
  }

  /// A loan for the register under a number, with what secures it.
  func enter(
    _ application: LoanApplication, as number: LoanNumber, _ product: LoanProductRecord,
    _ version: LoanProductRecord.Version, _ plan: PlanTerms
  ) throws -> Entered {
    let member = try MemberTable.requireMember(session.db, number: application.member)
    if let left = member.leftOn { throw LedgerError.memberLeft(member.number, on: left) }
    guard application.date >= member.joinedOn else {
      throw LedgerError.memberNotYetJoined(member.number, joined: member.joinedOn)
    }
    let guarantors = try resolved(application.guarantors)
    for text in application.collaterals.map(\.description)
      + [application.purpose].compactMap(\.self)
    where !text.isUsableText {
      throw LedgerError.noteUnacceptable(text)
    }
    try requireCollaterals(application.collaterals)
    let owner = try MemberTable.id(session.db, number: application.member)
    let id = try session.nextID(of: "SELECT max(id) FROM loan")
    let loan = RowChange.insert(
      "loan",
      [
        "id": .integer(id), "number": StoredValue(number), "member": .integer(owner),
        "product": .integer(product.id), "termsFrom": .integer(version.effectiveFrom),
        "termsVersion": .integer(version.version), "principal": StoredValue(application.amount),
        "count": StoredValue(plan.count), "rateBillionths": .integer(plan.rate.billionths),
        "rateBasis": .text(plan.rate.basis.rawValue),
        "purpose": StoredValue(application.purpose), "appliedOn": StoredValue(application.date),
      ], also: plan.administration.columns)
    let collaterals = application.collaterals.enumerated().map { line, collateral in
      LoanRegistration.row(of: collateral, id, line: line + 1)
    }
    let vouching = try guarantors.enumerated().map { line, guarantor in
      let member = try guarantor.member.map { try MemberTable.id(session.db, number: $0) }
      return RowChange.insert(
        "loanGuarantor",
        [
          "loan": .integer(id), "line": StoredValue(line + 1), "member": StoredValue(member),
          "name": member == nil ? .text(guarantor.name) : .null,
          "nik": StoredValue(guarantor.nik), "relation": StoredValue(guarantor.relation),
        ])
    }
    return Entered(
      id: id, number: number, owner: owner, changes: [loan] + collaterals + vouching)
  }

  /// A collateral of a loan; one that came later names the step with which it came.
  static func row(
    of collateral: Collateral, _ loan: Int64, line: Int, step: StoredValue = .null
  ) -> RowChange {
    .insert(
      "loanCollateral",
      [
        "loan": .integer(loan), "line": StoredValue(line),
        "kind": .text(collateral.kind.rawValue), "description": .text(collateral.description),
        "value": StoredValue(collateral.value), "step": step,
      ])
  }

  /// Refuses collateral that cannot be printed or is worth less than nothing.
  func requireCollaterals(_ collaterals: [Collateral]) throws {
    for collateral in collaterals {
      guard collateral.description.isUsableText else {
        throw LedgerError.noteUnacceptable(collateral.description)
      }
      guard !collateral.value.isNegative else {
        throw LedgerError.amountNotPositive(collateral.value)
      }
    }
  }

  /// Guarantors as they are kept: a member by the number, anybody else with name, NIK and relation.
  ///
  /// A text of digits is a member's number; one that no member has is refused.
  func resolved(_ guarantors: [Guarantor]) throws -> [Guarantor] {
    try guarantors.map { given in
      let number = given.member ?? MemberNumber(given.name)
      if let member = try MemberTable.member(session.db, number: number) {
        return Guarantor(member: number, name: member.profile.name, relation: given.relation)
      }
      guard given.member == nil, !given.name.utf8.allSatisfy({ (48...57).contains($0) }) else {
        throw LedgerError.memberUnknown(number)
      }
      var person = given
      for text in [given.name, given.relation].compactMap(\.self) where !text.isUsableText {
        throw LedgerError.noteUnacceptable(text)
      }
      person.nik = try given.nik.map { try IdentityNumber.nik($0) }
      return person
    }
  }

  /// The member's own savings in a product, opened now if there are none yet.
  func savings(of member: MemberNumber, in product: Catalog.Product) throws -> AccountID {
    let desk = SavingsDesk(session: session)
    return try desk.openAccount(desk.holder(member, in: product), in: product).id
  }

  func openAccounts(_ record: LoanRecord) throws -> PostingRules.LoanAccounts {
    let number = record.loan.number
    let product = record.product.accounts
    var parts: [(part: LoanComponent, suffix: String, name: Phrase, control: AccountID)] = [
      (.principal, "", Phrase(id: "Pinjaman", en: "Loan"), product.principalControl),
      (
        .interest, ".J", Phrase(id: "Jasa pinjaman", en: "Interest on loan"),
        product.interestControl
      ),
      (
        .lateFee, ".D", Phrase(id: "Denda pinjaman", en: "Late fees on loan"),
        product.lateFeeControl
      ),
    ]
    // What is taken with the interest lies beside it; it never holds anything.
    if record.state.agreed.administration != .nothing {
      parts.append(
        (
          .administration, ".A", Phrase(id: "Administrasi pinjaman", en: "Administration of loan"),
          product.interestControl
        ))
    }
    // A disbursement that was reversed leaves its accounts behind, empty.
    if let accounts = record.state.accounts {
      guard parts.last?.part == .administration, accounts.administration == nil else {
        return accounts
      }
      parts = parts.suffix(1)
    }
    let first = try session.nextID(of: "SELECT max(id) FROM account")
    let changes = parts.enumerated().flatMap { index, part -> [RowChange] in
      let id = StoredValue.integer(first + Int64(index))
      return [
        .insert(
          "account",
          [
            "id": id, "code": .text(number.text + part.suffix),
            "nameIndonesian": .text("\(part.name.indonesian) \(number)"),
            "nameEnglish": .text("\(part.name.english) \(number)"), "type": .text("asset"),
            "parent": .integer(part.control.value), "isPostable": .integer(1),
          ]),
        .insert(
          "loanAccount",
          ["account": id, "loan": .integer(record.id), "part": .text(part.part.rawValue)]),
      ]
    }
    try session.record(EventDraft(.loanOpened, number, changes))
    if parts.first?.part == .principal {
      try session.setLimits(of: AccountID(first), lowest: .zero, highest: nil)
    }
    guard let accounts = try LoanFiles(session).reader().loan(id: record.id).state.accounts else {
      throw LedgerError.invariantBroken("\(number): accounts")
    }
    return accounts
  }
}
