import KSPStatements

extension Samples {
  static func holidays() throws -> [Holiday] {
    [
      Holiday(day: try date("2026-03-19"), name: "Nyepi"),
      Holiday(day: try date("2026-08-17"), name: "Hari \"Kemerdekaan\", RI"),
    ]
  }

  static func taxRules() throws -> [InterestTaxRule] {
    [
      .standardIndividual,
      InterestTaxRule(
        effectiveFrom: try BookMonth(year: 2026, month: 1), memberKind: .organization,
        threshold: .zero, rate: .percent("15"), doublesWithoutNumber: true),
    ]
  }

  static func taxYear() throws -> TaxYear {
    let slip = try slip()
    guard let year = try TaxYear([slip, slip]) else { throw LedgerError.invariantBroken("slips") }
    return year
  }

  static func taxCheck() throws -> TaxCheck {
    let month = try BookMonth(year: 2026, month: 6)
    let wrong = WithholdingSlip(
      month: month, memberNumber: "0002", memberName: "Budi", nik: "1971010013900001",
      memberKind: .individual, rate: .percent("10"), gross: Rupiah(sen: 25_000_555),
      tax: 25_000)
    let settings = BookSettings(name: "KSP", firstMonth: month)
    let account = TaxCheck.Account(
      code: "2-1400", articles: [.final], slips: 55_000, posted: 55_000)
    let slips = [try slip(), wrong]
    return try TaxCheck(
      month: month, slips: slips, settings: settings, accounts: [account],
      due: [
        TaxDue(
          month: month, article: .final, account: account.code, owed: 55_000, paid: 5_000,
          held: 80_000)
      ], calendar: TaxCalendar(month))
  }

  private static func bankLine(
    _ number: Int, _ amount: Rupiah, _ text: String = awkward
  ) throws -> BankLine {
    BankLine(
      number: number, date: try date("2026-06-05"), amount: amount, description: text,
      balance: 485_800)
  }

  static func bank() throws -> BankReconciliation {
    try BankReconciliation(
      account: "1-1100", name: Phrase(id: "Bank", en: "Bank"),
      date: date("2026-06-30"), bank: 485_800, bankDate: date("2026-06-29"), book: 555_800,
      lines: [bankLine(2, -15_000)],
      entries: [
        BankEntry(
          entry: EntryNumber(14), date: date("2026-06-30"), kind: .deposit, amount: 70_000,
          reference: nil, memo: awkward)
      ], lastMatched: Timestamp(seconds: 1_782_900_000))
  }

  /// A list of which one member was deducted in part, and one not at all.
  static func claim(_ number: Int) throws -> PayrollClaim {
    try PayrollClaim(
      number: number, payer: "1-1350", payerName: Phrase(id: awkward, en: awkward),
      month: BookMonth(year: 2026, month: 6), sentOn: date("2026-06-20"), closing: nil,
      lines: [
        .init(
          number: 1, member: "0001", name: awkward, item: .savings("wajib"), asked: 20_000,
          deducted: 15_000),
        .init(
          number: 2, member: "0001", name: awkward, item: .loan("PJ-0001"), asked: 1_180_000),
        .init(number: 3, member: "0002", name: "Budi", item: .savings("wajib"), asked: 20_000),
      ], phones: ["0001": "0812"])
  }

  static func leavers() throws -> LeaverList {
    try LeaverList(
      members: [
        LeaverPayable(
          member: "0001", name: awkward, phone: "0812", leftOn: date("2026-06-10"),
          diedOn: date("2026-06-01"), entry: EntryNumber(7), owed: 1_450_000,
          payments: [
            .init(
              entry: EntryNumber(9), date: date("2026-06-20"), amount: 450_000,
              payee: LeaverPayee(awkward, relation: "anak", identity: "KTP 3201"))
          ]),
        LeaverPayable(
          member: "0002", name: "Budi", phone: nil, leftOn: date("2026-06-11"), diedOn: nil,
          entry: EntryNumber(8), owed: 25_000, payments: []),
      ], balance: 1_030_000)
  }

