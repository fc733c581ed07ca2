import KSPLedger

/// Posting safely with references.
func postSafely(in ledger: Ledger) throws {
  let day = try BookDate(parsing: "2026-01-06")

  // snippet: reference
  let key = "teller-2/2026-01-06/0041"
  let receipt = try ledger.deposit(500_000, member: "0001", on: day, reference: key)
  let again = try ledger.deposit(500_000, member: "0001", on: day, reference: key)
  print(receipt.entry, again.entry, again.isReplay)
  // snippet end

  // snippet: reused
  do {
    _ = try ledger.deposit(5_000_000, member: "0001", on: day, reference: key)
  } catch {
    guard error.code == .referenceReused else { throw error }
    print(error.message[.english])
    print(error.advice[.english])
  }
  // snippet end

  // snippet: rehearsal
  let plan = try ledger.withdraw(120_000, member: "0001", on: day, dryRun: true)
  print(plan.amountInWords[.english], "– balance afterwards:", plan.balance?.formatted ?? "")
  // snippet end

  // snippet: reversal
  let wrong = try ledger.deposit(
    900_000, member: "0002", on: day, reference: "teller-2/2026-01-06/0042")
  let reversal = try ledger.reverse(
    wrong.entry, on: day, note: EntryNote(memo: "meant for another member"))
  print(reversal.entry, "reverses", wrong.entry)
  // snippet end

  // snippet: together
  let (saved, joined) = try ledger.transact { book in
    let saved = try book.deposit(
      50_000, member: "0001", on: day, reference: "teller-2/2026-01-06/0043")
    let joined = try book.addMember(
      NewMember(
        profile: MemberProfile(name: "Dewi Lestari"), joinedOn: day, pokok: 100_000,
        reference: "teller-2/2026-01-06/0044"))
    return (saved, joined)
  }
  print(saved.entry, joined.member.number, joined.receipt?.entry.description ?? "")
  // snippet end

  // snippet: nothing
  do {
    try ledger.transact { book in
      _ = try book.deposit(50_000, member: "0001", on: day)
      _ = try book.withdraw(90_000_000, member: "0002", on: day)
    }
  } catch {
    print("nothing is stored:", (error as? LedgerError)?.code.rawValue ?? "\(error)")
  }
  // snippet end
}
