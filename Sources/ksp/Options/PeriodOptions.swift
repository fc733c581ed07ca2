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

  /// The days of a statement; what is left out follows from the book.
  func period(_ ledger: Ledger, knownAt: KnowledgePoint? = nil) throws -> BookPeriod {
    let (first, last) = try ends()
    return try argument {
      try ledger.statementPeriod(from: first, through: last, asRecordedThrough: knownAt)
    }
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
  func period(_ ledger: Ledger) throws -> BookPeriod {
    try range.period(ledger, knownAt: try knowledge.known())
  }

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
    try ledger.entries(EntryQuery(in: try optionalPeriod()), asRecordedThrough: known) { entry in
      count += 1
      if count.isMultiple(of: 1_000) { progress.update(count) }
      try body(entry)
    }
  }
}

/// What was known when a report was printed before.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    name: .also("diketahui"),
    help: .say(
      "Seperti yang diketahui pada peristiwa, bukti atau tanggal catat ini.",
      "As known at this event, voucher or day of recording.",
      Phrase(id: "titik", en: "point")))
  var knownAt: String?

  /// The point that counts; nil for now.
  func known() throws -> KnowledgePoint? { try argument(knownAt, KnowledgePoint.init(parsing:)) }
}
