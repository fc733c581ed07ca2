// What the rooms say to entries of no room. The list stands at the root, so that the journal, which
// all rooms stand on, knows none of them.

extension JournalDesk {
  /// Those who are asked before an entry by hand and before a reversal.
  var guards: [any EntryGuard] {
    [
      SavingsGuards(session: session), LoanGuards(session), AssetGuards(session: session),
      TermDepositGuards(session: session), ShuGuards(session: session),
      LeaverGuards(session: session),
    ]
  }
}
