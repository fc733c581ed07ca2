import KSPCore

/// A voucher of a month end, which grows leg by leg and begins with the first of them.
final class MonthVoucher {
  let kind: EntryKind
  let reference: String
  /// Its number, once it has a leg; nil in a preview.
  fileprivate(set) var number: EntryNumber?
  /// What it says of itself.
  var memo: String?
  private unowned let desk: MonthEndDesk
  fileprivate var hasBegun = false
  /// In a box of its own: a copy of its hash would be copied with every leg.
  fileprivate var legs: Legs?

  fileprivate final class Legs {
    var voucher: JournalWriter.Voucher
    init(_ voucher: JournalWriter.Voucher) { self.voucher = voucher }
  }

  fileprivate init(_ kind: EntryKind, _ reference: String, _ desk: MonthEndDesk) {
    self.kind = kind
    self.reference = reference
    self.desk = desk
  }

  /// Adds a leg; nothing for an amount of zero.
  func add(_ posting: Posting) throws {
    guard !posting.amount.isZero else { return }
    try desk.add(posting, to: self)
  }
}

extension MonthEndDesk {
  /// A voucher of the month. Its number follows the order in which vouchers get their first leg.
  ///
  /// Where evidence alone is taken, it is the one that the book has under the reference.
  func voucher(_ kind: EntryKind, _ reference: String) throws -> MonthVoucher {
    let voucher = MonthVoucher(kind, reference, self)
    if case .evidence = purpose {
      let query = try SQLStatement(db, "SELECT id FROM entry WHERE reference = ?")
      query.bind(reference, at: 1)
      defer { query.reset() }
      voucher.number = try query.step() ? EntryNumber(query.int64(0)) : nil
    }
    return voucher
  }

  /// Sums up what vouchers of the month add to some accounts.
  func watch(_ accounts: Set<AccountID>) { watching.formUnion(accounts) }

  /// What vouchers have added to an account that is watched; nothing where those of the month are
  /// in the book.
  func watched(_ account: AccountID) -> Rupiah { sums[account] ?? .zero }

  fileprivate func add(_ posting: Posting, to voucher: MonthVoucher) throws {
    switch purpose {
    case .proof, .evidence: return
    case .preview, .run: break
    }
    if watching.contains(posting.account) {
      sums[posting.account] = try watched(posting.account) + posting.amount
    }
    if !voucher.hasBegun { try begin(voucher) }
    if let session, let legs = voucher.legs { try session.journal.add(posting, to: &legs.voucher) }
  }

  private func begin(_ voucher: MonthVoucher) throws {
    try requireFree(voucher.reference)
    voucher.hasBegun = true
    guard let session else { return }
    let legs = MonthVoucher.Legs(session.journal.beginVoucher(on: month.lastDay))
    voucher.legs = legs
    voucher.number = legs.voucher.number
    vouchers.append(voucher)
  }

  /// Seals the vouchers, in the order in which they began.
  func seal() throws {
    guard let session else { return }
    for voucher in vouchers {
      guard let legs = voucher.legs else { continue }
      let note = EntryNote(
        reference: voucher.reference, memo: voucher.memo, recordedBy: note.recordedBy)
      _ = try session.journal.seal(legs.voucher, kind: voucher.kind, note: note)
    }
    vouchers.removeAll()
  }
}
