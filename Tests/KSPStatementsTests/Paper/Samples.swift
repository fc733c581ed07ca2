import KSPStatements

/// Documents with everything that is hard to print.
enum Samples {
  static let awkward = "Siti <&\"'>, \"Bu Guru\"\nbaris dua; lagi  dan seterusnya"

  static func date(_ text: String) throws -> BookDate { try BookDate(parsing: text) }

  static let known = Knowledge(event: 1_234, entry: EntryNumber(99), isEntry: true)

  static func heading() throws -> AccountStatement.Heading {
    AccountStatement.Heading(
      account: AccountCode("SUK-0001"),
      title: Phrase(id: "Simpanan Sukarela", en: "Voluntary Savings"),
      normalSide: .credit, memberNumber: "0001", memberName: "Nyoman <&\"'> Ayu")
  }

  static func emptyStatement() throws -> AccountStatement {
    try AccountStatement(
      heading: heading(), period: BookPeriod(BookMonth(year: 2026, month: 2)), known: known,
      opening: 750_000, lines: [], closing: 750_000)
  }

  static func statement() throws -> AccountStatement {
    func line(
      _ day: Int, _ number: Int64, _ kind: EntryKind, _ memo: String?, _ sen: Int64,
      _ balance: Int64
    ) throws -> AccountStatement.Line {
      AccountStatement.Line(
        bookDate: try BookDate(year: 2026, month: 1, day: day), entry: EntryNumber(number),
        kind: kind, memo: memo, amount: Rupiah(sen: sen), balance: Rupiah(sen: balance))
    }
    return try AccountStatement(
      heading: heading(), period: BookPeriod(BookMonth(year: 2026, month: 1)),
      known: known, opening: .zero,
      lines: [
        line(5, 14, .deposit, nil, -50_000_000, 50_000_000),
        line(6, 15, .withdrawal, awkward, 60_000_050, -10_000_050),
        line(31, 16, .savingsInterest, nil, -7, -10_000_043),
      ], closing: Rupiah(sen: -10_000_043))
  }

  /// A statement of many lines over a year, every third a withdrawal, with memos as given.
  static func statement(lines count: Int, memo: (Int) -> String? = { _ in nil }) throws
    -> AccountStatement
  {
    let first = try date("2026-01-01")
    var balance: Int64 = 100_000_000
    let lines = try (0..<count).map { index in
      let isWithdrawal = index % 3 == 2
      let amount: Int64 = isWithdrawal ? 4_000_050 : -1_500_000
      balance -= amount
      return AccountStatement.Line(
        bookDate: try first.adding(days: index * 365 / max(1, count)),
        entry: EntryNumber(Int64(index + 1)), kind: isWithdrawal ? .withdrawal : .deposit,
        memo: memo(index), amount: Rupiah(sen: amount), balance: Rupiah(sen: balance))
    }
    return try AccountStatement(
      heading: heading(), period: BookPeriod(from: first, through: date("2026-12-31")),
      known: known, opening: 1_000_000, lines: lines, closing: Rupiah(sen: balance))
  }

  static func trialBalance() throws -> TrialBalance {
    try TrialBalance(
      asOf: date("2026-01-31"), known: known,
      rows: [
        .init(
          code: AccountCode("1-1000"), name: Phrase(id: "Kas", en: "Cash"), type: .asset,
          debitPositive: 1_500_000),
        .init(
          code: AccountCode("2-1000"),
          name: Phrase(
            id: "Simpanan sukarela anggota yang amat panjang namanya", en: "Voluntary savings"),
          type: .liability, debitPositive: -1_500_000),
      ])
  }

  static func entry() throws -> PostedEntry {
    try PostedEntry(
      number: EntryNumber(14), kind: .deposit, bookDate: try date("2026-01-05"),
      recordedAt: Timestamp(seconds: 1_767_600_000),
      note: EntryNote(reference: "A,1", memo: awkward, recordedBy: "Rina"), reverses: nil,
      reversedBy: EntryNumber(20),
      legs: [
        .init(
          account: AccountCode("1-1000"), accountName: Phrase(id: "Kas", en: "Cash"),
          accountType: .asset, amount: Rupiah(sen: 150_000_050)),
        .init(
          account: AccountCode("SUK-0001"), accountName: Phrase(id: awkward, en: awkward),
          accountType: .liability, amount: Rupiah(sen: -150_000_050)),
      ], hash: String(repeating: "a", count: 64))
  }

  static func receipt() throws -> Receipt {
    Receipt(
      entry: EntryNumber(14), kind: .deposit, bookDate: try date("2026-01-05"),
      account: AccountCode("SUK-0001"), member: "0001", memberName: awkward, amount: 500_000,
      balance: 500_000, note: EntryNote(memo: "Setoran \"awal\"", recordedBy: "Rina"),
      isReplay: true)
  }

  static func verification() -> VerificationReport {
    VerificationReport(
      checks: [
        .init(
          name: "entry.hash", meaning: Phrase(id: "Sidik jari jurnal", en: "Hashes of entries"),
          examined: 14, count: 0, first: nil),
        .init(
          name: "account.balance", meaning: Phrase(id: "Saldo rekening", en: "Balances"),
          examined: 3,
          count: 1, first: "SUK-0001"),
      ], events: 90, entries: 14, postings: 28, headHash: String(repeating: "b", count: 64))
  }

