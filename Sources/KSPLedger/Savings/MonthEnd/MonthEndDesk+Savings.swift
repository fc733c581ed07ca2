import KSPCore

extension MonthEndDesk {
  /// The account of a member in a product, opened now: they have none there.
  ///
  /// One that nobody will see where nothing is stored.
  func openAccount(of member: Int64, in product: Catalog.Product) throws -> AccountID {
    guard let session else { return AccountID(0) }
    let query = try SQLStatement(db, "SELECT number FROM member WHERE id = ?")
    query.bind(member, at: 1)
    defer { query.reset() }
    let number: MemberNumber = try query.step() ? query.number(0) ?? "" : ""
    let savings = SavingsDesk(session: session)
    let holder = try savings.holder(number, in: product)
    return try savings.openAccount(holder, in: product).id
  }
}
