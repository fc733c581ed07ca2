import KSPStatements

extension Samples {
  static func cashBook() throws -> CashBook {
    func line(
      _ day: Int, _ number: Int64, _ kind: EntryKind, _ memo: String?, _ member: MemberNumber?,
      _ name: String?, in received: Rupiah, out paid: Rupiah, _ balance: Rupiah
    ) throws -> CashBook.Line {
      CashBook.Line(
        account: AccountCode("1-1000"), bookDate: try BookDate(year: 2026, month: 2, day: day),
        entry: EntryNumber(number), kind: kind, memo: memo, member: member, name: name,
        recordedBy: "Rina", received: received, paid: paid, balance: balance)
    }
    return try CashBook(
      period: BookPeriod(BookMonth(year: 2026, month: 2)), known: known,
      accounts: [
        .init(code: AccountCode("1-1000"), name: Phrase(id: "Kas", en: "Cash")),
        .init(code: AccountCode("1-1010"), name: Phrase(id: "Kas teller", en: "Teller cash")),
      ], recordedBy: nil, opening: 3_418_000,
      lines: [
        line(5, 14, .deposit, nil, "0001", awkward, in: 500_000, out: .zero, 3_918_000),
        line(
          6, 15, .cashPayment, "Listrik; Januari", nil, "PLN", in: .zero, out: 350_000, 3_568_000),
        line(27, 16, .manual, nil, nil, nil, in: .zero, out: 68_000, 3_500_000),
      ], closing: 3_500_000,
      yearToDate: CashBook.YearToDate(
        broughtForward: 1_000_000, received: 2_918_000, paid: 418_000))
  }

  static func found() throws -> SearchResult {
    SearchResult(
      text: "siti",
      hits: [
        .init(
          kind: .member, code: "0001", title: Phrase(id: awkward, en: awkward), member: "0001",
          memberName: awkward, detail: "NIK ************0001", date: try date("2026-01-02"),
          isOpen: true),
        .init(
          kind: .account, code: "SUK-0001", title: Phrase(id: "Sukarela", en: "Voluntary"),
          member: "0001", memberName: "Budi", amount: 1_300_000, isOpen: false),
        .init(
          kind: .loan, code: "PJ-0001", title: Phrase(id: "Berjalan", en: "Running"),
          member: "0001", memberName: "Budi", detail: "flat", date: try date("2026-01-05"),
          amount: 900_000, isOpen: true),
        .init(
          kind: .voucher, code: "JU-000014", title: EntryKind.deposit.name, member: nil,
          memberName: nil, detail: "titipan", date: try date("2026-01-06"), amount: 500_000,
          isOpen: true),
      ], cut: [.voucher])
  }

  static func voucher(paying payment: LoanReceipt? = nil) throws -> Voucher {
    let entry = try PostedEntry(
      number: EntryNumber(21), kind: .repayment, bookDate: date("2026-03-25"),
      recordedAt: Timestamp(seconds: 1_782_900_000),
      note: EntryNote(reference: "K,1", memo: "Angsuran \"3\"", recordedBy: "Rina"),
      reverses: nil, reversedBy: nil,
      legs: [
        .init(
          account: AccountCode("1-1000"), accountName: Phrase(id: "Kas", en: "Cash"),
          accountType: .asset, amount: 6_000_000),
        .init(
          account: AccountCode("PJ-0001"), accountName: Phrase(id: "Pokok", en: "Principal"),
          accountType: .asset, amount: -6_000_000, member: "0001"),
      ], hash: String(repeating: "ab", count: 32))
    return Voucher(
      entry: entry,
      lines: [
        .init(
          account: AccountCode("1-1000"), title: Phrase(id: "Kas", en: "Cash"), holder: nil,
          debit: 6_000_000, credit: .zero),
        .init(
          account: AccountCode("PJ-0001"), title: Phrase(id: "Pokok", en: "Principal"),
          holder: awkward, debit: .zero, credit: 6_000_000),
      ], name: awkward, member: "0001", receiver: nil, amount: 6_000_000, balance: nil,
      reversed: nil, payment: payment)
  }