  static func insurance() throws -> InsuranceClaims {
    try InsuranceClaims(
      claims: [
        InsuranceClaim(
          entry: EntryNumber(7), date: date("2026-06-10"), account: "1-1360",
          insurer: Phrase(id: awkward, en: awkward), member: "0001", name: awkward, memo: awkward,
          claimed: 4_000_000, received: 3_500_000),
        InsuranceClaim(
          entry: EntryNumber(9), date: date("2026-06-11"), account: "1-1360",
          insurer: Phrase(id: "Askrindo", en: "Askrindo"), member: nil, name: nil, memo: nil,
          claimed: 25_000, received: .zero),
      ], balance: 625_000)
  }

  static func transit() throws -> TransitList {
    func item(_ number: Int64, _ days: Int, _ open: Rupiah, about: String?) throws -> TransitItem {
      TransitItem(
        entry: EntryNumber(number), date: try date("2026-06-30").adding(days: -days),
        about: about, memo: about, amount: 4_000_000, open: open, days: days)
    }
    return TransitList(
      date: try date("2026-06-30"),
      accounts: [
        try TransitAccount(
          code: "2-1600", name: Phrase(id: awkward, en: awkward),
          items: [
            item(7, 95, 3_500_000, about: awkward), item(9, 31, 25_000, about: "#AKTA-12"),
            item(11, 0, -40_000, about: nil),
          ]),
        try TransitAccount(
          code: "1-1360", name: Phrase(id: "Asuransi", en: "Insurer"), items: []),
      ])
  }

  static func groupBill() throws -> GroupBill {
    try GroupBill(
      group: awkward, month: BookMonth(parsing: "2026-06"),
      shares: [
        .init(
          member: "0001", name: awkward, dues: 25_000, loans: ["PJ-0001"],
          parts: LoanParts(
            lateFee: 1_000, interest: 120_000, administration: 500, principal: 1_000_000)),
        .init(member: "0002", name: "Budi", dues: .zero, loans: [], parts: LoanParts()),
      ])
  }

  static func payer() throws -> PayerAccount {
    try PayerAccount(
      account: "1-1350", name: Phrase(id: "Dinas", en: "Office"), claims: [claim(1), claim(2)],
      movements: [.init(40_000, claim: nil), .init(15_000, claim: 2), .init(-12_000, claim: nil)])
  }

  static func bankMatch() throws -> BankMatchReport {
    BankMatchReport(
      account: "1-1100",
      pairs: [
        .init(line: try bankLine(1, 500_000), entry: EntryNumber(3)),
        .init(
          line: try bankLine(2, -15_000, "BIAYA ADM"), entry: EntryNumber(4),
          booked: "5-2100"),
      ], doubtful: [try bankLine(3, 250_000)],
      tied: [
        BankTie(
          try bankLine(5, -200, "PAJAK BUNGA"),
          [BankRule(text: "bunga", target: "4-1200"), BankRule(text: "pajak", target: "5-4000")])
      ].compactMap(\.self), open: [try bankLine(4, -1)])
  }

  static func slip(isReleased: Bool) throws -> CollateralSlip {
    let item = CollateralSlip.Item(
      line: 1,
      collateral: Collateral(kind: .vehicle, description: "BPKB; H-1234", value: 15_000_000))
    let other = CollateralSlip.Item(
      line: 2, collateral: Collateral(kind: .other, description: "Emas", value: 2_000_000))
    return CollateralSlip(
      loan: try LoanSamples.loan(), date: try date("2026-04-30"), isReleased: isReleased,
      items: [item], left: isReleased ? [other] : [], outstanding: 9_500_000,
      note: EntryNote(reference: "A,1", memo: "Titipan", recordedBy: "Rina"))
  }

