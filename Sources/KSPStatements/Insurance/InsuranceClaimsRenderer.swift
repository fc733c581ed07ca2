public import KSPCore

/// Writes what insurers owe for loans (daftar klaim asuransi).
public struct InsuranceClaimsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each claim.
  public func report(of list: InsuranceClaims) -> Report {
    let words = style.words
    let table = table(list)
    return Report(
      "ksp.insurance-claims/1", title: words("KLAIM ASURANSI", "CLAIMS ON INSURERS"),
      data: ["claims": .rows(table), "open": .amount(list.open), "other": .amount(list.other)],
      rows: ReportRows(table),
      blocks: list.claims.isEmpty && list.other.isZero
        ? [.note(words("Tidak ada klaim yang terbuka.", "No claim is open."))]
        : [
          .table(table.total(words.total, in: 2)),
          .fields(
            Report.Field(
              words("Tanpa klaim", "Of no claim"),
              list.other.isZero ? nil : list.other.formatted)),
          .signatures(words.preparedAndChecked, printedOnly: true),
        ]
    ).statement(known: style.known)
  }

  private func table(_ list: InsuranceClaims) -> ReportTable {
    let words = style.words
    return ReportTable(
      list.claims,
      [
        .left("voucher", words.voucher, 9) { .entry($0.entry) },
        .left("date", words.date, 10) { .date($0.date) },
        .left("name", words.name, 14) { .optional($0.name) },
        .data("member") { .optional($0.member?.text) },
        .left("account", words("Asuransi", "Insurer"), 8) { .text($0.account.text) },
        .data("memo") { .optional($0.memo) },
        .sum("claimed", words("Klaim", "Claimed"), 11) { .amount($0.claimed) },
        .sum("received", words("Diterima", "Received"), 11) { .unlessZero($0.received) }
          .only(.people),
        .data("received") { .amount($0.received) },
        .sum("open", words("Belum", "Open"), 11) { .unlessZero($0.open) }.only(.people),
        .data("open") { .amount($0.open) },
      ])
  }
}
