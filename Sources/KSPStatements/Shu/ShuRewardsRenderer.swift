public import KSPCore

/// Writes what was paid out of the funds of an SHU to people by name (pembayaran dana SHU).
public struct ShuRewardsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each fund, and one for each payment; in CSV the payments.
  public func report(of rewards: ShuRewards) -> Report {
    let words = style.words
    let (funds, payments) = (funds(rewards), payments(rewards))
    return Report(
      "ksp.shu-rewards/1",
      title: words("PEMBAYARAN DANA SHU \(rewards.year)", "FUNDS OF THE SHU \(rewards.year)"),
      subject: "\(rewards.year)",
      data: [
        "year": .count(rewards.year), "funds": .rows(funds), "payments": .rows(payments),
      ], rows: ReportRows(payments),
      blocks: [.table(funds)]
        + (rewards.payments.isEmpty
          ? [.note(words("Belum ada yang dibayar.", "Nothing was paid yet."))]
          : [.heading(words("Pembayaran", "Payments")), .table(payments)])
        + [.signatures(words.preparedAndChecked, printedOnly: true)]
    ).statement(known: style.known)
  }

  private func funds(_ rewards: ShuRewards) -> ReportTable {
    let words = style.words
    return ReportTable(
      rewards.funds,
      [
        .left("fund", words("Dana", "Fund"), 20) { .text($0.name) },
        .left("account", words.account, 8) { .text($0.account.text) },
        .sum("amount", words.amount, 15) { .amount($0.amount) },
        .sum("paid", words.shuPaid, 15) { .amount($0.paid) },
        .sum("unpaid", words("Sisa", "Left"), 15) { .amount($0.left) },
      ]
    ).total(words.total)
  }

  private func payments(_ rewards: ShuRewards) -> ReportTable {
    let words = style.words
    return ReportTable(
      rewards.payments,
      [
        .left("date", words.date, 10) { .date($0.date) },
        .left("entry", words.voucher, 9) { .entry($0.entry) },
        .left("recipient", words("Penerima", "Paid to"), 16) { .text($0.order.recipient) },
        .left("fund", words("Dana", "Fund"), 10) { .text($0.order.fund) },
        .right("gross", words("Bruto", "Gross"), 11) { .amount($0.order.gross) },
        .data("rate") { .text($0.order.rate.percentText) },
        .right("tax", words.tax, 9) { .amount($0.tax) },
        .right("net", words("Diterima", "Net"), 11) { .amount($0.net) },
        .data("reversedBy") { .optional($0.reversedBy) },
      ]
    ).remarks { index in
      rewards.payments[index].reversedBy.map { words("dibalik oleh \($0)", "taken back by \($0)") }
    }
  }
}
