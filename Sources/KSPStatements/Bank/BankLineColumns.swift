/// How lines of a bank are shown, wherever they are.
struct BankLineColumns {
  let style: ReportStyle

  init(_ style: ReportStyle) { self.style = style }

  func table(_ lines: [BankLine]) -> ReportTable {
    let words = style.words
    return ReportTable(
      lines,
      [
        .right("line", words("Baris", "Line"), 6) { .count($0.number) },
        .left("date", words.date, 10) { .date($0.date) },
        .left("description", words.description, 40) { .text($0.description) },
        .sum("amount", words.amount, 16) { .amount($0.amount) },
        .data("balance") { .amount($0.balance) }, .data("voucher") { .optional($0.entry) },
      ])
  }
}
