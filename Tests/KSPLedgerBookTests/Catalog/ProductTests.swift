import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What a product's terms allow, month by month.
@Suite struct ProductTests {
  static func terms(
    _ from: String = "2026-01", _ change: (inout SavingsTerms) throws -> Void = { _ in }
  ) throws -> SavingsTerms {
    var terms = SavingsTerms(effectiveFrom: try month(from))
    try change(&terms)
    return terms
  }

  /// A member with 100,000 in a product of the given terms, code `qurban`.
  static func book(_ folder: TestFolder, _ terms: SavingsTerms) throws -> Ledger {
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.addSavingsProduct(.sample("qurban", prefix: "QUR"), terms: terms)
    _ = try ledger.deposit(100_000, member: "0001", product: "qurban", on: day("2026-01-02"))
    return ledger
  }

  static func withdraw(_ ledger: Ledger, _ amount: Rupiah, _ date: String) -> LedgerError? {
    refused { try ledger.withdraw(amount, member: "0001", product: "qurban", on: day(date)) }
  }

  @Test func withdrawalWindows() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(
      folder,
      Self.terms {
        $0.withdrawalWindows = [
          try period("2026-03-01", "2026-03-15"), try period("2026-06-01", "2026-06-10"),
        ]
      })
    for (date, next) in [
      ("2026-02-28", "2026-03-01"), ("2026-03-16", "2026-06-01"), ("2026-05-31", "2026-06-01"),
    ] {
      let error = Self.withdraw(ledger, 1_000, date)
      #expect(error?.code == .notWithdrawable)
      #expect(error?.advice.english.contains(next) == true, "\(date)")
      #expect(error?.advice.indonesian.contains(next) == true, "\(date)")
    }
    let afterAll = Self.withdraw(ledger, 1_000, "2026-06-11")
    #expect(afterAll?.code == .notWithdrawable)
    #expect(afterAll?.advice.english.contains("2026") == false)
    for date in ["2026-03-01", "2026-03-15", "2026-06-10"] {
      #expect(Self.withdraw(ledger, 1_000, date) == nil)
    }
    // A transfer out is a withdrawal; a fee is not.
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-02"))
    let transfer = refusal {
      try ledger.transfer(
        1_000, from: AccountCode("QUR-0001"), to: AccountCode("SUK-0001"), on: day("2026-02-28"))
    }
    #expect(transfer == .notWithdrawable)
    _ = try ledger.chargeFee(500, member: "0001", product: "qurban", on: day("2026-02-28"))
  }

  @Test func minimumDepositAndBalance() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(
      folder,
      Self.terms {
        $0.minimumDeposit = 10_000
        $0.minimumBalance = 50_000
      })
    func deposit(_ amount: Rupiah) -> LedgerError? {
      refused {
        try ledger.deposit(amount, member: "0001", product: "qurban", on: day("2026-01-03"))
      }
    }
    #expect(deposit(Rupiah(sen: 999_999))?.code == .depositTooSmall)
    #expect(deposit(10_000) == nil)
    let error = Self.withdraw(ledger, Rupiah(sen: 6_000_001), "2026-01-04")
    #expect(error?.code == .overdraft)
    #expect(error?.message.english.contains("Rp50.000 must remain") == true)
    #expect(Self.withdraw(ledger, 60_000, "2026-01-04") == nil)
    // A fee may take what must remain, but no more than there is.
    _ = try ledger.chargeFee(50_000, member: "0001", product: "qurban", on: day("2026-01-05"))
    #expect(
      refusal {
        try ledger.chargeFee(1, member: "0001", product: "qurban", on: day("2026-01-05"))
      } == .overdraft)
    #expect(try ledger.verify().isOK)
  }

  @Test func overdraftRaisedAndLowered() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder, Self.terms { $0.overdraftLimit = 50_000 })
    #expect(Self.withdraw(ledger, 150_001, "2026-01-03")?.code == .overdraft)
    #expect(Self.withdraw(ledger, 150_000, "2026-01-03") == nil)
    // Raised from February on: January keeps its limit, February has the new one.
    try ledger.setSavingsTerms(of: "qurban", Self.terms("2026-02") { $0.overdraftLimit = 80_000 })
    #expect(Self.withdraw(ledger, 1, "2026-01-04")?.code == .overdraft)
    #expect(Self.withdraw(ledger, 30_000, "2026-02-01") == nil)
    // Lowered below what an account stands at: refused, naming it; the old terms stay.
    let before = try BookContent(folder)
    let error = refused {
      try ledger.setSavingsTerms(of: "qurban", Self.terms("2026-03") { $0.overdraftLimit = 79_999 })
    }
    #expect(error?.code == .overdraft)
    #expect(error?.message.english.contains("QUR-0001") == true)
    #expect(try BookContent(folder) == before)
    _ = try ledger.deposit(80_000, member: "0001", product: "qurban", on: day("2026-02-02"))
    // Lowered to nothing from March on: February still has its own limit.
    try ledger.setSavingsTerms(of: "qurban", Self.terms("2026-03"))
    #expect(Self.withdraw(ledger, 1, "2026-03-01")?.code == .overdraft)
    #expect(Self.withdraw(ledger, 80_000, "2026-02-03") == nil)
    #expect(try ledger.verify().isOK)
  }

  /// The limit of a later month holds for accounts opened before it, whatever was set in between.
  @Test func limitsOfLaterMonthsSurviveChangesOfEarlierOnes() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder, Self.terms())
    try ledger.setSavingsTerms(of: "qurban", Self.terms("2026-06") { $0.overdraftLimit = 70_000 })
    try ledger.setSavingsTerms(of: "qurban", Self.terms("2026-03") { $0.overdraftLimit = 10_000 })
    try ledger.join("0002")
    _ = try ledger.deposit(100_000, member: "0002", product: "qurban", on: day("2026-02-01"))
    for member in ["0001", "0002"] {
      for (date, amount, code) in [
        ("2026-02-28", 100_001, LedgerError.Code.overdraft), ("2026-03-01", 110_001, .overdraft),
        ("2026-06-01", 170_000, nil),
      ] as [(String, Rupiah, LedgerError.Code?)] {
        #expect(
          refusal {
            try ledger.withdraw(
              amount, member: MemberNumber(member), product: "qurban", on: day(date))
          } == code, "\(member) \(date)")
      }
    }
    #expect(try ledger.verify().isOK)
  }

  @Test func termsByMonthAndTermsGivenAnew() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder, Self.terms { $0.minimumDeposit = 1_000 })
    try ledger.setSavingsTerms(of: "qurban", Self.terms("2026-03") { $0.minimumDeposit = 3_000 })
    try ledger.setSavingsTerms(of: "qurban", Self.terms("2026-02") { $0.minimumDeposit = 2_000 })
    try ledger.setSavingsTerms(of: "qurban", Self.terms("2026-03") { $0.minimumDeposit = 4_000 })
    #expect(try ledger.savingsTerms(of: "qurban").map(\.minimumDeposit) == [1_000, 2_000, 4_000])
    for (date, minimum) in [
      ("2026-01-31", 1_000), ("2026-02-01", 2_000), ("2026-02-28", 2_000), ("2026-03-01", 4_000),
      ("2027-03-01", 4_000),
    ] as [(String, Rupiah)] {
      let less = try minimum - 1
      #expect(
        refusal {
          try ledger.deposit(less, member: "0001", product: "qurban", on: day(date))
        } == .depositTooSmall)
      _ = try ledger.deposit(minimum, member: "0001", product: "qurban", on: day(date))
    }
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(
      refusal { try ledger.setSavingsTerms(of: "qurban", Self.terms("2026-01")) } == .periodClosed)
    #expect(
      refusal { try ledger.setSavingsTerms(of: "nihil", Self.terms("2026-02")) } == .productUnknown)
  }

  @Test func wajibCanBeDueMonthlyAndIsEquity() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder, Self.terms())
    try ledger.setSavingsTerms(
      of: "wajib",
      Self.terms("2026-02") {
        $0.isWithdrawable = false
        $0.monthlyDue = 25_000
      })
    #expect(try ledger.savingsTerms(of: "wajib").map(\.monthlyDue) == [0, 25_000])
    _ = try ledger.deposit(25_000, member: "0001", product: "wajib", on: day("2026-02-05"))
    _ = try ledger.deposit(7_000, member: "0001", on: day("2026-02-05"))
    let rows = try ledger.trialBalance(asOf: day("2026-02-28")).rows
    let byCode = Dictionary(uniqueKeysWithValues: rows.map { ($0.code.text, $0) })
    #expect(byCode["3-1100"]?.type == .equity && byCode["3-1100"]?.credit == 25_000)
    #expect(byCode["2-1000"]?.type == .liability && byCode["2-1000"]?.credit == 7_000)
    #expect(byCode["2-1200"]?.type == .liability && byCode["2-1200"]?.credit == 100_000)
    #expect(byCode["1-1000"]?.debit == 132_000)
    #expect(rows.count == 4)
  }

  static let unusable: [(String, String, String, String)] = [
    ("a b", "XX", "2-1200", "product.invalid"), ("qurban", "XX", "2-1200", "product.invalid"),
    ("x", "QUR", "2-1200", "product.invalid"), ("x", "", "2-1200", "product.invalid"),
    ("x", "123456789", "2-1200", "product.invalid"), ("x", "XX", "2-1300", "product.invalid"),
    ("x", "XX", "1-0000", "product.invalid"), ("x", "XX", "9-9999", "account.unknown"),
    // Accounts of members must not fall together with the chart, or with those of another product.
    ("x", "1", "2-1200", "product.invalid"), ("x", "QUR-A", "2-1200", "product.invalid"),
  ]

  @Test(arguments: unusable)
  func productsThatCannotBe(code: String, prefix: String, control: String, refusal expected: String)
    throws
  {
    let folder = try TestFolder()
    let ledger = try Self.book(folder, Self.terms())
    let before = try BookContent(folder)
    let error = refused {
      try ledger.addSavingsProduct(
        SavingsProduct(
          code: ProductCode(code), name: Phrase(id: "Nama", en: "Name"), kind: .sukarela,
          accountPrefix: prefix,
          controlAccount: AccountCode(control), interestExpenseAccount: AccountCode("5-1000")),
        terms: Self.terms())
    }
    #expect(error?.code.rawValue == expected)
    #expect(try BookContent(folder) == before)
  }

  @Test func termsThatCannotBe() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder, Self.terms())
    let before = try BookContent(folder)
    let tier = InterestTerms.Tier(from: 0, rate: .percent("3", per: .year))
    let changes: [(LedgerError.Code, (inout SavingsTerms) throws -> Void)] = [
      (.amountNotPositive, { $0.minimumDeposit = -1 }),
      (.amountNotPositive, { $0.minimumBalance = -1 }),
      (.amountNotPositive, { $0.overdraftLimit = -1 }),
      (.amountNotPositive, { $0.monthlyDue = -1 }),
      (.amountNotPositive, { $0.interest = InterestTerms(tiers: [tier], floor: -1) }),
      (.productInvalid, { $0.interest = InterestTerms(tiers: []) }),
      (.productInvalid, { $0.interest = InterestTerms(tiers: [tier, tier]) }),
      (.productUnknown, { $0.interestCreditedTo = "nihil" }),
      (
        .productInvalid,
        {
          $0.withdrawalWindows = [
            try period("2026-03-01", "2026-03-15"), try period("2026-03-01", "2026-03-20"),
          ]
        }
      ),
    ]
    for (index, (code, change)) in changes.enumerated() {
      #expect(
        refusal { try ledger.setSavingsTerms(of: "qurban", Self.terms("2026-02", change)) } == code,
        "\(index)")
    }
    #expect(try BookContent(folder) == before)
  }
}