  static func monthInterest() throws -> MonthInterest {
    try MonthInterest(
      month: BookMonth(year: 2026, month: 10), isPosted: false,
      rows: [
        MonthInterest.Row(
          account: AccountCode("SUK-0001"), product: "sukarela", member: "0001",
          memberName: awkward, base: 128_000_000, rate: .percent("3", per: .year), gross: 326_137,
          tax: 32_614,
          entry: nil),
        MonthInterest.Row(
          account: AccountCode("QUR-0002"), product: "qurban", member: "0002", memberName: "Budi",
          base: 1_967_742, rate: .percent("0.5", per: .month), gross: 9_839, tax: .zero, entry: nil),
      ])
  }

  static func debtors() throws -> DueList {
    var debtor = DueList.Debtor(member: "0001", name: awkward, phone: "0812-3456-7890")
    try debtor.add("PJ-0001", due: 1_120_000, arrears: 560_000, lateFee: 12_500)
    var other = DueList.Debtor(member: "0002", name: "Budi", phone: nil)
    try other.add("PJ-0002", due: .zero, arrears: 250_000, lateFee: .zero)
    return try DueList(
      period: BookPeriod(BookMonth(year: 2026, month: 3)), rows: [], debtors: [debtor, other])
  }

  static func cashPayment() throws -> Receipt {
    var receipt = Receipt(
      entry: EntryNumber(22), kind: .cashPayment, bookDate: try date("2026-03-25"),
      account: nil, member: nil, memberName: nil, amount: 6_350_000,
      parts: [
        .init(
          name: Phrase(id: "Beban kantor", en: "Office expenses"),
          account: AccountCode("5-2100"), amount: 6_350_000)
      ], balance: nil, note: EntryNote(memo: "Januari", recordedBy: "Rina"),
      isReplay: false)
    receipt.party = awkward
    return receipt
  }

  static func duesReceipt() throws -> Receipt {
    var receipt = Receipt(
      entry: EntryNumber(23), kind: .deposit, bookDate: try date("2026-03-25"),
      account: AccountCode("WAJ-0001"), member: "0001", memberName: awkward, amount: 85_000,
      balance: 85_000,
      note: EntryNote(recordedBy: "Rina"), isReplay: false)
    receipt.dues = Receipt.Dues(
      months: try (1...4).map {
        Receipt.Dues.Month(
          month: try BookMonth(year: 2026, month: $0), amount: $0 < 4 ? 20_000 : 5_000,
          isSettled: $0 < 4)
      }, takenOver: 15_000, unused: 5_000)
    return receipt
  }

  /// The papers of a clerk's day.
  static func counter(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    var placed = style
    placed.place = "Pangkalpinang"
    return [
      ("cash-book", CashBookRenderer(style).string(try cashBook())),
      ("find", SearchRenderer(style).string(try found())),
      ("voucher", VoucherRenderer(placed).string(try voucher())),
      (
        "voucher-of-loan",
        VoucherRenderer(placed).string(try voucher(paying: LoanSamples.receipt()))
      ),
      (
        "passbook",
        PassbookRenderer(style).string(
          PassbookLines(
            account: AccountCode("SUK-0001"), firstRow: 3, lines: try statement().lines))
      ),
      ("month-interest", MonthInterestRenderer(style).string(try monthInterest())),
      ("due-members", DebtorListRenderer(style).string(try debtors())),
      (
        "account-names",
        AccountNamesRenderer(style).string([
          AccountName(
            name: "listrik", account: AccountCode("5-2100"),
            accountName: Phrase(id: "Beban kantor", en: "Office expenses"))
        ])
      ),
      (
        "officers",
        OfficerListRenderer(style).string([
          Officer(name: "Rina", role: "kasir", since: try date("2026-01-01"), until: nil),
          Officer(
            name: "Budi", role: nil, since: try date("2026-01-01"),
            until: try date("2026-02-28")),
        ])
      ),
      ("dues-receipt", ReceiptRenderer(style).string(try duesReceipt())),
      (
        "cash-payment",
        ReceiptRenderer(placed).string(try cashPayment())
      ),
    ]
  }
}
