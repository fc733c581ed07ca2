import ArgumentParser
import KSPCore
import KSPLedger

/// A period by `--from` and `--to`.
struct DayRange: ParsableArguments {
  @Option(
    name: .also("dari"),
    help: .say("Hari pertama.", "First day.", .date))
  var from: String?
  @Option(
    name: .also("sampai"),
    help: .say("Hari terakhir.", "Last day.", .date))
  var to: String?

  /// One month is the least that a statement shows: that of the end that was given, or the open
  /// one. Without `--to` it reaches to the last entry of the book, so that nothing that was handed
  /// out a receipt for is missing.
  func period(_ ledger: Ledger) throws -> BookPeriod {
    let (first, last) = try ends()
    let status = try ledger.status()
    let start = first ?? last?.month.firstDay ?? status.openMonth.firstDay
    let latest = max(start.month.lastDay, first == nil ? status.latestBookDate ?? start : start)
    return try argument { try BookPeriod(from: start, through: last ?? latest) }
  }

  func ends() throws -> (BookDate?, BookDate?) {
    (try argument(from, BookDate.init(parsing:)), try argument(to, BookDate.init(parsing:)))
  }
}

/// A period, and what was known then.
struct PeriodOptions: ParsableArguments {
  @OptionGroup var range: DayRange
  @OptionGroup var knowledge: KnowledgeOptions

  /// The period that a statement shows.
  func period(_ ledger: Ledger) throws -> BookPeriod { try range.period(ledger) }

  /// Nil when neither end was given: the whole book.
  private func optionalPeriod() throws -> BookPeriod? {
    let (first, last) = try range.ends()
    guard first != nil || last != nil else { return nil }
    return try argument { try BookPeriod(from: first ?? .earliest, through: last ?? .latest) }
  }

  /// Hands out the entries of the period, or of the whole book, as they were known.
  func entries(
    _ ledger: Ledger, to output: String?, _ body: (PostedEntry) throws -> Void
  ) throws {
    let known = try knowledge.known()
    let progress = Progress(
      say("jurnal", "entries"), of: try ledger.status().entries, sharesScreen: output == nil)
    defer { progress.finish() }
    var count = 0
    try ledger.entries(in: try optionalPeriod()) { entry in
      count += 1
      if count.isMultiple(of: 1_000) { progress.update(count) }
      guard let known else { return try body(entry) }
      guard entry.number <= known else { return }
      try body(entry.asKnown(at: known))
    }
  }
}

/// What was known when a report was printed before.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    name: .also("diketahui"),
    help: .say(
      "Seperti yang diketahui pada nomor bukti ini.", "As known at this voucher.", .voucher))
  var knownAt: String?

  /// The last voucher that counts; nil for all.
  func known() throws -> EntryNumber? { try argument(knownAt, EntryNumber.init(parsing:)) }
}

extension PostedEntry {
  /// The entry before anybody knew of a reversal that came after `known`.
  fileprivate func asKnown(at known: EntryNumber) -> PostedEntry {
    guard let reversedBy, reversedBy > known else { return self }
    return PostedEntry(
      number: number, kind: kind, bookDate: bookDate, recordedAt: recordedAt, note: note,
      reverses: reverses, reversedBy: nil, legs: legs, hash: hash)
  }
}