  static func correction() throws -> InterestCorrection {
    try InterestCorrection(
      heading: heading(), month: BookMonth(year: 2026, month: 6), before: nil, after: working(),
      paid: .zero, difference: 33_621, taxedIn: BookMonth(year: 2026, month: 7),
      tax: .init(monthlyGross: 333_621, monthlyTax: 33_362, change: 33_362, withheld: 33_362),
      entry: EntryNumber(77), bookDate: date("2026-07-05"), isReplay: false)
  }

  static func restoration() throws -> Restoration {
    Restoration(
      backup: "cadangan.ksp", book: "koperasi.ksp", verification: verification(),
      lastRecordedAt: Timestamp(seconds: 1_782_900_000), bookProblem: nil, lastEvent: 90,
      lost: [
        .init(
          entry: EntryNumber(15), kind: .deposit, bookDate: try date("2026-07-02"),
          amount: 50_000, recordedAt: Timestamp(seconds: 1_782_990_000),
          note: EntryNote(memo: "=A1", recordedBy: "Rina"))
      ], otherEventsLost: 2, kept: "koperasi.ksp.lama")
  }

  static func rebuild() throws -> RebuildReport {
    RebuildReport(
      events: 90, entries: 14, postings: 28, evidence: 3, recomputed: ["month 2026-01"],
      personalValues: 12, erased: 1, corrected: ["member 0002"],
      lost: [.init("member 0003", reason: Phrase(id: "tidak terbaca", en: "unreadable"))],
      verification: verification())
  }

  /// Papers of the counter and of the file that are seldom printed.
  static func papers(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    [
      ("holidays", HolidayListRenderer(style).string(try holidays())),
      ("tax-rules", TaxRulesRenderer(style).string(try taxRules())),
      ("slip", WithholdingSlipRenderer(style).string(try slip())),
      ("tax-year", TaxYearRenderer(style).string(try taxYear())),
      ("tax-check", TaxCheckRenderer(style).string(try taxCheck())),
      ("till-count", TillCountRenderer(style).string(try tillCount())),
      ("collection", CollectionListRenderer(style).string(try collection())),
      (
        "tills",
        TillListRenderer(style).string(
          TillList(
            tills: try tills(),
            others: [
              .init(
                account: "1-1000", name: Phrase(id: "Kas", en: "Cash"), balance: 85_853_665)
            ]))
      ),
      ("bank", BankReconciliationRenderer(style).string(try bank())),
      ("claim", ClaimRenderer(style).string(try claim(2))),
      ("leavers", LeaverListRenderer(style).string(try leavers())),
      ("insurance", InsuranceClaimsRenderer(style).string(try insurance())),
      ("group-bill", GroupBillRenderer(style).string(try groupBill())),
      ("transit", TransitListRenderer(style).string(try transit())),
      ("claims", ClaimListRenderer(style).string([try payer()])),
      ("bank-match", BankMatchRenderer(style).string(try bankMatch())),
      ("month-end-check", MonthEndOutlookRenderer(style).string(try outlook())),
      ("assets", AssetRegisterRenderer(style).string(try assets())),
      ("asset", AssetCardRenderer(style).string(try assetCard())),
      ("year-end", YearEndRenderer(style).string(try yearEnd())),
      ("year-closing", YearClosingRenderer(style).string(try yearClosing())),
      (
        "bank-rules",
        BankRulesRenderer(style).string([
          BankRule(text: awkward, target: "4-1200")
        ])
      ),
      ("collateral-taken", CollateralSlipRenderer(style).string(try slip(isReleased: false))),
      ("collateral-returned", CollateralSlipRenderer(style).string(try slip(isReleased: true))),
      ("interest-correction", InterestCorrectionRenderer(style).string(try correction())),
      ("restoration", RestorationRenderer(style).string(try restoration())),
      ("rebuild", RebuildReportRenderer(style).string(try rebuild())),
    ]
  }
}
