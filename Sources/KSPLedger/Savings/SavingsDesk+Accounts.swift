import GRDB
import KSPCore

/// The accounts of members: found, and opened.
extension SavingsDesk {
  /// The first sukarela account of a member, opened where there is none; nil for who has left.
  func usualAccount(of member: MemberNumber) throws -> AccountID? {
    guard let product = session.catalog.products.first(where: { $0.product.kind == .sukarela })
    else { throw LedgerError.productUnknown("sukarela", known: []) }
    let holder = try holder(member, in: product)
    guard holder.leftOn == nil else { return nil }
    return try holder.open.first?.id ?? openAccount(holder, in: product).id
  }

  /// Finds a member and their accounts in a product.
  func holder(_ number: MemberNumber, in product: Catalog.Product) throws -> SavingsHolder {
    let query = try session.statement(
      """
      SELECT m.id, m.name, m.kind, m.joinedOn, m.leftOn, a.id, a.code, b.balance, a.closedOn
      FROM member m
      LEFT JOIN savingsAccount s ON s.member = m.id AND s.product = ?
      LEFT JOIN account a ON a.id = s.account
      LEFT JOIN accountBalance b ON b.account = s.account
      WHERE m.number = ? ORDER BY s.ordinal
      """)
    query.bind(product.id, at: 1)
    query.bind(number, at: 2)
    defer { query.reset() }
    guard try query.step() else { throw try MemberTable.unknown(session.db, number) }
    var holder = SavingsHolder(
      memberID: query.int64(0), number: number, name: query.text(1) ?? "",
      kind: query.word(2, in: .memberKinds) ?? .individual,
      joinedOn: try BookDate(stored: query.int64(3)),
      leftOn: try query.optionalInt64(4).map { try BookDate(stored: $0) }, accounts: [])
    guard !query.isNull(5) else { return holder }
    repeat {
      holder.accounts.append(
        SavingsAccountState(
          id: AccountID(query.int64(5)), code: AccountCode(stored: query.text(6) ?? ""),
          product: product.id, balance: try Rupiah(sen: query.int64(7)).negated(),
          closedOn: try query.optionalInt64(8).map { try BookDate(stored: $0) }))
    } while try product.product.kind.mayBeSeveral && query.step()
    return holder
  }

  /// The member's first open account in a product, opened now if there is none yet.
  func openAccount(
    _ holder: SavingsHolder, in product: Catalog.Product
  ) throws -> SavingsAccountState {
    if let account = holder.first { return account }
    return try openFurther(holder, in: product)
  }

  /// Opens an account beside those that the member has in the product.
  func openFurther(
    _ holder: SavingsHolder, in product: Catalog.Product
  ) throws -> SavingsAccountState {
    let draft = try opening(holder, in: product)
    try session.record(draft)
    let id = AccountID(draft.changes[0]["id"]?.integer ?? 0)
    try session.setLimits(of: id, lowest: nil, highest: product.widestOverdraft)
    return SavingsAccountState(
      id: id, code: AccountCode(stored: draft.subject), product: product.id, balance: .zero,
      closedOn: nil)
  }

  /// What opening the member's next account in a product records.
  func opening(_ holder: SavingsHolder, in product: Catalog.Product) throws -> EventDraft {
    let ordinal = holder.accounts.count + 1
    let code = try nextCode(holder, in: product)
    let id = try session.nextID(of: "SELECT max(id) FROM account")
    return EventDraft(
      .accountOpened, code.text,
      [
        .insert(
          "account",
          [
            "id": .integer(id), "code": .text(code.text), "type": .text(product.type.rawValue),
            "parent": .integer(product.controlAccount.value), "isPostable": .integer(1),
          ]),
        .insert(
          "savingsAccount",
          [
            "account": .integer(id), "member": .integer(holder.memberID),
            "product": .integer(product.id), "ordinal": StoredValue(ordinal),
          ]),
      ])
  }

  /// The code of the member's next account: `SUK-0001`, then `SUK-0001-02`.
  ///
  /// A member whose number is another's with such an ending takes the next ending that is free.
  func nextCode(_ holder: SavingsHolder, in product: Catalog.Product) throws -> AccountCode {
    let stem = "\(product.product.accountPrefix)-\(holder.number)"
    var ordinal = holder.accounts.count + 1
    var text = stem
    let find = try session.statement("SELECT 1 FROM account WHERE code = ?")
    while true {
      if ordinal > 1 { text = stem + (ordinal < 10 ? "-0\(ordinal)" : "-\(ordinal)") }
      let code = try AccountCode(text)
      find.bind(code.text, at: 1)
      let isTaken = try find.step()
      find.reset()
      guard isTaken else { return code }
      ordinal += 1
    }
  }

  /// Opens a further account of a member at the counter, or the first one.
  ///
  /// - Returns: Its code; under a known reference that of the account that was opened then.
  func openAccount(
    member: MemberNumber, product code: ProductCode, on date: BookDate, note: EntryNote
  ) throws -> AccountCode {
    let product = try session.catalog.counterProduct(code)
    let holder = try holder(member, in: product)
    return try session.act(note) {
      if let reference = note.reference, let known = try session.recordedAct(reference) {
        let draft = try opening(holder, in: product)
        _ = try session.recordOnce(draft, ignoring: ["id", "account", "code", "ordinal"])
        return AccountCode(stored: try session.storedEvent(known.first)?.subject ?? "")
      }
      try requireMembership(holder, on: date)
      guard product.product.kind.mayBeSeveral || holder.accounts.isEmpty else {
        throw LedgerError.accountOnlyOne(product.product, holder.accounts[0].code)
      }
      return try openFurther(holder, in: product).code
    }
  }

  /// Refuses term deposits, which have acts of their own.
  func requireFree(_ product: Catalog.Product) throws(LedgerError) {
    guard product.product.kind != .berjangka else {
      throw .depositOwnActs(product.product.code.text)
    }
  }

  /// Refuses events outside somebody's membership.
  func requireMembership(_ holder: SavingsHolder, on date: BookDate) throws {
    if let left = holder.leftOn { throw LedgerError.memberLeft(holder.number, on: left) }
    guard date >= holder.joinedOn else {
      throw LedgerError.memberNotYetJoined(holder.number, joined: holder.joinedOn)
    }
  }
}
