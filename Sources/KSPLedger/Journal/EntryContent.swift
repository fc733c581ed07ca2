import KSPCore

/// What an entry in the book is about, as the receipt of its reversal says it: whose it was, the
/// amount that its own receipt named, and what that was made of.
struct EntryContent {
  /// The account that the entry is about; nil where it is about several.
  var account: AccountState?
  /// The member whom it is about, and their name.
  var member: MemberNumber?
  var memberName: String?
  /// The loan that it is an event of.
  var loan: LoanNumber?
  var amount = Rupiah.zero
  var deductions: [Receipt.Deduction] = []
  var parts: [Receipt.Part] = []
  /// What is left of the account once the entry is taken back, where the account's own balance does
  /// not say it.
  var balance: Rupiah?

  /// What every entry says of itself: its amount is what accounts gave that got nothing back.
  ///
  /// Legs of one account are one: a payment that becomes income with its receipt debits and credits
  /// the receivable, which moves no money. The parts are where the amount went; an entry by hand
  /// shows all of its legs.
  init(_ session: PostingSession, _ entry: EntryNumber, _ kind: EntryKind) throws {
    let legs = try session.postings(of: entry)
    var order: [AccountID] = []
    var nets: [AccountID: Rupiah] = [:]
    for leg in legs {
      if nets[leg.account] == nil { order.append(leg.account) }
      nets[leg.account] = try nets[leg.account, default: .zero] + leg.amount
    }
    let accounts = try order.map { try session.account($0) }
    for account in accounts { try amount += (nets[account.id] ?? .zero).orZero }
    let savings = accounts.filter { $0.savings != nil }
    // Money between two members is about the one who gave it; what joins several is about none.
    self.account =
      kind == .transfer
      ? savings.first { nets[$0.id]?.isNegative == false } : savings.count == 1 ? savings[0] : nil
    let owners = Set(savings.compactMap(\.savings?.member))
    if let owner = (self.account ?? (owners.count == 1 ? savings.first : nil))?.savings {
      (member, memberName) = (owner.member, owner.memberName)
    }
    let hasSides = kind.is(.betweenOwnAccounts)
    guard hasSides || kind == .transfer || kind == .merge || accounts.count > 2 else { return }
    for account in accounts {
      guard let net = nets[account.id], !net.isZero, hasSides || net.isNegative else { continue }
      parts.append(
        Receipt.Part(
          name: try Self.name(of: account, session), account: account.code,
          side: hasSides ? net.isNegative ? .credit : .debit : nil,
          amount: net.isNegative ? try net.negated() : net))
    }
  }

  /// A member's account has the member's name, any other its own.
  static func name(of account: AccountState, _ session: PostingSession) throws -> Phrase {
    if let savings = account.savings {
      return Phrase(id: savings.memberName, en: savings.memberName)
    }
    let query = try session.statement(
      "SELECT nameIndonesian, nameEnglish FROM account WHERE id = ?")
    query.bind(account.id.value, at: 1)
    defer { query.reset() }
    guard try query.step() else { return Phrase(id: account.code.text, en: account.code.text) }
    return Phrase(id: query.text(0) ?? "", en: query.text(1) ?? "")
  }
}
