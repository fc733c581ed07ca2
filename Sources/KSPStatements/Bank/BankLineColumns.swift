/// How lines of a bank are shown, wherever they are.
struct BankLineColumns {
  let style: ReportStyle

  init(_ style: ReportStyle) { self.style = style }

  /// The lines, each with the rules between which somebody has to choose.
  func table(_ lines: [BankLine], tied: [BankTie] = []) -> ReportTable {
    let words = style.words
    let rules = Dictionary(tied.map { ($0.line.number, $0.rules) }) { first, _ in first }
    return ReportTable(
      lines,
      [
        .right("line", words("Baris", "Line"), 6) { .count($0.number) },
        .left("date", words.date, 10) { .date($0.date) },
        .left("description", words.description, 40) { .text($0.description) },
        .sum("amount", words.amount, 16) { .amount($0.amount) },
        .data("balance") { .amount($0.balance) }, .data("voucher") { .optional($0.entry) },
        .nested("rules") { line in
          .present(rules[line.number]) { rules in
            .list(rules) { ["text": .text($0.text), "target": .text($0.target.text)] }
          }
        },
      ]
    ).remarks { index in
      rules[lines[index].number].map { rules in
        let named = rules.map { "“\($0.text)” → \($0.target)" }.joined(separator: ", ")
        return words("Dua aturan: ", "Two rules: ") + named
      }
    }
  }
}
