/// Writes what putting a backup in the place of a book does, with every entry that is lost.
public struct RestorationRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the outcome, or before the act what it would be.
  public func report(of found: Restoration) -> Report {
    let words = style.words
    let report = found.verification
    let lost = lost(found)
    return Report(
      "ksp.restore/1", title: words.restorationTitle,
      data: [
        "backup": .text(found.backup), "book": .text(found.book), "kept": .text(found.kept),
        "entries": .count(report.entries), "hash": .text(report.headHash),
        "lastRecordedAt": .text(found.lastRecordedAt?.description),
        "bookReadable": .flag(found.bookProblem == nil),
        "otherEventsLost": .count(found.otherEventsLost), "lost": .rows(lost),
      ], rows: ReportRows(lost),
      blocks: (style.isRehearsal ? [.note(words.rehearsalOfRestoring)] : []) + [
        .fields(
          Report.Field(words.backup, found.backup),
          Report.Field(words.entries, String(report.entries)),
          Report.Field(words.lastRecorded, found.lastRecordedAt.map { style.moment($0) }),
          Report.Field(words.backupProof, words.checksPassed(report.checks.count)),
          Report.Field(words.restoredBook, found.book), Report.Field(words.keptBook, found.kept),
          Report.Field(words.lostEntries, words.lost(found)), width: 22)
      ] + (found.lost.isEmpty ? [] : [.table(lost)]))
  }

  private func lost(_ found: Restoration) -> ReportTable {
    let words = style.words
    return ReportTable(
      found.lost,
      [
        .left("voucher", words.voucher, 9) { .text($0.entry.description) },
        .left("date", words.date, 10) { .date($0.bookDate) },
        .left("kind", words.event, 20) { .coded($0.kind.rawValue, shown: words($0.kind.name)) },
        .right("amount", words.amount, 15) { .amount($0.amount) },
        .left("recordedAt", words.recordedAt, 20) {
          .coded($0.recordedAt.description, shown: style.moment($0.recordedAt))
        },
        .data("recordedBy") { .optional($0.note.recordedBy) },
        .data("memo") { .optional($0.note.memo) },
      ]
    ).remarks { index in
      let note = found.lost[index].note
      let parts = [note.recordedBy, note.memo].compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: ": ")
    }
  }
}

extension Wording {
  fileprivate var restorationTitle: String { self("PEMULIHAN BUKU", "RESTORING A BOOK") }
  fileprivate var backup: String { self("Cadangan", "Backup") }
  fileprivate var lastRecorded: String { self("Catatan terakhirnya", "Its last record") }
  fileprivate var backupProof: String { self("Pemeriksaannya", "Its proof") }
  fileprivate var restoredBook: String { self("Buku yang diganti", "Book replaced") }
  fileprivate var keptBook: String { self("Buku lama disimpan di", "Old book kept as") }
  fileprivate var lostEntries: String { self("Yang hilang", "What is lost") }
  fileprivate var rehearsalOfRestoring: String {
    self("Belum diganti. Ini yang akan terjadi.", "Not replaced yet. This is what would happen.")
  }

  fileprivate func checksPassed(_ count: Int) -> String {
    self("\(count) dari \(count) pemeriksaan lolos", "\(count) of \(count) checks passed")
  }

  fileprivate func lost(_ found: Restoration) -> String {
    if let problem = found.bookProblem {
      return self(
        "tidak diketahui: buku lama tidak terbaca. \(problem.message.indonesian)",
        "not known: the old book cannot be read. \(problem.message.english)")
    }
    guard !found.losesNothing else { return self("tidak ada", "nothing") }
    return self(
      "\(found.lost.count) jurnal dan \(found.otherEventsLost) catatan lain, untuk diketik lagi",
      "\(found.lost.count) entries and \(found.otherEventsLost) other records, to be typed again")
  }
}
