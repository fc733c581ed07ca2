public import KSPCore

/// Writes what the rows of a cash book were taken for (usulan buku kas). Its CSV is the list to be
/// answered.
public struct CashProposalsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the sheets with what does not recompute, then the rows: those to be filled in first.
  public func report(of proposals: CashProposals) -> Report {
    let words = style.words
    let sheets = sheets(proposals.sheets)
    let mistakes = CashMistakeColumns(style).table(proposals.mistakes)
    let all = rows(proposals.rows)
    let parts = [
      (words("Perlu diisi", "To be filled in"), proposals.open),
      (words("Usulan", "Proposals"), proposals.complete),
      (words("Sudah di buku", "In the book already"), proposals.stored),
    ]
    return Report(
      "ksp.cash-proposals/1", title: words("USULAN BUKU KAS", "PROPOSALS FOR THE CASH BOOK"),
      subject: proposals.account.text,
      data: [
        "account": .text(proposals.account.text), "sheets": .rows(sheets),
        "mistakes": .rows(mistakes), "rows": .rows(all),
      ], rows: ReportRows(all),
      blocks: [.table(sheets), .gap] + leftOut(proposals.sheets)
        + part(words("Tidak cocok di lembarnya sendiri", "Wrong on the sheet itself"), mistakes)
        + parts.flatMap { part($0.0, rows($0.1)) } + [
          .verdict(
            words(
              "\(proposals.open.count) perlu diisi, \(proposals.complete.count) menunggu ya, "
                + "\(proposals.stored.count) sudah di buku. Belum ada yang disimpan.",
              "\(proposals.open.count) to be filled in, \(proposals.complete.count) wait for a yes,"
                + " \(proposals.stored.count) in the book. Nothing is stored yet."))
        ])
  }

  private func part(_ heading: String, _ table: ReportTable) -> [Report.Block] {
    table.count == 0 ? [] : [.heading(heading), .table(table), .gap]
  }

  // MARK: - Sheets

  private func sheets(_ sheets: [CashSheet]) -> ReportTable {
    let words = style.words
    return ReportTable(
      sheets,
      [
        .data("file") { .text($0.name) }, .data("month") { .text($0.month.description) },
        .left("monthName", words("Bulan", "Month"), 14) { .text(words($0.month.name)) }
          .only(.people),
        .right("rows", words("Baris", "Rows"), 5) { .count($0.rows.count) },
        .right("opening", words("Awal", "Opening"), 13) { .amount($0.opening.balance) },
        .right("in", words("Debet", "In"), 13) { .amount($0.received) },
        .right("out", words("Kredit", "Out"), 13) { .amount($0.paid) },
        .right("closing", words("Akhir", "Closing"), 13) { .amount($0.closing) },
        .nested("leftOut") { sheet in
          .list(sheet.leftOutRows) { ["line": .count($0.line), "text": .text($0.text)] }
        },
      ])
  }

  /// What is neither a receipt nor a payment is not dropped without a word.
  private func leftOut(_ sheets: [CashSheet]) -> [Report.Block] {
    let words = style.words
    let notes: [Report.Block] = sheets.flatMap { sheet in
      sheet.leftOutRows.map { row in
        .note(
          words(
            "\(sheet.name):\(row.line) dilewati: \(row.text)",
            "\(sheet.name):\(row.line) left out: \(row.text)"))
      }
    }
    return notes.isEmpty ? [] : notes + [.gap]
  }

  // MARK: - Rows

  private func rows(_ rows: [CashProposal]) -> ReportTable {
    ReportTable(rows, said + meant).remarks { remark(rows[$0]) }
  }

  /// What the sheet says.
  private var said: [ReportColumn<CashProposal>] {
    let words = style.words
    return [
      .data("file") { .text($0.name) },
      .right("line", words("Brs", "Line"), 4) { .count($0.row.line) },
      .left("date", words.date, 10) { .date($0.row.date) },
      .left("description", words("Uraian", "Description"), 20) { .text($0.row.description) },
      .data("remarks") { .optional($0.row.remark) },
      .data("voucher") { .optional($0.row.voucher) },
      .right("in", words("Debet", "In"), 11) { .unlessZero($0.row.received) },
      .right("out", words("Kredit", "Out"), 11) { .unlessZero($0.row.paid) },
    ]
  }

  /// What it was taken for, and where the answer is written.
  private var meant: [ReportColumn<CashProposal>] {
    let words = style.words
    return [
      .left("account", words("Untuk", "For"), 14) { .optional($0.meaning?.text) },
      .data("member") { .optional($0.member?.number.text) },
      .data("name") { .optional($0.member?.name) },
      .data("dueMonths") { .text($0.months.map(\.description).joined(separator: " ")) },
      .data("reason") { .text(reasons($0)) },
      .data("choices") { .text(choices($0.choices)) },
      .data("answer") { _ in .blank }.only(.csv),
      .data("entry") { .optional($0.stored?.description) },
    ]
  }

  private func remark(_ proposal: CashProposal) -> String {
    let words = style.words
    let months = proposal.months.isEmpty ? nil : words.spans(proposal.months)
    let near = choices(proposal.choices)
    let parts: [String?] = [
      proposal.row.remark, proposal.member.map { "\($0.name) (\($0.number))" }, months,
      reasons(proposal), near.isEmpty ? nil : words("pilih: ", "choose: ") + near,
      proposal.stored?.description,
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  private func reasons(_ proposal: CashProposal) -> String {
    proposal.reasons.map { style.words($0) }.joined(separator: "; ")
  }

  private func choices(_ choices: [CashProposal.Choice]) -> String {
    choices.map { "\($0.number) \($0.name)" }.joined(separator: ", ")
  }
}
