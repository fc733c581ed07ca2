import GRDB
import KSPCore

/// A member's row with their account in one product, as the counter sees it.
struct SavingsHolder {
  let memberID: Int64
  let number: String
  let name: String
  let kind: Member.Kind
  let joinedOn: BookDate
  let leftOn: BookDate?
  /// Nil while the member has no account in the product.
  let account: SavingsAccountState?
}

extension PostingSession {
  /// Finds a member and their account in a product.
  func holder(_ number: String, in product: Catalog.Product) throws -> SavingsHolder {
    let query = try statement(
      """
      SELECT m.id, m.name, m.kind, m.joinedOn, m.leftOn, a.id, a.code, a.balance, a.closedOn
      FROM member m
      LEFT JOIN savingsAccount s ON s.member = m.id AND s.product = ?
      LEFT JOIN account a ON a.id = s.account
      WHERE m.number = ?
      """)
    query.bind(product.id, at: 1)
    query.bind(number, at: 2)
    defer { query.reset() }
    guard try query.step() else { throw try MemberTable.unknown(db, number) }
    let account: SavingsAccountState? =
      query.isNull(5)
      ? nil
      : SavingsAccountState(
        id: AccountID(query.int64(5)), code: AccountCode(stored: query.text(6) ?? ""),
        product: product.id, balance: try Rupiah(sen: query.int64(7)).negated(),
        closedOn: try query.optionalInt64(8).map { try BookDate(stored: $0) })
    return SavingsHolder(
      memberID: query.int64(0), number: number, name: query.text(1) ?? "",
      kind: Member.Kind(rawValue: query.text(2) ?? "") ?? .individual,
      joinedOn: try BookDate(stored: query.int64(3)),
      leftOn: try query.optionalInt64(4).map { try BookDate(stored: $0) }, account: account)
  }

  /// The member's account in a product, opened now if there is none yet.
  func openAccount(_ holder: SavingsHolder, in product: Catalog.Product) throws
    -> SavingsAccountState
  {
    if let account = holder.account { return account }
    let code = try AccountCode("\(product.product.accountPrefix)-\(holder.number)")
    let id = try nextID(of: "SELECT max(id) FROM account")
    try record(
      EventDraft(
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
              "product": .integer(product.id), "ordinal": .integer(1),
            ]),
        ]))
    try setLimits(of: AccountID(id), lowest: nil, highest: product.widestOverdraft)
    return SavingsAccountState(
      id: AccountID(id), code: code, product: product.id, balance: .zero, closedOn: nil)
  }

  /// Refuses events outside somebody's membership.
  func requireMembership(_ holder: SavingsHolder, on date: BookDate) throws {
    if let left = holder.leftOn { throw LedgerError.memberLeft(holder.number, on: left) }
    guard date >= holder.joinedOn else {
      throw LedgerError.memberNotYetJoined(holder.number, joined: holder.joinedOn)
    }
  }
}
