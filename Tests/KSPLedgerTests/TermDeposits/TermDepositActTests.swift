import KSPActs
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What happens to a term deposit beside its interest: it secures a loan, has an heir, is undone, is
/// brought in from a table.
@Suite struct TermDepositActTests {
  private static let first: AccountCode = "BJK-0001"

  private static func prepare(
    _ ledger: Ledger, rate: String = "9%/year", reference: String? = nil
  ) throws {
    try ledger.addTermProduct(
      .sampleDeposits,
      offer: TermDepositOffer(
        product: "berjangka", effectiveFrom: day("2025-01-01"),
        tiers: [
          .init(tenor: 1, rate: try Rate(parsing: rate)),
          .init(tenor: 3, rate: try Rate(parsing: rate)),
        ], rounding: .downToRupiah, isAccrued: true), reference: reference)
  }

  /// A product that is added again under its reference is not new, also once its first month is
  /// closed; another one under that reference is refused.
  @Test func aProductIsAddedOnce() throws {
    let ledger = try LoanBook().ledger
    try Self.prepare(ledger, reference: "P-1")
    let head = try ledger.headHash()
    try Self.prepare(ledger, reference: "P-1")
    #expect(try ledger.headHash() == head)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let closed = try ledger.headHash()
    try Self.prepare(ledger, reference: "P-1")
    #expect(try ledger.headHash() == closed)
    #expect(
      refused { try Self.prepare(ledger, rate: "8%/year", reference: "P-1") }?.code
        == .referenceReused)
    #expect(refused { try Self.prepare(ledger) }?.code == .productInvalid)
  }

  private static func open(
    _ ledger: Ledger, _ principal: Rupiah = 10_000_000, heir: TermDepositHeir? = nil,
    rollOver: TermRollOver? = nil, payout: TermPayout? = nil, tenor: Int = 1,
    reference: String? = nil
  ) throws -> Receipt {
    try ledger.openTermDeposit(
      TermDepositOpening(
        member: "0001", product: "berjangka", principal: principal, tenor: tenor,
        opened: day("2026-01-05"), payout: payout, rollOver: rollOver, heir: heir),
      reference: reference)
  }

  @Test func collateralHoldsADepositUntilTheLoanIsPaid() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    try Self.prepare(ledger)
    _ = try Self.open(ledger)
    let loan = try book.lend("menurun", 1_200_000)
    let slip = try ledger.pledgeTermDeposit(
      Self.first, securing: loan, on: day("2026-01-16"), reference: "A-1")
    #expect(slip.items.map(\.collateral.kind) == [.deposit])
    #expect(slip.items.map(\.collateral.value) == [10_000_000])
    let again = try ledger.pledgeTermDeposit(
      Self.first, securing: loan, on: day("2026-01-16"), reference: "A-1")
    #expect(again.items == slip.items)
    #expect(try ledger.termDeposit(Self.first).pledge == loan.text)
    for attempt in [
      { _ = try ledger.endTermDeposit(Self.first, on: day("2026-02-20")) },
      { try ledger.pledgeTermDeposit(Self.first, securing: loan, on: day("2026-02-20")) },
    ] as [() throws -> Void] { #expect(refusal(attempt) == .depositPledged) }
    #expect(
      refusal { try ledger.pledgeTermDeposit(Self.first, for: nil) } == .depositSecuresLoan)
    _ = try ledger.settleLoan(loan: loan, on: day("2026-01-20"))
    #expect(try ledger.termDeposit(Self.first).pledge == nil)
    #expect(
      try ledger.endTermDeposit(Self.first, on: day("2026-02-20")).amount == 10_000_000)
    #expect(try ledger.verify().isOK)
  }

  @Test func collateralThatIsGivenBackFreesADeposit() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    try Self.prepare(ledger)
    _ = try Self.open(ledger)
    let loan = try book.lend("menurun", 1_200_000)
    try ledger.pledgeTermDeposit(Self.first, securing: loan, on: day("2026-01-16"))
    _ = try ledger.releaseCollateral(
      of: loan, on: day("2026-01-17"), whileOwed: true, note: EntryNote(memo: "diganti"))
    #expect(try ledger.termDeposit(Self.first).pledge == nil)
    #expect(try ledger.verify().isOK)
  }

  @Test func anHeirIsNamedReceivesAndIsErased() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger)
    _ = try Self.open(ledger, heir: TermDepositHeir(name: "Siti", relation: "anak"))
    #expect(try ledger.termDeposit(Self.first).heir?.nameAndRelation == "Siti (anak)")
    try ledger.nameHeir(TermDepositHeir(name: "Tono"), of: Self.first)
    #expect(try ledger.termDeposit(Self.first).heir == TermDepositHeir(name: "Tono"))
    #expect(
      refusal { try ledger.endTermDeposit(Self.first, on: day("2026-01-20"), toHeir: true) }
        == .depositHeirMissing)
    let paid = try ledger.endTermDeposit(
      Self.first, on: day("2026-01-20"), waiving: "anggota meninggal", toHeir: true,
      reference: "C-1")
    #expect(paid.party == "Tono" && paid.amount == 10_036_986)
    let again = try ledger.endTermDeposit(
      Self.first, on: day("2026-01-20"), waiving: "anggota meninggal", toHeir: true,
      reference: "C-1")
    #expect(again.isReplay && again.party == "Tono")
    _ = try ledger.endMembership(of: "0001", on: day("2026-01-20"))
    _ = try ledger.eraseMember("0001")
    #expect(try ledger.termDeposit(Self.first).heir?.name == Member.erasedName)
    #expect(try ledger.verify().isOK)
  }

  /// A death that is recorded waives the penalty by itself; before that day the rule holds.
  @Test func aDeathWaivesThePenalty() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger)
    for _ in 1...2 { _ = try Self.open(ledger, heir: TermDepositHeir(name: "Siti")) }
    try ledger.recordDeath(of: "0001", on: day("2026-01-18"))
    let before = try ledger.endTermDeposit(Self.first, on: day("2026-01-17"))
    #expect(before.waivedFor == nil && before.amount == 10_000_000)
    let after = try ledger.endTermDeposit(
      "BJK-0001-02", on: day("2026-01-20"), toHeir: true, reference: "C-1")
    #expect(after.amount == 10_036_986 && after.party == "Siti")
    #expect(after.waivedFor == "anggota meninggal 2026-01-18")
    let again = try ledger.endTermDeposit(
      "BJK-0001-02", on: day("2026-01-20"), toHeir: true, reference: "C-1")
    #expect(again.isReplay && again.waivedFor == after.waivedFor)
    #expect(try ledger.voucher(after.entry).waivedFor == after.waivedFor)
    let told = try ledger.explainTermDeposit("BJK-0001-02", month("2026-01")).ending
    #expect(told?.waived == after.waivedFor)
    #expect(try ledger.verify().isOK)
  }

  /// A certificate's number is given once, also where it is the account of another deposit, and
  /// after its deposit has ended. From the day after a certificate is a copy.
  @Test func aCertificateIsGivenOnce() throws {
    let folder = try TestFolder()
    let ledger = try createBook(folder, clock: clock(on: "2026-01-05"))
    try ledger.join("0001")
    try Self.prepare(ledger)
    func open(_ certificate: String?, reference: String) throws -> Receipt {
      try ledger.openTermDeposit(
        TermDepositOpening(
          member: "0001", product: "berjangka", principal: 10_000_000, tenor: 1,
          opened: day("2026-01-05"), certificate: certificate), reference: reference)
    }
    _ = try open("BLY-0011", reference: "B-1")
    #expect(try open("BLY-0011", reference: "B-1").isReplay)
    for taken in ["BLY-0011", "BJK-0001-02"] {
      if taken != "BLY-0011" { _ = try open(nil, reference: "B-2") }
      let head = try ledger.headHash()
      #expect(refusal { _ = try open(taken, reference: "B-3") } == .depositCertificateTaken)
      #expect(try ledger.headHash() == head)
    }
    _ = try ledger.endTermDeposit(Self.first, on: day("2026-01-05"))
    #expect(refusal { _ = try open("BLY-0011", reference: "B-3") } == .depositCertificateTaken)
    #expect(try !ledger.termDeposit("BJK-0001-02").isCopy)
    try ledger.close()
    let later = try Ledger.open(at: folder.file(), clock: clock(on: "2026-01-06"))
    #expect(try later.termDeposit("BJK-0001-02").isCopy)
  }

  @Test func aWrongOpeningIsReversedAndMadeAgain() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger)
    let cash = try ledger.account("1-1000").balance
    let wrong = try Self.open(ledger, 11_000_000, reference: "B-1")
    let undone = try ledger.reverse(wrong.entry, on: day("2026-01-05"))
    #expect(undone.amount == 11_000_000)
    #expect(try ledger.account("1-1000").balance == cash)
    #expect(try ledger.termDeposits().isEmpty)
    #expect(refusal { try Self.open(ledger, 11_000_000, reference: "B-1") } == .referenceReversed)
    let right = try Self.open(ledger, reference: "B-2")
    #expect(right.account == "BJK-0001-02")
    let january = try ledger.runMonthEnd(month("2026-01"))
    #expect(january.sections.first { $0.code == "accruals" }?.lines.map(\.count) == [1])
    _ = try ledger.payTermInterest(through: day("2026-02-05"))
    #expect(refusal { try ledger.reverse(right.entry) } == .depositInUse)
    #expect(try ledger.verify().isOK)
  }

  /// The rest of a month in which something was set aside comes back.
  @Test func whatWasSetAsideOfAWrongOpeningComesBack() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger)
    let wrong = try Self.open(ledger, payout: .maturity, tenor: 3)
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try ledger.account("2-1300").balance == 66_575)
    _ = try ledger.reverse(wrong.entry, on: day("2026-02-03"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try ledger.account("2-1300").balance == .zero)
    #expect(try ledger.account("5-1000").balance == .zero)
    #expect(try ledger.verify().isOK)
  }

  @Test func whatAnOpeningWarnsOfARollOverDoesToo() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger, rate: "10%/year")
    let opened = try Self.open(ledger, 31_300_000, rollOver: .principal)
    #expect(opened.warnings.map(\.code) == [.rateAboveCap, .depositTaxCliff])
    let paid = try ledger.payTermInterest(through: day("2026-02-05"))
    #expect(paid.last?.warnings.map(\.code) == [.rateAboveCap, .depositTaxCliff])
    #expect(paid.last?.warnings.allSatisfy { $0.message.english.hasPrefix("BJK-0001: ") } == true)
    _ = try ledger.endTermDeposit(Self.first, on: day("2026-02-05"))
    let waiting = try Self.openSecond(ledger)
    let renewed = try ledger.renewTermDeposit(waiting, on: day("2026-03-08"))
    #expect(renewed.period == 2 && renewed.warnings.map(\.code) == opened.warnings.map(\.code))
    #expect(try ledger.verify().isOK)
  }

  /// A share of interest that was paid has nothing to be of where all of it is taken back.
  @Test func interestInAdvanceIsTakenBackAndNotPenalisedBesides() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger, rate: "6%/year")
    var offer = try #require(try ledger.termOffers().last)
    offer.penalty = .share(.percent("25"), of: .interestPaid)
    offer.rounding = .rupiah
    offer.effectiveFrom = try day("2025-01-02")
    try ledger.setTermOffer(offer)
    _ = try Self.open(ledger, payout: .advance, tenor: 3)
    // 10,000,000 at 6 % for 90 days are 147,945; the member brought 9,852,055 in.
    #expect(
      try ledger.endTermDeposit(Self.first, on: day("2026-02-05")).amount == 9_852_055)
    #expect(try ledger.verify().isOK)
  }

  /// What stands on the accounts, by their codes.
  private static func balances(_ ledger: Ledger) throws -> [String: Rupiah] {
    try ["1-1000", "1-1420", "2-1400", "SUK-0001", "BJK-0001"].reduce(into: [:]) {
      $0[$1] = try ledger.account(AccountCode($1)).balance
    }
  }

  /// Interest in advance bore tax with all else that the member was paid; taken back on its own day or
  /// later in the month, nothing of it is left.
  @Test func anOpeningWithInterestInAdvanceIsTakenBackWithItsTax() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger)
    _ = try ledger.deposit(20_000_000, member: "0001", on: day("2026-01-02"))
    _ = try ledger.payInterest(100_000, member: "0001", on: day("2026-01-04"))
    let receipt = try Self.open(ledger, payout: .advance, tenor: 3)
    // 221,917 for 90 days, with the 100,000 at 10 %.
    #expect(try ledger.termDeposit(Self.first).tax == 32_191)
    let reversal = try ledger.reverse(receipt.entry, on: day("2026-01-09"))
    #expect(reversal.following.isEmpty)
    #expect(
      try Self.balances(ledger)
        == [
          "1-1000": 20_000_000, "1-1420": 0, "2-1400": 0, "SUK-0001": 20_100_000, "BJK-0001": 0,
        ])
    let deposit = try ledger.termDeposit(Self.first)
    #expect(try deposit.interest == 0 && deposit.tax == 0 && deposit.endedOn == day("2026-01-09"))
    #expect(try ledger.verify().isOK)
    #expect(try ledger.monthInterest(month("2026-01")).valueDates.isEmpty)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let slip = try #require(try ledger.withholdingSlips(month("2026-01")).first)
    #expect(slip.tax == 0 && slip.gross < 240_000)
    #expect(try ledger.account(AccountCode("1-1420")).balance == 0)
    #expect(try ledger.taxDeadline() == nil)
    #expect(try ledger.verify().isOK)
  }

  /// The tax that one payment bore for another goes back when that one is taken back.
  @Test func taxIsGivenBackThatWasBorneForWhatIsTakenBack() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger)
    let first = try Self.open(ledger, payout: .advance, tenor: 3)
    _ = try Self.open(ledger, payout: .advance, tenor: 3)
    #expect(try ledger.account(AccountCode("2-1400")).balance == 44_383)
    let reversal = try ledger.reverse(first.entry, on: day("2026-01-09"))
    #expect(reversal.following.count == 1)
    #expect(try ledger.account(AccountCode("2-1400")).balance == 0)
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 44_383)
    #expect(try ledger.verify().isOK)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let slip = try #require(try ledger.withholdingSlips(month("2026-01")).first)
    #expect(slip.tax == 0)
    #expect(try ledger.verify().isOK)
  }

  /// What a payment bore for another goes back once, whichever is taken back first; nothing goes
  /// back before it was withheld.
  @Test(arguments: [[0, 1], [1, 0]]) func taxGoesBackOnce(_ order: [Int]) throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger, rate: "12%/year")
    let interest = try ledger.payInterest(300_000, member: "0001", on: day("2026-01-03"))
    let opening = try Self.open(ledger, payout: .advance, tenor: 3)
    // 295,890 of interest in advance, with the 300,000.
    #expect(try ledger.account(AccountCode("2-1400")).balance == 59_589)
    let entries = [interest.entry, opening.entry]
    let days = try [day("2026-01-03"), day("2026-01-05")]
    for index in order { _ = try ledger.reverse(entries[index], on: days[index]) }
    for code in ["2-1400", "1-1420", "1-1330", "SUK-0001", "1-1000"] {
      #expect(try ledger.account(AccountCode(code)).balance == 0, "\(code)")
    }
    let early = try ledger.trialBalance(asOf: day("2026-01-04")).rows.first { $0.code == "2-1400" }
    #expect(early.map { $0.debit == $0.credit } ?? true)
    #expect(try ledger.verify().isOK)
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try ledger.withholdingSlips(month("2026-01")).isEmpty && ledger.verify().isOK)
  }

  /// Tax that went back and was drawn is claimed when it was given back for nothing.
  @Test func taxThatWentBackTwiceIsTakenOrClaimed() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger, rate: "12%/year")
    let interest = try ledger.payInterest(300_000, member: "0001", on: day("2026-01-03"))
    let opening = try Self.open(ledger, payout: .advance, tenor: 3)
    _ = try ledger.reverse(interest.entry, on: day("2026-01-06"))
    _ = try ledger.withdraw(20_000, member: "0001", on: day("2026-01-06"))
    _ = try ledger.reverse(opening.entry, on: day("2026-01-06"))
    // 59,589 had been withheld, and 29,589 is on the other interest: 30,000 had gone back.
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 0)
    #expect(try ledger.taxClaim(of: "0001") == 20_000)
    #expect(try ledger.account(AccountCode("2-1400")).balance == 0)
    #expect(try ledger.verify().isOK)
  }

  /// Whoever is no longer what they were when the tax was withheld is taxed as what they are.
  @Test func aMonthThatEndsIsTaxedByWhatTheMemberIs() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger, rate: "12%/year")
    func become(_ kind: Member.Kind) throws {
      _ = try ledger.updateMember(
        "0001", profile: ledger.member("0001").member.profile,
        kind: Member.KindChange(kind, from: month("2026-01")))
    }
    try become(.organization)
    _ = try Self.open(ledger, payout: .advance, tenor: 3)
    // PPh 23 of 295,890 without a tax number: 30 %.
    #expect(try ledger.account(AccountCode("2-1410")).balance == 88_767)
    try become(.individual)
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try ledger.account(AccountCode("2-1410")).balance == 0)
    #expect(try ledger.account(AccountCode("2-1400")).balance == 29_589)
    let interest = try ledger.monthInterest(month("2026-01")).rows.map(\.gross).sum()
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 88_767 - 29_589 + interest)
    let slip = try #require(try ledger.withholdingSlips(month("2026-01")).first)
    #expect(slip.article == .final && slip.tax == 29_589)
    let due = try ledger.taxCheck(month("2026-01")).due
    #expect(due.map(\.left) == [29_589])
    #expect(try ledger.verify().isOK)
  }

  @Test func interestInAdvanceIsNotTakenBackOnceItsMonthIsTaxed() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger)
    let receipt = try Self.open(ledger, payout: .advance, tenor: 3)
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(
      refused { try ledger.reverse(receipt.entry, on: day("2026-02-02")) }?.code == .depositInUse)
  }

  private static func openSecond(_ ledger: Ledger) throws -> AccountCode {
    let receipt = try ledger.openTermDeposit(
      TermDepositOpening(
        member: "0001", product: "berjangka", principal: 31_300_000, tenor: 1,
        opened: day("2026-02-08")))
    return try #require(receipt.account)
  }

  // MARK: - From a table

  private static let table = """
    No. Anggota;No. Bilyet;Nominal;Tanggal Buka;Jangka (bulan);Suku Jasa;Cara Bayar;\
    Jasa Dibayar;Tanggal Jasa Berikut;Akrual Jasa;Ahli Waris
    0001;B-1;10.000.000;2025-10-15;6;8%/tahun;simpanan;135.000;2026-01-15;37.260;Siti
    0001;B-2;5.000.000;2025-11-30;3;;jatuh-tempo;;2026-02-28;;

    """

  @Test func runningDepositsAreTakenOverOnce() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger)
    let file = SheetText(Self.table, file: "berjangka.csv")
    let report = try ledger.importTermDeposits(file, on: day("2025-12-31"))
    #expect(report.stored == 2 && report.openingDifference == 15_000_000)
    #expect(report.totals.map(\.amount) == [15_000_000])
    let again = try ledger.importTermDeposits(file, on: day("2025-12-31"))
    #expect(again.stored == 0 && again.alreadyStored == 2)
    // What a corrected table says otherwise is not passed over.
    let corrections = [
      (";6;", ";12;"), (";8%/tahun;", ";9%/tahun;"), ("2025-11-30", "2025-11-29"),
      ("jatuh-tempo", "simpanan"), (";135.000;", ";134.000;"), ("5.000.000", "6.000.000"),
    ]
    for (old, new) in corrections {
      let corrected = SheetText(Self.table.replacing(old, with: new), file: "berjangka.csv")
      let error = refused { try ledger.importTermDeposits(corrected, on: day("2025-12-31")) }
      #expect(error?.details.map(\.code) == [.referenceReused], "\(old)")
    }
    let one = try ledger.termDeposit(Self.first)
    #expect(one.certificate == "B-1" && one.paid == 2 && one.interest == 135_000)
    #expect(one.terms.rate == .percent("8", per: .year) && one.heir?.name == "Siti")
    let other = try ledger.termDeposit("BJK-0001-02")
    #expect(try other.maturity == day("2026-02-28") && other.terms.payout == .maturity)
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1000,15037260,\n2-1300,,37260\n", file: "saldo",
      on: day("2025-12-31"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    let list = try ledger.accruals(of: month("2026-01"))
    #expect(list.controls.map(\.difference) == [0])
    #expect(try ledger.verify().isOK)
  }

  @Test("a deposit that was taken over wrongly is taken back, and its certificate can come again")
  func takenOverAgain() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger)
    _ = try ledger.importTermDeposits(
      SheetText(Self.table, file: "berjangka.csv"), on: day("2025-12-31"))
    let voucher = EntryNumber(Int64(try ledger.status().entries))
    let opening = try day("2025-12-31")
    _ = try ledger.reverse(voucher, on: opening)
    let corrected = Self.table.replacing("5.000.000;2025-11-30", with: "5.000.000;2025-11-29")
      .replacing("2026-02-28", with: "")
    let report = try ledger.importTermDeposits(
      SheetText(corrected, file: "berjangka.csv"), on: opening)
    #expect(report.stored == 1 && report.alreadyStored == 1)
    #expect(try ledger.termDeposits(asOf: opening).map(\.certificate) == ["B-1", "B-2"])
    #expect(try ledger.verify().isOK)
  }

  @Test func allBadRowsAreSaidAtOnce() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try Self.prepare(ledger)
    let rows = """
      member,principal,opened,tenor,payout,next_due
      0001,0,2025-10-15,3,,
      0009,1000000,2025-10-15,3,,
      0001,1000000,2025-10-15,7,,
      0001,1000000,2025-10-15,3,besok,
      0001,1000000,2025-10-15,3,,2026-01-16
      0001,2000000,2025-10-15,3,,
      0001,2000000,2025-10-15,3,,

      """
    let error = #expect(throws: LedgerError.self) {
      try ledger.importTermDeposits(
        SheetText(rows, file: "berjangka.csv"), on: day("2025-12-31"))
    }
    #expect(error?.code == .importRefused)
    #expect(error?.details.compactMap(\.place?.line) == [2, 3, 4, 5, 6, 8])
    #expect(
      error?.details.map(\.code) == [
        .amountNotPositive, .memberUnknown, .depositRateMissing, .termUnreadable,
        .depositValueDateOther, .importDuplicate,
      ])
    #expect(try ledger.termDeposits().isEmpty)
    #expect(try ledger.verify().isOK)
  }
}
