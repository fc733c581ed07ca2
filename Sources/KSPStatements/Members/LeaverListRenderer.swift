public import KSPCore

/// Writes what former members have yet to take (daftar simpanan anggota keluar yang belum diambil).
public struct LeaverListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member, with who took what below it.
  public func report(of list: LeaverList) -> Report {
    let words = style.words
    let table = table(list)
    return Report(
      "ksp.leavers/1", title: words.leaversTitle,
      data: ["members": .rows(table), "left": .amount(list.left), "other": .amount(list.other)],
      rows: ReportRows(table),
      blocks: list.members.isEmpty && list.other.isZero
        ? [.note(words("Semua sudah diambil.", "All of it was taken."))]
        : [
          .table(table.total(words.total, in: 1)),
          .fields(
            Report.Field(
              words("Dari buku lama", "Of an earlier book"),
              list.other.isZero ? nil : list.other.formatted)),
          .signatures(words.preparedAndChecked, printedOnly: true),
        ]
    ).statement(known: style.known)
  }

  private func table(_ list: LeaverList) -> ReportTable {
    let words = style.words
    return ReportTable(
      list.members,
      [
        .left("member", words.number, 7) { .text($0.member.text) },
        .left("name", words.name, 20) { .text($0.name) },
        .data("phone") { .optional($0.phone) },
        .left("left", words.left, 10) { .date($0.leftOn) },
        .data("died") { .optional($0.diedOn) },
        .sum("savings", words("Simpanan", "Savings"), 12) { .amount($0.owed) },
        .sum("taken", words("Diambil", "Taken"), 12) { .unlessZero($0.paid) }.only(.people),
        .data("taken") { .amount($0.paid) },
        .sum("open", words("Belum", "Left"), 12) { .unlessZero($0.left) }.only(.people),
        .data("open") { .amount($0.left) },
        .nested("payments") { payable in
          .list(payable.payments) { payment in
            [
              "voucher": .entry(payment.entry), "date": .date(payment.date),
              "amount": .amount(payment.amount), "payee": .text(payment.payee.name),
              "relation": .text(payment.payee.relation),
            ]
          }
        },
      ])
  }
}

extension Wording {
  fileprivate var leaversTitle: String {
    self("SIMPANAN ANGGOTA KELUAR YANG BELUM DIAMBIL", "SAVINGS OWED TO FORMER MEMBERS")
  }
}
