import KSPCore

/// An entry that is asked for once more, under a reference that the book knows.
struct EntryReplay {
  let session: PostingSession

  /// The reference under which something comes in that has a key of its own, and the voucher that
  /// stands under it; nil for none. What was taken back may come in once more, as `…#2`.
  func standing(_ first: String) throws -> (reference: String, entry: EntryNumber?) {
    var reference = first
    while let entry = try session.entryNumber(reference: reference) {
      guard try session.reversal(of: entry) != nil else { return (reference, entry) }
      reference = Self.next(first, after: reference)
    }
    return (reference, nil)
  }

  /// The reference after one: `saldo-awal/1-1000`, then `saldo-awal/1-1000#2`.
  static func next(_ first: String, after reference: String) -> String {
    let attempts = Int(reference.dropFirst(first.count + 1)) ?? 1
    return "\(first)#\(attempts + 1)"
  }

  /// What became of an entry when its act was recorded.
  ///
  /// - Throws: `reference.reused` for other content, `reference.reversed` where it was taken back.
  func outcome(
    of entry: JournalEntry, in known: RecordedAct, under reference: String
  ) throws -> PostingSession.Outcome {
    guard let number = known.entries.first(where: { $0.kind == entry.kind.rawValue })?.number
    else {
      throw LedgerError.referenceReused(
        reference, by: known, differing: Self.kindOfEvent)
    }
    if let field = try differing(entry, from: number) {
      throw LedgerError.referenceReused(reference, by: known, differing: field)
    }
    if let reversal = try session.reversal(of: number) {
      throw LedgerError.referenceReversed(
        reference, entry: number, by: reversal, beside: try standing(of: known))
    }
    return PostingSession.Outcome(
      number: number, isReplay: true, note: try note(of: number, under: reference))
  }

  /// The vouchers of an act that were not taken back.
  func standing(of act: RecordedAct) throws -> [EntryNumber] {
    try act.entries.map(\.number).filter { try session.reversal(of: $0) == nil }
  }

  /// The memo and the author of a stored entry, with the reference of its act.
  func note(of entry: EntryNumber, under reference: String) throws -> EntryNote {
    let query = try session.statement("SELECT memo, recordedBy FROM entry WHERE id = ?")
    query.bind(entry.value, at: 1)
    defer { query.reset() }
    guard try query.step() else { return EntryNote(reference: reference) }
    return EntryNote(reference: reference, memo: query.text(0), recordedBy: query.text(1))
  }

  /// In what a stored entry is another event than one of some kinds on a day; nil where those are
  /// the same. For what a rule refuses before there are legs to compare.
  func differing(
    _ kinds: Set<EntryKind>, on date: BookDate, from number: EntryNumber
  ) throws -> Phrase? {
    let header = try session.statement("SELECT kind, bookDate FROM entry WHERE id = ?")
    header.bind(number.value, at: 1)
    defer { header.reset() }
    guard try header.step(), kinds.contains(where: { $0.rawValue == header.text(0) }) else {
      return Self.kindOfEvent
    }
    return header.int64(1) == Int64(date.dayNumber) ? nil : Self.date
  }

  static let kindOfEvent = Phrase(id: "jenis", en: "kind")
  /// What remains where kind, day and record are the same.
  static let amountOrChoice = Phrase(id: "jumlah atau pilihan", en: "amount or choice")
  private static let date = Phrase(id: "tanggal", en: "date")

  /// In what a stored entry is another one; nil where date, kind and legs are the same. Memo and
  /// author are no part of what it is.
  private func differing(
    _ entry: JournalEntry, from number: EntryNumber
  ) throws -> Phrase? {
    let header = try session.statement("SELECT bookDate, reverses FROM entry WHERE id = ?")
    header.bind(number.value, at: 1)
    defer { header.reset() }
    guard try header.step() else { return Self.kindOfEvent }
    if header.int64(0) != Int64(entry.bookDate.dayNumber) {
      return Self.date
    }
    if header.optionalInt64(1) != entry.reverses?.value {
      return Phrase(id: "bukti", en: "voucher")
    }
    let stored = try session.postings(of: number)
    let wanted = JournalWriter.storedOrder(entry.postings)
    if stored.map(\.account) != wanted.map(\.account) { return Phrase(id: "akun", en: "accounts") }
    return stored == wanted ? nil : Phrase(id: "jumlah", en: "amount")
  }
}
