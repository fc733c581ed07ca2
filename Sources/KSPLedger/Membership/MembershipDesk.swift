import GRDB
import KSPCore

/// The desk of membership: who joins and who leaves, with what they bring to their savings and
/// take with them.
struct MembershipDesk {
  let session: PostingSession
  var savings: SavingsDesk { SavingsDesk(session: session) }

  func join(_ joining: NewMember) throws -> MembershipReceipt {
    var new = joining
    new.profile = try joining.profile.checked()
    try MemberAttributes.check(new.attributes)
    for part in [new.pokok, new.wajib, new.entranceFee] where part.isNegative {
      throw LedgerError.amountNotPositive(part)
    }
    return try session.act(new.note) {
      let number = try joiningNumber(new)
      let draft = EventDraft(
        .memberJoined, number.text, owner: number.id,
        MemberTable.joining(id: number.id, number: number.text, new))
      let given: Set<String> =
        new.number == nil ? ["id", "member", "number"] : ["id", "member"]
      let isNew = try session.recordOnce(draft, ignoring: given)
      let member =
        isNew
        ? Member(
          number: number.text, profile: new.profile, joinedOn: new.joinedOn, leftOn: nil,
          memberships: [Member.Membership(new.standing, since: new.joinedOn)],
          attributes: new.attributes)
        : try joined(new.note.reference)
      guard new.bringsMoney else {
        try requireNoMoney(under: new.note.reference)
        return MembershipReceipt(member: member, receipt: nil)
      }
      let outcome = try session.post(try joinEntry(new, number: member.number))
      return MembershipReceipt(
        member: member, receipt: try joinReceipt(new, outcome, of: member))
    }
  }

  /// Refuses a joining without money under the reference of one that brought some.
  private func requireNoMoney(under reference: String?) throws {
    guard let reference, let known = try session.recordedAct(reference), !known.entries.isEmpty
    else {
      return
    }
    throw LedgerError.referenceReused(
      reference, by: known, differing: Phrase(id: "jumlah", en: "amount"))
  }

  /// The number of somebody who joins, and their row. What is joined again is not numbered again.
  private func joiningNumber(_ new: NewMember) throws -> (id: Int64, text: MemberNumber) {
    let id = try session.nextID(of: "SELECT max(id) FROM member")
    if try session.recordedAct(new.note.reference) != nil {
      return (id, new.number ?? "")
    }
    try MemberTable.requireFree(session.db, externalID: new.profile.externalID)
    return (id, try newNumber(new.number))
  }

  /// The member whose joining carries a reference.
  private func joined(_ reference: String?) throws -> Member {
    let number = try String.fetchOne(
      session.db, sql: "SELECT subject FROM event WHERE reference = ?", arguments: [reference])
    return try MemberTable.requireMember(session.db, number: MemberNumber(number ?? ""))
  }

  /// A member number that is free: the one asked for, or the next.
  func newNumber(_ wanted: MemberNumber?) throws -> MemberNumber {
    guard let wanted else { return try MemberTable.nextNumber(session.db) }
    guard (1...20).contains(wanted.text.utf8.count), (try? AccountCode(wanted.text)) != nil else {
      throw LedgerError.memberProfileUnacceptable(wanted.text)
    }
    guard try MemberTable.member(session.db, number: wanted) == nil else {
      throw LedgerError.memberNumberTaken(wanted)
    }
    return wanted
  }

  private func joinEntry(_ new: NewMember, number: MemberNumber) throws -> JournalEntry {
    var parts: [(account: AccountID, amount: Rupiah)] = []
    for (code, amount) in [("pokok", new.pokok), ("wajib", new.wajib)] as [(ProductCode, Rupiah)]
    where !amount.isZero {
      let product = try session.catalog.product(code)
      let account = try savings.openAccount(try savings.holder(number, in: product), in: product)
      parts.append((account.id, amount))
    }
    parts.append((try session.catalog.account(.entranceFee), new.entranceFee))
    return try JournalEntry(
      .join, on: new.joinedOn,
      postings: PostingRules.join(
        cash: OtherSide(session: session).cash(new.note, on: new.joinedOn), parts: parts),
      note: new.note)
  }

  /// What somebody brings on joining.
  private func parts(of new: NewMember) throws -> [Receipt.Part] {
    [
      (try session.catalog.product("pokok").product.name, new.pokok),
      (try session.catalog.product("wajib").product.name, new.wajib),
      (Phrase(id: "Uang pangkal", en: "Entrance fee"), new.entranceFee),
    ].filter { !$0.1.isZero }.map { Receipt.Part(name: $0.0, account: nil, amount: $0.1) }
  }

  private func joinReceipt(
    _ new: NewMember, _ outcome: PostingSession.Outcome, of member: Member
  ) throws -> Receipt {
    let receipt = Receipt(
      entry: outcome.number, kind: .join, bookDate: new.joinedOn, account: nil,
      member: member.number, memberName: new.profile.name,
      amount: try new.pokok + new.wajib + new.entranceFee, parts: try parts(of: new), balance: nil,
      note: outcome.note,
      isReplay: outcome.isReplay)
    return new.wajib.isZero ? receipt : try DuesDesk(session: session).telling(receipt)
  }
}
