public import KSPCore

/// Writes what the import of a cash book stored and proved.
public struct CashImportRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the counts, the months, and what is to be looked at.
  public func report(of report: CashImportReport) -> Report {
    let words = style.words
    let months = months(report.months)
    let mistakes = CashMistakeColumns(style).table(report.mistakes)
    let learned = CashWordsRenderer(style).table(report.learned)
    let differences = differences(report.differences)
    let booked = booked(report.booked)
    return Report(
      "ksp.cash-import/1", title: words("IMPOR BUKU KAS", "CASH BOOK BROUGHT IN"),
      subject: report.account.text,
      data: [
        "account": .text(report.account.text), "rows": .count(report.rows),
        "stored": .count(report.stored), "alreadyStored": .count(report.alreadyStored),
        "booked": .count(report.booked.count), "provedDays": .count(report.provedDays),
        "vouchers": .rows(booked), "months": .rows(months), "differences": .rows(differences),
        "learned": .rows(learned),
        "mistakes": .rows(mistakes),
      ], rows: ReportRows(months),
      blocks: [
        .fields(
          Report.Field(words.rows, String(report.rows)),
          Report.Field(words.stored, String(report.stored)),
          Report.Field(words.alreadyStored, String(report.alreadyStored)),
          Report.Field(
            words("Dibukukan lain", "Booked otherwise"),
            report.booked.isEmpty ? nil : String(report.booked.count)), width: 24),
        .gap, .table(months), .gap,
      ] + part(words("Dibukukan lain", "Booked otherwise"), booked)
        + part(words("Kata yang dipelajari", "Words that were learned"), learned)
        + part(words("Tidak cocok di lembarnya sendiri", "Wrong on the sheet itself"), mistakes)
        + part(
          words("Beda, ada kas dari tempat lain", "Differs, there is cash from elsewhere"),
          differences) + [verdict(report)])
  }

  private func part(_ heading: String, _ table: ReportTable) -> [Report.Block] {
    table.count == 0 ? [] : [.heading(heading), .table(table), .gap]
  }

  private func verdict(_ report: CashImportReport) -> Report.Block {
    let words = style.words
    return .verdict(
      report.differences.isEmpty
        ? words(
          "Saldo kas \(report.provedDays) hari sama dengan buku kas.",
          "Cash of \(report.provedDays) days is what the cash book says.")
        : words(
          "Saldo kas \(report.differences.count) hari berbeda; periksa.",
          "Cash of \(report.differences.count) days differs; look at it."))
  }

  private func months(_ months: [CashImportReport.Month]) -> ReportTable {
    let words = style.words
    return ReportTable(
      months,
      [
        .data("file") { .text($0.name) }, .data("month") { .text($0.month.description) },
        .left("monthName", words("Bulan", "Month"), 16) { .text(words($0.month.name)) }
          .only(.people),
        .right("opening", words("Awal", "Opening"), 14) { .amount($0.opening) },
        .right("in", words("Debet", "In"), 14) { .amount($0.received) },
        .right("out", words("Kredit", "Out"), 14) { .amount($0.paid) },
        .right("closing", words("Akhir", "Closing"), 14) { .amount($0.closing) },
      ])
  }

  private func booked(_ rows: [CashImportReport.Booked]) -> ReportTable {
    let words = style.words
    return ReportTable(
      rows,
      [
        .left("file", words.file, 16) { .text($0.name) },
        .right("line", words("Brs", "Line"), 4) { .count($0.line) },
        .left("date", words.date, 10) { .date($0.date) },
        .left("description", words("Uraian", "Description"), 20) { .text($0.description) },
        .right("amount", words.amount, 14) { .amount($0.amount) },
        .left("entry", words.voucher, 10) { .entry($0.entry) },
      ])
  }

  private func differences(_ differences: [CashImportReport.Difference]) -> ReportTable {
    let words = style.words
    return ReportTable(
      differences,
      [
        .left("date", words.date, 10) { .date($0.date) },
        .right("sheet", words("Buku kas", "Cash book"), 18) { .amount($0.sheet) },
        .right("book", words("Akun", "Account"), 18) { .amount($0.book) },
      ])
  }
}
