// What the rooms say to entries of no room. The list stands at the root, so that the journal, which
// all rooms stand on, knows none of them.

extension JournalDesk {
  /// Those who are asked before an entry by hand and before a reversal; the first who has a say in
  /// a reversal answers. A claim on an insurer is a payment on a loan, too.
  var guards: [any EntryGuard] {
    [
      InsuranceGuards(session: session), SavingsGuards(session: session), LoanGuards(session),
      PlannedGuards(session: session), AssetGuards(session: session),
      TermDepositGuards(session: session), ShuGuards(session: session),
      LeaverGuards(session: session),
    ]
  }

  /// Refuses accounts that the acts of some room keep.
  func requireNone(of accounts: [AccountID]) throws {
    for guarded in guards { try guarded.requireNone(of: accounts) }
  }

  /// Refuses a transaction, whatever its acts were, that took what a room has promised to somebody.
  func requireKept(_ accounts: Set<AccountID>) throws {
    for guarded in guards { try guarded.requireKept(accounts) }
  }
}
