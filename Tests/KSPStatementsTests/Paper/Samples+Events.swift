import KSPStatements

extension Samples {
  /// Events of each shape: what is new, what changed, rows below a row, an entry.
  static func events() throws -> [LedgerEvent] {
    let at = Timestamp(seconds: 1_767_600_000)
    return [
      LedgerEvent(
        number: 63, kind: "savingsProduct.added", kindName: EventKind.savingsProductAdded.name,
        subject: "sukarela", recordedAt: at, note: EntryNote(),
        after: [
          .init("code", .text("sukarela")), .init("effectiveFrom", .month(try month("2026-01"))),
          .init("version", .number(1)), .init("isWithdrawable", .flag(true)),
          .init("minimumDeposit", .amount(.zero)), .init("interestMethod", .none),
          .init(
            "tiers",
            .rows([
              [
                .init("threshold", .amount(.zero)),
                .init("rate", .rate(try Rate(parsing: "3%/year"))),
              ],
              [
                .init("threshold", .amount(1_000_000)),
                .init("rate", .rate(try Rate(parsing: "0.5%/month"))),
              ],
            ])),
        ]),
      LedgerEvent(
        number: 1_234, kind: "member.changed", kindName: EventKind.memberChanged.name,
        subject: "0001", recordedAt: at,
        note: EntryNote(reference: "A,1", memo: awkward, recordedBy: "Rina"),
        before: [.init("name", .text(awkward)), .init("phone", .none)],
        after: [
          .init("name", .text("S***")), .init("phone", .text("0812")),
          .init("memo", .text(awkward)),
        ]),
      LedgerEvent(
        number: 1_235, kind: "entry.deposit", kindName: EntryKind.deposit.name,
        subject: "JU-000014", recordedAt: at, note: EntryNote(recordedBy: "Rina"),
        voucher: EntryNumber(14),
        after: [
          .init("date", .date(try date("2026-01-05"))), .init("kind", .text("deposit")),
          .init("amount", .amount(Rupiah(sen: 150_000_050))),
          .init(
            "accounts",
            .rows(
              (1...14).map { index in
                [
                  .init("account", .text("SUK-\(index)")), .init("debit", .amount(.zero)),
                  .init("credit", .amount(500)),
                ]
              })), .init("reverses", .entry(EntryNumber(13))),
          .init("lateFeeShare", .share(.percent("0.1"))), .init("createdAt", .moment(at)),
        ]),
    ]
  }

  private static func month(_ text: String) throws -> BookMonth { try BookMonth(parsing: text) }
}
