/// Writes what a field collector takes out, and what came back of it (daftar tagih).
public struct CollectionListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for everything that is due; what was not brought back leaves room to write.
  public func report(of list: CollectionList) -> Report {
    let words = style.words
    let table = table(list)
    return Report(
      "ksp.collection/1", title: words("DAFTAR TAGIH", "COLLECTION LIST"),
      subject: "\(list.till) \(words.day(list.date))",
      data: [
        "till": .text(list.till), "account": .text(list.account.text), "round": .count(list.round),
        "date": .date(list.date), "keeper": .text(list.keeper), "lines": .rows(table),
        "due": .amount(list.due), "collected": .amount(list.collected),
        "balance": .amount(list.balance),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.till, "\(list.till) (\(list.account)), \(list.round)"),
          Report.Field(words.date, words(list.date.inWords)),
          Report.Field(words.keeper, list.keeper)),
        .table(table.total(words.total, in: 2)),
        .gap,
        .fields(
          Report.Field(
            words("Isi kas menurut buku", "By the book in the till"), list.balance.formatted),
          width: 24),
        .signatures(
          [
            Report.Signature(role: words.keeper, name: list.keeper),
            Report.Signature(role: words.checkedBy),
          ], printedOnly: false),
      ])
  }

  private func table(_ list: CollectionList) -> ReportTable {
    let words = style.words
    return ReportTable(
      list.lines,
      [
        .right("line", "No", 3) { .count($0.number) },
        .left("member", words("Anggota", "Member"), 7) { .text($0.member.text) },
        .left("name", words.name, 20) { .text($0.name) },
        .left("target", words("Untuk", "For"), 9) { .text($0.target.text) },
        .sum("due", words("Tagihan", "Due"), 12) { .unlessZero($0.due) },
        .sum("collected", words("Diterima", "Collected"), 12) { .unlessZero($0.collected) },
        .left("voucher", words.voucher, 9) { .optional($0.entry) },
        .constant("round", .count(list.round)).only(.csv),
      ])
  }
}
