import GRDB
import KSPCore

/// The desk of the chart: which account the posting rules use for what.
struct ChartDesk {
  let session: PostingSession

  func assignRole(_ role: AccountRole, to code: AccountCode, note: EntryNote) throws {
    let state = try session.account(code)
    try session.act(note) {
      if try isRoleRepeated(role, code, isHeld: true, note) { return }
      guard try !holds(role, state.id) else { return }
      try requireFit(role, state)
      var changes: [RowChange?] = []
      if !role.allowsSeveral {
        for old in try holders(of: role) {
          try requireReplaceable(role, old)
          changes.append(heldChange(role, old.id, to: false))
        }
      }
      changes.append(try givenChange(role, state.id))
      try session.record(EventDraft(.roleChanged, code.text, changes))
    }
  }

  /// Says how far an account with cash may go below zero, and whether it is a bank.
  func setCash(_ code: AccountCode, _ wanted: CashMarks, note: EntryNote) throws {
    let state = try session.account(code)
    let old = try CashMarks(session.db, of: state.id)
    let new = try wanted.completed(from: old, of: code)
    let change = RowChange.update(
      "account", key: ["id": .integer(state.id.value)],
      [
        ("isBank", StoredValue(old.isBank == true), StoredValue(new.isBank == true)),
        (
          "mayBeNegative", StoredValue(old.mayBeNegative == true),
          StoredValue(new.mayBeNegative == true)
        ),
        (
          "agreedLimit", StoredValue(old.agreedLimit ?? .zero),
          StoredValue(new.agreedLimit ?? .zero)
        ),
      ])
    try record(change, of: code, note)
  }

  func releaseRole(_ role: AccountRole, from code: AccountCode, note: EntryNote) throws {
    let state = try session.account(code)
    try session.act(note) {
      if try isRoleRepeated(role, code, isHeld: false, note) { return }
      guard try holds(role, state.id) else {
        throw LedgerError.roleRefused(
          role, code, Phrase(id: "akun itu tidak memegangnya", en: "the account does not hold it"))
      }
      guard try !role.isRequired || holders(of: role).count > 1 else {
        throw LedgerError.roleRefused(
          role, code,
          Phrase(
            id: "peran itu harus dipegang sebuah akun; berikan kepada akun lain",
            en: "some account must hold the role; give it to another one"))
      }
      if !role.isRequired { try requireReplaceable(role, state) }
      try session.record(
        EventDraft(.roleChanged, code.text, [heldChange(role, state.id, to: false)]))
    }
  }

  /// Whether the same was done under the reference before; other content is refused.
  private func isRoleRepeated(
    _ role: AccountRole, _ code: AccountCode, isHeld: Bool, _ note: EntryNote
  ) throws -> Bool {
    guard let reference = note.reference, let known = try session.recordedAct(reference) else {
      return false
    }
    let stored = try session.storedEvent(known.first)
    let change = stored?.changes.last
    guard stored?.kind == EventKind.roleChanged.rawValue, stored?.subject == code.text,
      change?["role"] == .text(role.rawValue), change?["isHeld"] == StoredValue(isHeld)
    else {
      throw LedgerError.referenceReused(
        reference, by: known, differing: Phrase(id: "peran", en: "role"))
    }
    return true
  }

  private func holders(of role: AccountRole) throws -> [AccountState] {
    try Int64.fetchAll(
      session.db,
      sql: "SELECT account FROM accountRole WHERE role = ? AND isHeld = 1 ORDER BY account",
      arguments: [role.rawValue]
    ).map { try session.account(AccountID($0)) }
  }

  private func holds(_ role: AccountRole, _ id: AccountID) throws -> Bool {
    try holders(of: role).contains { $0.id == id }
  }

  private func heldChange(_ role: AccountRole, _ id: AccountID, to isHeld: Bool) -> RowChange? {
    .update(
      "accountRole", key: ["role": .text(role.rawValue), "account": .integer(id.value)],
      [("isHeld", StoredValue(!isHeld), StoredValue(isHeld))])
  }

  /// An account that held the role before has its row still.
  private func givenChange(_ role: AccountRole, _ id: AccountID) throws -> RowChange? {
    let isKnown = try Bool.fetchOne(
      session.db, sql: "SELECT EXISTS (SELECT 1 FROM accountRole WHERE role = ? AND account = ?)",
      arguments: [role.rawValue, id.value])
    guard isKnown != true else { return heldChange(role, id, to: true) }
    return .insert(
      "accountRole",
      ["role": .text(role.rawValue), "account": .integer(id.value), "isHeld": .integer(1)])
  }

  // MARK: - What would break

  private func requireFit(_ role: AccountRole, _ account: AccountState) throws {
    if try LoanProductTable.isOfMember(session.db, account.code) {
      throw LedgerError.roleRefused(
        role, account.code, Phrase(id: "itu rekening anggota", en: "it is a member's account"))
    }
    if let closed = account.closedOn {
      throw LedgerError.accountClosed(account.code, on: closed)
    }
    try role.requireFit(account.code, account.type, isPostable: account.isPostable)
    let others = try String.fetchAll(
      session.db,
      sql: "SELECT role FROM accountRole WHERE account = ? AND isHeld = 1 AND role <> ?",
      arguments: [account.id.value, role.rawValue]
    ).compactMap { AccountRole(rawValue: $0) }
    let serves = try Bool.fetchOne(
      session.db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM loanProduct WHERE (allowance = ?1 AND ?2 <> 'loan-allowance')
          OR (unearnedInterest = ?1 AND ?2 <> 'unearned-interest'))
        """, arguments: [account.id.value, role.rawValue])
    guard serves != true, others.allSatisfy({ role.mayStand(with: $0) }) else {
      throw LedgerError.roleRefused(
        role, account.code,
        Phrase(
          id: "akun itu sudah dipakai untuk hal lain; pilih akun tersendiri",
          en: "the account serves something else already; use an account of its own"))
    }
  }

  /// Refuses to take a role from an account that others stand on.
  private func requireReplaceable(_ role: AccountRole, _ old: AccountState) throws {
    if role.isControl,
      let child = try String.fetchOne(
        session.db, sql: "SELECT code FROM account WHERE parent = ? LIMIT 1",
        arguments: [old.id.value])
    {
      throw LedgerError.roleRefused(
        role, old.code,
        Phrase(
          id: "di bawah akun lama \(old.code) sudah ada rekening \(child)",
          en: "account \(child) already lies below its old account \(old.code)"))
    }
    // What is owed by name would be looked for on the new account.
    guard ![.leaverPayable, .insurer].contains(role) || old.balance.isZero else {
      throw LedgerError.roleRefused(
        role, old.code,
        Phrase(
          id: "di akun lama \(old.code) masih ada \(old.balance.formatted)",
          en: "its old account \(old.code) still holds \(old.balance.formatted)"))
    }
    guard role != .openingClearing || old.balance.isZero else {
      throw LedgerError.roleRefused(
        role, old.code,
        Phrase(
          id: "saldo awal di akun lama \(old.code) belum nol",
          en: "the opening balances on its old account \(old.code) are not at zero"))
    }
  }
}

extension AccountRole {
  /// Whether one account may hold both: what is set aside and what is not earned yet must be all
  /// that its account holds, and what lies below a control account is of one kind.
  fileprivate func mayStand(with other: AccountRole) -> Bool {
    let alone: Set<AccountRole> = [.loanAllowance, .unearnedInterest]
    return alone.isDisjoint(with: [self, other]) && !(isControl && other.isControl)
  }
}
