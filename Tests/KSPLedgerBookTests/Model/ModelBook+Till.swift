import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A till beside the usual cash: opened, counted and closed by hand, with what differs.
extension ModelBook {
  /// The account that the first till gets.
  static let till = "1-1001"

  mutating func goToTill() throws -> String {
    switch pick(0...3) {
    case 0: try turnTill()
    case 1: try countTill()
    default: try depositIntoTill()
    }
  }

  private mutating func depositIntoTill() throws -> String {
    let (member, day, amount) = (member(), day(), amount())
    let found = refusal {
      try ledger.deposit(
        Rupiah(sen: amount), member: MemberNumber(member), on: Self.date(day),
        note: EntryNote(till: "kas-1"))
    }
    if found == nil { oracle.post(day, [(Self.till, amount), ("SUK-\(member)", -amount)]) }
    return Self.outcome(
      "till deposit", found,
      [
        oracle.membershipRefusal(member, day)
          ?? (oracle.isTillOpen ? day < oracle.tillDay ? .tillCounted : nil : .tillClosed)
      ])
  }

  /// Opens a till that is closed, or closes one that is open.
  private mutating func turnTill() throws -> String {
    let (day, counted) = (day(), contentOfTill())
    let found = refusal {
      oracle.isTillOpen
        ? try ledger.closeTill("kas-1", TillClosing(.sum(counted)), on: Self.date(day))
        : try ledger.openTill("kas-1", TillOpening(counted: .sum(counted)), on: Self.date(day))
    }
    let expected = tillRefusal(on: day)
    if found == nil {
      find(counted, on: day)
      oracle.isTillOpen.toggle()
    }
    return Self.outcome("till turned", found, [expected])
  }

  private mutating func countTill() throws -> String {
    let (day, counted) = (day(), contentOfTill())
    let found = refusal {
      try ledger.countTill("kas-1", .sum(counted), on: Self.date(day))
    }
    let expected = oracle.isTillOpen ? tillRefusal(on: day) : .tillClosed
    if found == nil { find(counted, on: day) }
    return Self.outcome("till counted", found, [expected])
  }

  /// What somebody finds: now and then a rupiah more or less.
  private mutating func contentOfTill() -> Rupiah {
    let difference = Int64(pick(-1...1)) * 100
    return Rupiah(sen: max(0, oracle.balance(Self.till) + difference))
  }

  /// A count comes after everything that went through the till, and after the last count.
  private func tillRefusal(on day: Int) -> LedgerError.Code? {
    let moved = oracle.entries.filter { entry in
      entry.legs.contains { $0.account == Self.till }
    }.map(\.day).max()
    return day < max(moved ?? 0, oracle.tillDay) ? .tillCounted : nil
  }

  private mutating func find(_ counted: Rupiah, on day: Int) {
    let difference = counted.sen - oracle.balance(Self.till)
    oracle.tillDay = day
    guard difference != 0 else { return }
    let other = difference > 0 ? "4-1210" : "5-2110"
    oracle.post(day, [(Self.till, difference), (other, -difference)], isReversible: false)
  }
}
