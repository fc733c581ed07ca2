/// Writes what became of the open lines of a bank (cocokkan bank).
public struct BankMatchRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the lines that have a voucher now, those that may have several, and those without.
  public func report(of match: BankMatchReport) -> Report {
    let words = style.words
    let pairs = pairs(match)
    let lines = BankLineColumns(style)
    let (doubtful, open) = (lines.table(match.doubtful), lines.table(match.open))
    let tied = lines.table(match.tied.map(\.line), tied: match.tied)
    let left = match.doubtful.count + match.tied.count + match.open.count
    return Report(
      "ksp.bank-match/1", title: words("COCOKKAN BANK", "BANK TICKED"),
      subject: match.account.text,
      data: [
        "account": .text(match.account.text), "matched": .rows(pairs),
        "doubtful": .rows(doubtful), "tied": .rows(tied), "open": .rows(open),
      ], rows: ReportRows(pairs),
      blocks: part(words("Cocok", "Ticked"), pairs)
        + part(
          words("Bisa beberapa bukti, pilih sendiri", "Several vouchers fit, choose"), doubtful)
        + part(
          words(
            "Dua aturan sama panjang: panjangkan atau akhiri satu",
            "Two rules of one length: make one longer or end it"), tied)
        + part(words("Belum ada di buku", "Not in the book"), open) + [
          .verdict(
            words(
              "\(match.pairs.count) cocok, \(left) belum.",
              "\(match.pairs.count) ticked, \(left) open."))
        ])
  }

  private func part(_ heading: String, _ table: ReportTable) -> [Report.Block] {
    table.count == 0 ? [] : [.heading(heading), .table(table), .gap]
  }

  private func pairs(_ match: BankMatchReport) -> ReportTable {
    let words = style.words
    return ReportTable(
      match.pairs,
      [
        .right("line", words("Baris", "Line"), 6) { .count($0.line.number) },
        .left("date", words.date, 10) { .date($0.line.date) },
        .left("description", words.description, 25) { .text($0.line.description) },
        .right("amount", words.amount, 14) { .amount($0.line.amount) },
        .left("voucher", words.voucher, 9) { .entry($0.entry) },
        .left("booked", words("Dibukukan", "Booked"), 9) { .optional($0.booked?.text) },
      ])
  }
}