  static func working() throws -> InterestWorking {
    let rate = Rate.percent("3", per: .year)
    return try InterestWorking(
      terms: InterestTerms(tiers: [.init(from: .zero, rate: rate)], rounding: .sen),
      period: try BookPeriod(from: date("2026-06-01"), through: date("2026-06-30")),
      runs: [
        .init(
          from: try date("2026-06-01"), through: try date("2026-06-04"), days: 4,
          balance: 1_000_000, rate: rate, interest: Rupiah(sen: 32_877)),
        .init(
          from: try date("2026-06-05"), through: try date("2026-06-30"), days: 26,
          balance: 15_579_000, rate: rate, interest: Rupiah(sen: 3_329_211)),
      ], gross: 33_621)
  }

  static func explanation() throws -> InterestExplanation {
    InterestExplanation(
      heading: try heading(), month: try BookMonth(year: 2026, month: 6), working: try working(),
      tax: .init(
        rule: .standardIndividual, monthlyGross: 33_621, monthlyTax: .zero, withheldBefore: .zero,
        accountTax: .zero),
      posted: .init(entry: EntryNumber(30), gross: 33_620, tax: .zero), isMonthClosed: true)
  }

  static func monthEnd() throws -> MonthEndReport {
    var report = MonthEndReport(
      month: try BookMonth(year: 2026, month: 6), outcome: .done,
      closedAt: Timestamp(seconds: 1_782_900_000))
    report.products = [
      .init(
        code: "sukarela", name: Phrase(id: "Simpanan Sukarela", en: "Voluntary Savings"),
        accountsExamined: 3, accountsPaid: 2, gross: 300_000, tax: 30_000,
        entry: EntryNumber(30))
    ]
    report.slips = 2
    return report
  }

  static func slip() throws -> WithholdingSlip {
    WithholdingSlip(
      month: try BookMonth(year: 2026, month: 6), memberNumber: "0001", memberName: awkward,
      nik: "3171010101010001", npwp: "0012345678901000", memberKind: .individual, gross: 300_000,
      tax: 30_000)
  }

  static func member() throws -> MemberSummary {
    var profile = MemberProfile(
      name: awkward, address: "Jalan Melati 5", phone: "0812", nik: "3171014501900001",
      npwp: "0012345678901000")
    profile.birthPlace = "Bandung"
    profile.birthDate = try date("1990-01-05")
    profile.gender = .female
    profile.occupation = "Guru"
    profile.heir = "Budi <Santoso>"
    profile.heirRelation = "suami"
    profile.unit = "SD 1"
    profile.externalID = "HR-17"
    return MemberSummary(
      member: Member(
        number: "0001", profile: profile, joinedOn: try date("2026-01-05"), leftOn: nil,
        memberships: [
          Member.Membership(.prospective, since: try date("2026-01-05")),
          Member.Membership(.member, since: try date("2026-02-01")),
        ], attributes: ["seragam": "\"XL\"", "gaji": "K-17"]),
      savings: [
        .init(
          account: AccountCode("SUK-0001"), product: "sukarela",
          productName: Phrase(id: "Simpanan Sukarela", en: "Voluntary Savings"),
          balance: Rupiah(sen: -150), closedOn: nil)
      ])
  }

  static func accounts() throws -> [Account] {
    var cash = Account.Marks()
    cash.isCash = true
    cash.statementLine = "kas"
    cash.healthCell = 1
    var contra = Account.Marks()
    contra.isContra = true
    contra.mayBeNegative = true
    return [
      Account(
        id: AccountID(1), code: AccountCode("1-0000"), name: Phrase(id: "ASET", en: "ASSETS"),
        type: .asset, parent: nil, isPostable: false, balance: .zero, closedOn: nil),
      Account(
        id: AccountID(2), code: AccountCode("1-1000"), name: Phrase(id: "Kas", en: "Cash"),
        type: .asset, parent: AccountCode("1-0000"), isPostable: true, balance: 1_500_000,
        closedOn: nil, roles: [.cash, .till], marks: cash),
      Account(
        id: AccountID(3), code: AccountCode("1-1290"),
        name: Phrase(id: "Penyisihan", en: "Allowance"), type: .asset,
        parent: AccountCode("1-0000"), isPostable: true, balance: -5_000, closedOn: nil,
        roles: [.loanAllowance], marks: contra),
    ]
  }

  static func settings() throws -> BookSettings {
    var settings = BookSettings(
      name: "KSP \"Maju\" Jaya", legalNumber: "AHU-1", address: "Jalan Melati 5",
      firstMonth: try BookMonth(year: 2026, month: 1))
    settings.npwp = "0012345678901000"
    settings.chair = "Wayan <Putu>"
    return settings
  }

  static func product() throws -> SavingsProductListRenderer.Product {
    SavingsProductListRenderer.Product(
      product: SavingsProduct(
        code: "sukarela", name: Phrase(id: "Simpanan Sukarela", en: "Voluntary Savings"),
        kind: .sukarela,
        accountPrefix: "SUK", controlAccount: AccountCode("2-1000"),
        interestExpenseAccount: AccountCode("5-1000")),
      terms: [
        SavingsTerms(
          effectiveFrom: try BookMonth(year: 2026, month: 1), minimumDeposit: 10_000,
          interest: try working().terms)
      ])
  }

  static func status() throws -> BookStatus {
    BookStatus(
      name: "KSP \"Maju\" Jaya", members: 1, savingsAccounts: 3, entries: 14, lastBookDate: nil,
      openMonth: try BookMonth(year: 2026, month: 1), savings: 1_500_000, cash: 1_500_000,
      openingDifference: .zero, lastBackupAt: nil)
  }
}
