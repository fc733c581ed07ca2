import GRDB
import KSPCore

/// Answers a paymaster's list that is booked once more, under a reference that the book knows.
struct ClaimReplay {
  let session: PostingSession

  /// What the answer under a reference left; nil where there is none.
  ///
  /// - Throws: `reference.reused` for another list, day or sum, `reference.reversed`.
  func receipt(
    _ deductions: ClaimDeductions, of number: Int, on date: BookDate, _ note: EntryNote
  ) throws -> ClaimReceipt? {
    guard let reference = note.reference, let known = try session.recordedAct(reference) else {
      return nil
    }
    var sums: [MemberNumber: Rupiah] = [:]
    for entry in known.entries.map(\.number) {
      for row in try rows(of: entry, number, on: date) {
        try sums[row.member, default: .zero] += row.amount
      }
    }
    let isSame: Bool
    if case .sums(let asked) = deductions {
      isSame = asked.filter { !$0.value.isZero } == sums
    } else {
      isSame = true
    }
    guard isSame, !sums.isEmpty else {
      throw LedgerError.referenceReused(
        reference, by: known,
        differing: Phrase(id: "tagihan, tanggal atau jumlah", en: "claim, date or amount"))
    }
    for entry in known.entries.map(\.number) {
      if let reversal = try session.reversal(of: entry) {
        throw LedgerError.referenceReversed(reference, entry: entry, by: reversal)
      }
    }
    return ClaimReceipt(
      claim: try ClaimReader(db: session.db).claim(number), amount: try sums.values.sum(),
      entries: known.entries.map(\.number), isReplay: true)
  }

  private func rows(
    of entry: EntryNumber, _ claim: Int, on date: BookDate
  ) throws -> [(member: MemberNumber, amount: Rupiah)] {
    try Row.fetchAll(
      session.db,
      sql: """
        SELECT m.number, d.amount FROM claimDeduction d
        JOIN claimLine l ON l.claim = d.claim AND l.line = d.line JOIN member m ON m.id = l.member
        JOIN entry e ON e.id = d.entry WHERE d.entry = ? AND d.claim = ? AND e.bookDate = ?
        """, arguments: [entry.value, claim, date.dayNumber]
    ).map { (try $0.value(0), Rupiah(sen: try $0.value(1) as Int64)) }
  }
}
