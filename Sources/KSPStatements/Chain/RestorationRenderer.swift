/// Writes what putting a backup in the place of a book does, with every entry that is lost.
public struct RestorationRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the outcome, or before the act what it would be.
  public func render(_ document: Restoration, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ found: Restoration) -> Report {
    let words = style.words
    let report = found.verification
    let fields = [
      Report.Field(words.backup, found.backup),
      Report.Field(words.entries, String(report.entries)),
      Report.Field(words.lastRecorded, found.lastRecordedAt.map { style.moment($0) }),
      Report.Field(words.backupProof, words.checksPassed(report.checks.count)),
      Report.Field(words.restoredBook, found.book),
      Report.Field(words.keptBook, found.kept),
      Report.Field(words.lostEntries, words.lost(found)),
    ]
    let table = ReportTable(
      [
        .left(words.voucher, 9), .left(words.date, 10), .left(words.event, 20),
        .right(words.amount, 15), .left(words.recordedAt, 20),
      ], found.lost
    ) { loss in
      [
        .text(loss.entry.description), .date(loss.bookDate), .text(words(loss.kind.name)),
        .amount(loss.amount), .text(style.moment(loss.recordedAt)),
      ]
    }.remarks { index in
      let note = found.lost[index].note
      let parts = [note.recordedBy, note.memo].compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: ": ")
    }
    return Report(
      title: words.restorationTitle,
      blocks: (style.isRehearsal ? [.note(words.rehearsalOfRestoring)] : [])
        + [.fields(fields.compactMap(\.self), width: 22)]
        + (found.lost.isEmpty ? [] : [.table(table)]))
  }

  private func csv(_ found: Restoration, into output: inout TextOutput) {
    CSVWriter.header(
      ["voucher", "date", "kind", "amount", "recorded_at", "recorded_by", "memo"], into: &output)
    for loss in found.lost {
      CSVWriter.row(
        [
          .entry(loss.entry), .date(loss.bookDate), .text(loss.kind.rawValue),
          .amount(loss.amount), .text(loss.recordedAt.description),
          .optional(loss.note.recordedBy), .optional(loss.note.memo),
        ], into: &output)
    }
  }

  private func json(_ found: Restoration, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.restore/1")
      json.field("backup", found.backup)
      json.field("book", found.book)
      json.field("kept", found.kept)
      json.field("entries", found.verification.entries)
      json.field("hash", found.verification.headHash)
      json.field("lastRecordedAt", found.lastRecordedAt?.description)
      json.field("bookReadable", found.bookProblem == nil)
      json.field("otherEventsLost", found.otherEventsLost)
      json.array("lost") { json in
        for loss in found.lost {
          json.object { json in
            json.field("voucher", loss.entry)
            json.field("date", loss.bookDate)
            json.field("kind", loss.kind.rawValue)
            json.field("amount", loss.amount)
            json.field("recordedAt", loss.recordedAt.description)
            json.field("recordedBy", loss.note.recordedBy)
            json.field("memo", loss.note.memo)
          }
        }
      }
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
