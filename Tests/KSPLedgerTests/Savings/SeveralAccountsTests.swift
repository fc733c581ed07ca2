import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Several accounts of one product in one hand.
@Suite struct SeveralAccountsTests {
  private func book(_ folder: TestFolder) throws -> Ledger {
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.join("0002")
    _ = try ledger.deposit(
      500_000, member: "0001", on: day("2026-01-02"), reference: "K-1")
    return ledger
  }

  private func balances(_ ledger: Ledger, _ number: MemberNumber = "0001") throws -> [String:
    Rupiah]
  {
    let savings = try ledger.member(number).savings
    return Dictionary(uniqueKeysWithValues: savings.map { ($0.account.text, $0.balance) })
  }

  @Test func theFirstKeepsItsShortCode() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    let codes = try (2...11).map { _ in
      try ledger.openAccount(member: "0001", on: day("2026-01-03")).text
    }
    #expect(codes.first == "SUK-0001-02" && codes.last == "SUK-0001-11")
    // Without an account, opening opens the first.
    #expect(try ledger.openAccount(member: "0002", on: day("2026-01-03")).text == "SUK-0002")
    #expect(
      try ledger.openAccount(member: "0002", product: "pokok", on: day("2026-01-03")).text
        == "POK-0002")
    #expect(
      refusal { try ledger.openAccount(member: "0002", product: "pokok", on: day("2026-01-03")) }
        == .accountOnlyOne)
    #expect(
      refusal { try ledger.openAccount(member: "9", on: day("2026-01-03")) } == .memberUnknown)
    #expect(
      refusal { try ledger.openAccount(member: "0001", on: day("2025-12-31")) }
        == .memberNotYetJoined)
    #expect(try ledger.verify().isOK)
  }

  /// A member whose number looks like another's second account.
  @Test func codesNeverMeanTwoAccounts() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    try ledger.join("0001-02")
    _ = try ledger.deposit(1_000, member: "0001-02", on: day("2026-01-03"))
    #expect(try ledger.openAccount(member: "0001", on: day("2026-01-03")).text == "SUK-0001-03")
    try ledger.join("0001-04")
    #expect(try ledger.openAccount(member: "0001", on: day("2026-01-03")).text == "SUK-0001-04")
    _ = try ledger.deposit(1_000, member: "0001-04", on: day("2026-01-03"))
    #expect(try balances(ledger, "0001-04") == ["SUK-0001-04-02": 1_000])
    #expect(try ledger.verify().isOK)
  }

  @Test func openingTwiceUnderOneReferenceIsOneAccount() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    func open(_ member: MemberNumber = "0001") throws -> String {
      try ledger.openAccount(
        member: member, on: day("2026-01-03"), reference: "R-1"
      ).text
    }
    #expect(try open() == "SUK-0001-02")
    let before = try BookContent(folder)
    #expect(try open() == "SUK-0001-02")
    #expect(refusal { try open("0002") } == .referenceReused)
    #expect(try BookContent(folder) == before)
  }

  @Test func whoNamesNoneOfSeveralIsAsked() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    let code = try ledger.openAccount(member: "0001", on: day("2026-01-03"))
    let today = try day("2026-01-05")
    let error = refused { try ledger.deposit(1_000, member: "0001", on: today) }
    #expect(error?.code == .accountAmbiguous)
    #expect((error?.facts.accounts.count ?? 0) > 1)
    #expect(error?.advice.english.contains("SUK-0001, SUK-0001-02") == true)
    #expect(refusal { try ledger.withdraw(1, member: "0001", on: today) } == .accountAmbiguous)
    #expect(refusal { try ledger.chargeFee(1, member: "0001", on: today) } == .accountAmbiguous)
    #expect(refusal { try ledger.resolveAccount("0001") } == .accountAmbiguous)
    _ = try ledger.deposit(70_000, member: "0001", account: code, on: today)
    _ = try ledger.withdraw(10_000, member: "0001", account: code, on: today)
    _ = try ledger.chargeFee(1_000, member: "0001", account: code, on: today)
    let receipts = try ledger.post([
      SavingsEvent(.deposit, 5_000, member: "0001", account: code, on: today),
      SavingsEvent(
        .withdrawal, 5_000, member: "0001", account: AccountCode("SUK-0001"), on: today),
    ])
    #expect(receipts.map(\.balance) == [64_000, 495_000])
    #expect(try balances(ledger) == ["SUK-0001": 495_000, "SUK-0001-02": 64_000])
    #expect(try ledger.owner(of: code) == SavingsOwner(member: "0001", product: "sukarela"))
  }

  @Test func anAccountIsItsOwners() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    func deposit(_ code: String, _ member: MemberNumber, _ product: ProductCode = "sukarela") throws
    {
      _ = try ledger.deposit(
        1_000, member: member, product: product, account: AccountCode(code),
        on: day("2026-01-05"))
    }
    #expect(refusal { try deposit("SUK-0001", "0002") } == .accountOfAnother)
    #expect(refusal { try deposit("SUK-0001", "0001", "wajib") } == .accountOfAnother)
    #expect(refusal { try deposit("1-1000", "0001") } == .accountOfAnother)
    #expect(refusal { try deposit("SUK-0001-09", "0001") } == .accountUnknown)
    try deposit("SUK-0001", "0001")
  }

  /// What was posted while there was one account is the same slip after a second was opened.
  @Test func slipsFromBeforeAreRecognised() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    let code = try ledger.openAccount(member: "0001", on: day("2026-01-03"))
    func again(_ amount: Rupiah, _ account: AccountCode? = nil) throws -> Receipt {
      try ledger.deposit(
        amount, member: "0001", account: account, on: day("2026-01-02"),
        reference: "K-1")
    }
    let receipt = try again(500_000)
    #expect(receipt.isReplay && receipt.account?.text == "SUK-0001")
    #expect(try again(500_000, AccountCode("SUK-0001")).isReplay)
    #expect(refusal { try again(500_001) } == .referenceReused)
    #expect(refusal { try again(500_000, code) } == .referenceReused)
  }

  // MARK: - Month end

  /// Interest of Rp150.000 and Rp100.000 is free account by account, but Rp250.000 in one hand is
  /// not: the tax is a tenth of all of it, whichever accounts it lies on.
  @Test func theTaxIsOnBothAccountsOfAMember() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.setSavingsTerms(
      of: "sukarela",
      SavingsTerms(
        effectiveFrom: month("2026-01"),
        interest: InterestTerms(
          dayCount: .twelfth, tiers: [.init(from: .zero, rate: .percent("12", per: .year))])))
    let first = try day("2026-01-01")
    for number in ["0001", "0002"] { try ledger.join(MemberNumber(number)) }
    _ = try ledger.deposit(15_000_000, member: "0001", on: first)
    let code = try ledger.openAccount(member: "0001", on: first)
    _ = try ledger.deposit(10_000_000, member: "0001", account: code, on: first)
    _ = try ledger.deposit(10_000_000, member: "0002", on: first)
    let preview = try ledger.previewMonthEnd(month("2026-01"))
    let run = try ledger.runMonthEnd(month("2026-01"))
    let product = try #require(run.products.first { $0.code == "sukarela" })
    #expect(product.accountsExamined == 3 && product.accountsPaid == 3)
    #expect(preview.products.map(\.tax) == run.products.map(\.tax))
    let slips = try ledger.withholdingSlips(month("2026-01"))
    #expect(slips.map(\.memberNumber) == ["0001", "0002"])
    let explanations = try ["SUK-0001", "SUK-0001-02"].map {
      try ledger.explain(AccountCode($0), month("2026-01"))
    }
    #expect(explanations.allSatisfy { $0.agrees })
    #expect(explanations.map { $0.tax?.monthlyGross } == [slips[0].gross, slips[0].gross])
    let gross = try explanations.reduce(Rupiah.zero) { try $0 + ($1.posted?.gross ?? .zero) }
    let tax = try explanations.reduce(Rupiah.zero) { try $0 + ($1.posted?.tax ?? .zero) }
    #expect(slips[0].gross == gross && slips[0].tax == tax)
    #expect(gross == 250_000 && tax == 25_000)
    #expect(slips[1].gross == 100_000 && slips[1].tax == 0)
    #expect(try ledger.verify().isOK)
    let statement = try ledger.statement(
      ofMember: "0001", period: period("2026-01-01", "2026-01-31"))
    #expect(statement.accounts.map(\.heading.account.text) == ["SUK-0001", "SUK-0001-02"])
    var all: [String] = []
    try ledger.statements(period: period("2026-01-01", "2026-01-31")) {
      all.append($0.heading.account.text)
    }
    #expect(all == ["SUK-0001", "SUK-0001-02", "SUK-0002"])
  }

  /// However a member's money is divided among accounts: each earns by itself, and the tax is a
  /// tenth of all of it above Rp240.000, as if it lay in one hand.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func theTaxNeverDependsOnHowMoneyIsDivided(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.setSavingsTerms(
      of: "sukarela",
      SavingsTerms(
        effectiveFrom: month("2026-01"),
        interest: InterestTerms(
          dayCount: .twelfth, tiers: [.init(from: .zero, rate: .percent("12", per: .year))])))
    let first = try day("2026-01-01")
    var gross: [String: Int64] = [:]
    for index in 1...8 {
      let number = "000\(index)"
      try ledger.join(MemberNumber(number))
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let account = try ledger.openAccount(member: MemberNumber(number), on: first)
        // Whole thousands, so that a hundredth of it needs no rounding.
        let thousands = Int64.random(in: 1...16_000, using: &random)
        _ = try ledger.deposit(
          Rupiah(sen: thousands * 100_000), member: MemberNumber(number), account: account,
          on: first)
        gross[number, default: 0] += thousands * 1_000
      }
    }
    _ = try ledger.runMonthEnd(month("2026-01"))
    let slips = try ledger.withholdingSlips(month("2026-01"))
    #expect(slips.count == 8)
    for slip in slips {
      let earned = gross[slip.memberNumber.text] ?? 0
      #expect(slip.gross == Rupiah(sen: earned))
      let tax = slip.gross > 240_000 ? earned / 10 : 0
      // Tax is whole rupiah, rounded to the nearest at most.
      #expect(abs(slip.tax.sen - tax) <= 100, "\(slip)")
      #expect(slip.gross > 240_000 || slip.tax == .zero)
    }
    #expect(try ledger.verify().isOK)
  }

  /// Interest of another product goes to the first account.
  @Test func interestOfAnotherProductGoesToTheFirst() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    var terms = SavingsTerms(
      effectiveFrom: try month("2026-01"),
      interest: InterestTerms(
        dayCount: .twelfth, tiers: [.init(from: .zero, rate: .percent("12", per: .year))]))
    terms.interestCreditedTo = "sukarela"
    try ledger.addSavingsProduct(.sample("qurban", prefix: "QUR"), terms: terms)
    _ = try ledger.openAccount(member: "0001", on: day("2026-01-01"))
    _ = try ledger.withdraw(
      500_000, member: "0001", account: AccountCode("SUK-0001"), on: day("2026-01-02"))
    _ = try ledger.deposit(1_000_000, member: "0001", product: "qurban", on: day("2026-01-01"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(
      try balances(ledger)
        == ["SUK-0001": 10_000, "SUK-0001-02": 0, "QUR-0001": 1_000_000])
    #expect(try ledger.verify().isOK)
  }

  // MARK: - Leaving, loans and tables

  @Test func leavingPaysAndClosesAllOfThem() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    let code = try ledger.openAccount(member: "0001", on: day("2026-01-03"))
    _ = try ledger.deposit(70_000, member: "0001", account: code, on: day("2026-01-05"))
    let receipt = try ledger.endMembership(of: "0001", on: day("2026-01-20")).receipt
    #expect(receipt?.amount == 570_000)
    let savings = try ledger.member("0001").savings
    #expect(try savings.map(\.closedOn) == [day("2026-01-20"), day("2026-01-20")])
    #expect(
      refusal { try ledger.deposit(1, member: "0001", account: code, on: day("2026-01-21")) }
        == .memberLeft)
    #expect(try ledger.verify().isOK)
  }

  @Test func savingsOfSeveralAccountsSettleALoan() throws {
    let book = try LoanBook()
    _ = try book.ledger.deposit(400_000, member: "0001", on: day("2026-01-10"))
    let code = try book.ledger.openAccount(member: "0001", on: day("2026-01-10"))
    _ = try book.ledger.deposit(
      400_000, member: "0001", account: code, on: day("2026-01-10"))
    _ = try book.lend("flat", 600_000)
    _ = try book.ledger.endMembership(of: "0001", on: day("2026-01-15"), setsOffLoans: true)
    #expect(try book.ledger.verify().isOK)
    #expect(try book.ledger.member("0001").savings.allSatisfy { $0.balance == .zero })
  }

  @Test func anyOfThemPaysTheBorrowersLoan() throws {
    let book = try LoanBook()
    _ = try book.ledger.deposit(400_000, member: "0001", on: day("2026-01-10"))
    let code = try book.ledger.openAccount(member: "0001", on: day("2026-01-10"))
    _ = try book.ledger.deposit(
      400_000, member: "0001", account: code, on: day("2026-01-10"))
    let number = try book.lend("flat", 1_200_000)
    _ = try book.ledger.repay(100_000, loan: number, on: day("2026-01-20"), from: code)
    #expect(try book.balance("SUK-0001-02") == 300_000)
    #expect(try book.balance("SUK-0001") == 400_000)
  }

  @Test func tablesNameAccounts() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    let opening = """
      member,product,account,amount
      0001,sukarela,,100000
      0001,sukarela,SUK-0001-02,50000
      0001,pokok,POK-0001,25000

      """
    for isNew in [true, false] {
      let report = try ledger.importOpeningBalances(
        csv: opening, file: "s.csv", on: day("2025-12-31"))
      #expect(report.stored == (isNew ? 3 : 0))
    }
    // The first account by its code is the one that a row without a code means.
    let first = opening.replacing("sukarela,,", with: "sukarela,SUK-0001,")
    #expect(
      try ledger.importOpeningBalances(csv: first, file: "s.csv", on: day("2025-12-31")).stored
        == 0)
    let rows = """
      tanggal,anggota,produk,rekening,jenis,jumlah,referensi
      2026-01-05,0001,sukarela,SUK-0001-02,setor,10000,R-1
      2026-01-05,0001,sukarela,SUK-0001,tarik,10000,R-2

      """
    #expect(try ledger.importTransactions(csv: rows, file: "t.csv").stored == 2)
    #expect(try ledger.importTransactions(csv: rows, file: "t.csv").alreadyStored == 2)
    let vague = refused {
      try ledger.importTransactions(
        csv: rows.replacing("SUK-0001-02", with: "").replacing("R-1", with: "R-3"), file: "t.csv")
    }
    #expect(vague?.details.map(\.code) == [.accountAmbiguous])
    #expect(
      try balances(ledger) == ["SUK-0001": 90_000, "SUK-0001-02": 60_000, "POK-0001": 25_000])
    #expect(try ledger.verify().isOK)
  }

  /// A second account of pokok that somebody wrote into the file.
  @Test func verifySeesASecondAccountOfPokok() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.join("0002")
    for number in ["0001", "0002"] {
      _ = try ledger.deposit(
        1_000, member: MemberNumber(number), product: "pokok", on: day("2026-01-02"))
    }
    try ledger.close()
    try tamper(
      with: folder, "book.ksp",
      "UPDATE savingsAccount SET member = 1, ordinal = 2 WHERE member = 2")
    let changed = try Ledger.open(
      at: folder.file(), access: .readOnly, clock: standingClock)
    let failed = try changed.verify().checks.filter { $0.count > 0 }.map(\.name)
    #expect(failed.contains("savings.account"), "\(failed)")
  }
}
