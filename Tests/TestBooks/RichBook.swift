import KSPActs
import KSPCore
import KSPLedger
package import KSPTestSupport
import Testing

/// A book with something in every table: members with what the law asks of them, savings with tiers
/// and windows, tax, loans with fees, collateral and guarantors, a loan written off, one with new
/// plans, a holiday, a reversal, two closed months, a year before the book, and a backup.
package enum RichBook {
  package static let template = BookTemplate { folder in
    let book = try LoanBook(folder)
    let ledger = book.ledger
    try savings(ledger)
    try loans(book)
    try assets(ledger)
    try accruals(ledger)
    try waiting(ledger)
    try corporateTax(ledger)
    try earlierShu(ledger)
    try book.monthEnd("2026-01")
    _ = try ledger.repay(600_000, loan: "PJ-0001", on: day("2026-02-20"))
    _ = try ledger.rescheduleLoan("PJ-0003", on: day("2026-02-20"), count: 6)
    _ = try ledger.repay(2_000_000, loan: "PJ-0003", on: day("2026-02-25"))
    _ = try ledger.chargeFee(5_000, member: "0003", on: day("2026-02-26"))
    try fees(ledger)
    try book.monthEnd("2026-02")
    // A deposit of January that was entered late, and what it would have earned.
    let late = try ledger.deposit(9_000_000, member: "0002", on: day("2026-03-01"))
    try ledger.correctInterest(
      of: AccountCode("SUK-0002"), in: month("2026-01"),
      valued: [late.entry: day("2026-01-10")], on: day("2026-03-01"))
    _ = try ledger.deposit(
      75_000, member: "0002", on: day("2026-03-02"),
      reference: "K-9", note: EntryNote(memo: "Setoran", recordedBy: "kasir"))
    _ = try ledger.repay(loan: "PJ-0001", on: day("2026-03-02"), saying: LoanParts(interest: 1_000))
    _ = try ledger.payTaxClaim(20_000, of: "0006", on: day("2026-03-02"))
    try dues(ledger)
    try ledger.payTax(of: month("2026-01"), on: day("2026-03-02"))
    try bank(ledger)
    try ledger.updateAsset("INV-0001", place: "Gudang")
    _ = try ledger.disposeOfAsset(
      "INV-0002", for: 300_000, on: day("2026-03-02"), note: EntryNote(memo: "dijual"))
    try tills(ledger)
    try deposits(ledger)
    try claims(ledger)
    try departures(ledger)
    for number in ["0011", "0012"] as [MemberNumber] {
      _ = try ledger.endMembership(of: number, on: day("2026-03-05"))
    }
    try insurance(ledger)
    try holds(ledger)
    try orders(ledger)
    try planned(ledger)
    try year(ledger)
    try shu(ledger)
    try formerYear(ledger)
    _ = try ledger.backup(to: folder.file("backup.ksp"))
    try ledger.close()
  }

  /// Fixed assets: one bought, one of before that is disposed of later.
  private static func assets(_ ledger: Ledger) throws {
    try ledger.buyAsset(
      NewAsset(
        "Komputer", cost: 4_800_000, months: 48, acquiredOn: day("2026-01-05"),
        residual: 300_000, place: "Kasir"))
    try ledger.takeOverAsset(
      NewAsset(
        "Motor", cost: 2_000_000, months: 60, acquiredOn: day("2023-05-10"),
        takeover: .init(asOf: day("2025-12-31"), accumulated: 1_000_000)))
    // What it had cost and lost before the book, which no opening balances brought.
    try ledger.bringIn(cost: 2_000_000, accumulated: 1_000_000, on: day("2026-01-05"))
  }

  private static func dues(_ ledger: Ledger) throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    try ledger.setDues(50_000, for: .kind(.organization), from: month("2026-01"))
    try ledger.setDues(0, for: .member("0004"), from: month("2026-02"))
    try ledger.exemptFromDues(
      "0002", from: month("2026-02"), until: month("2026-03"), reason: "sakit")
    try ledger.takeOverDues(
      of: "0001", DuesTakeover(.paidUntil(month("2025-12")), asOf: day("2025-12-31")))
    try ledger.takeOverDues(
      of: "0002", DuesTakeover(.arrears(35_000), asOf: day("2025-12-31")))
    _ = try ledger.deposit(
      60_000, member: "0001", product: "wajib", on: day("2026-03-02"),
      for: [month("2026-01"), month("2026-03"), month("2026-04")])
  }

  /// A deposit whose interest is set aside, and one that paid it in advance.
  private static func accruals(_ ledger: Ledger) throws {
    try ledger.addTermProduct(
      SavingsProduct(
        code: "akrual", name: Phrase(id: "Berjangka akrual", en: "Accruing deposits"),
        kind: .berjangka, accountPrefix: "BJA", controlAccount: AccountCode("2-1100"),
        interestExpenseAccount: AccountCode("5-1000")),
      offer: TermDepositOffer(
        product: "akrual", effectiveFrom: day("2026-01-01"),
        tiers: [.init(tenor: 12, rate: Rate(parsing: "6%/year"))], isAccrued: true))
    for payout in [TermPayout.advance, .maturity] {
      _ = try ledger.openTermDeposit(
        TermDepositOpening(
          member: "0004", product: "akrual", principal: 3_000_000, tenor: 12,
          opened: day("2026-01-07"), payout: payout))
    }
  }

  /// Savings that credit their interest every quarter, with members who leave before one ends.
  private static func waiting(_ ledger: Ledger) throws {
    var terms = SavingsTerms(effectiveFrom: try month("2026-01"), leavingInterest: .dayBefore)
    terms.interest = try InterestTerms(
      tiers: [
        .init(from: .zero, rate: Rate(parsing: "5%/year")),
        .init(from: .zero, rate: Rate(parsing: "4%/year"), for: .prospective),
      ], crediting: InterestCrediting(.quarterly, isAccrued: true, least: 1_000))
    try ledger.addSavingsProduct(.sample("triwulan", prefix: "TRI"), terms: terms)
    for number in ["0011", "0012"] as [MemberNumber] {
      try ledger.join(number)
      _ = try ledger.deposit(
        3_000_000, member: number, product: "triwulan", on: day("2026-01-09"))
    }
  }

  /// A deposit that was paid, rolled over and pledged, and one that was broken.
  private static func deposits(_ ledger: Ledger) throws {
    try ledger.addTermProduct(
      .sampleDeposits,
      offer: TermDepositOffer(
        product: "berjangka", effectiveFrom: day("2026-03-01"),
        tiers: [.init(tenor: 1, rate: Rate(parsing: "6%/year"))], penalty: .fixed(1_000)))
    for principal in [40_000_000, 5_000_000] as [Rupiah] {
      _ = try ledger.openTermDeposit(
        TermDepositOpening(
          member: "0002", product: "berjangka", principal: principal, tenor: 1,
          opened: day("2026-03-03"), rollOver: .principal, interestTo: AccountCode("SUK-0002"),
          certificate: principal == 5_000_000 ? "B-2" : "B-1",
          heir: TermDepositHeir(name: "Tini", relation: "ibu")))
    }
    _ = try ledger.payTermInterest(through: day("2026-04-03"))
    try ledger.pledgeTermDeposit(
      AccountCode("BJK-0002"), securing: "PJ-0001", on: day("2026-04-04"))
    _ = try ledger.endTermDeposit(AccountCode("BJK-0002-02"), on: day("2026-04-10"))
  }

  /// A statement of a bank, of which one line is booked by rule and one is in the book.
  private static func bank(_ ledger: Ledger) throws {
    _ = try ledger.deposit(
      500_000, member: "0002", from: AccountCode("1-1100"), on: day("2026-03-02"))
    _ = try ledger.importBankStatement(
      SheetText(
        """
        date,description,debit,credit,balance
        2026-03-02,TRANSFER,,500000,500000
        2026-03-02,ADMIN FEE,15000,,485000
        """, file: "bank.csv"))
    try ledger.setBankRule("admin fee", to: AccountCode("5-2100"))
    try ledger.setCashWord("galon", to: .product("sukarela"))
    try ledger.setCashWord("galon", to: .account(AccountCode("5-2100")))
    try ledger.matchBank()
  }

  /// A till with a day behind it, a safe, and a collector who came back short.
  private static func tills(_ ledger: Ledger) throws {
    let date = try day("2026-03-02")
    try ledger.addTill("kas-1", keeper: "sari")
    try ledger.addTill("brankas", .safe, account: AccountCode("1-1020"))
    try ledger.addTill("kolektor", .field, keeper: "budi")
    try ledger.setTillKeeper("dewi", of: "kas-1")
    let kas = try TillHandover(300_000, account: ledger.cashAccount(named: "kas"))
    for name in ["kas-1", "kolektor"] {
      try ledger.openTill(name, TillOpening(handing: kas), on: date)
      _ = try ledger.deposit(
        50_000, member: "0002", on: date, note: EntryNote(recordedBy: "dewi", till: name))
    }
    _ = try ledger.takeCollectionList(
      "kolektor", .members(["0001", "0002", "0003"]), on: date)
    _ = try ledger.bringCollectionList("kolektor", collected: [1: 20_000], on: date)
    try ledger.countTill(
      "kas-1", .pieces(CashPieces(parsing: ["100000=3", "20000=2", "5000=1"])), on: date)
    let safe = try TillHandover(account: ledger.cashAccount(named: "brankas"))
    try ledger.closeTill("kas-1", TillClosing(.sum(346_000), handing: safe), on: date)
    try ledger.closeTill("kolektor", TillClosing(.sum(340_000), handing: safe), on: date)
  }

  /// A list for a payer, of which one member was not deducted, and one that was ended.
  private static func claims(_ ledger: Ledger) throws {
    let claim = try ledger.sendClaim(for: month("2026-03"), on: day("2026-03-02"))
    let missing = try #require(claim.debtors.last).member
    try ledger.deduct(.allBut([missing]), ofClaim: claim.number, on: day("2026-03-02"))
    try ledger.receiveFromPayer(10_000, on: day("2026-03-02"))
    let other = try ledger.sendClaim(for: month("2026-03"), on: day("2026-03-02"))
    try ledger.closeClaim(other.number, reason: "salah bulan", on: day("2026-03-02"))
  }

  /// A member who was entered twice, and one who died, whose heir took a part.
  private static func departures(_ ledger: Ledger) throws {
    for number in ["0007", "0008"] as [MemberNumber] {
      var profile = MemberProfile(name: "Anggota \(number)", phone: "0813")
      profile.heir = "Rina"
      _ = try ledger.addMember(
        NewMember(number: number, profile: profile, joinedOn: day("2026-03-01")))
      _ = try ledger.deposit(80_000, member: number, on: day("2026-03-02"))
    }
    try ledger.mergeMember("0007", into: "0002", on: day("2026-03-02"), reason: "dobel")
    try ledger.recordDeath(of: "0008", on: day("2026-03-02"))
    _ = try ledger.endMembership(of: "0008", on: day("2026-03-03"), paysLater: true)
    _ = try ledger.payLeaver(
      30_000, member: "0008", to: LeaverPayee("Rina", relation: "anak", identity: "KTP 3201"),
      on: day("2026-03-04"))
  }

  /// A claim on an insurer, of which a part came.
  private static func insurance(_ ledger: Ledger) throws {
    let paid = try ledger.repay(
      50_000, loan: "PJ-0001", on: day("2026-03-04"), from: AccountCode("1-1360"),
      note: EntryNote(memo: "Klaim"))
    try ledger.receiveFromInsurer(30_000, for: paid.receipt.entry, on: day("2026-03-05"))
  }

  private static func savings(_ ledger: Ledger) throws {
    var profile = MemberProfile(
      name: "CV Sejahtera", kind: .organization, address: "Jl. Mawar 1", phone: "0812",
      nik: "3201010101010001", npwp: "01.234.567.8-901.234")
    profile.externalID = "E-3"
    profile.birthPlace = "Bogor"
    profile.birthDate = try day("1990-01-01")
    profile.gender = .female
    profile.occupation = "Dagang"
    profile.heir = "Siti"
    profile.heirRelation = "anak"
    profile.unit = "Pasar"
    profile.remarks = "Cabang"
    _ = try ledger.addMember(
      NewMember(
        number: "0003", profile: profile, joinedOn: day("2026-01-03"),
        attributes: ["baju": "L", "sepatu": "40"], pokok: 100_000,
        wajib: 50_000, entranceFee: 10_000,
        reference: "M-3", note: EntryNote(memo: "Masuk", recordedBy: "kasir")))
    var other = MemberProfile(name: "Budi", kind: .individual)
    other.externalID = "E-4"
    _ = try ledger.addMember(
      NewMember(number: "0004", profile: other, joinedOn: day("2026-01-03")))
    var terms = SavingsTerms(effectiveFrom: try month("2026-01"))
    terms.interest = InterestTerms(
      tiers: [
        .init(from: .zero, rate: .percent("6", per: .year)),
        .init(from: 50_000_000, rate: .percent("9", per: .year)),
      ])
    terms.overdraftLimit = 1_000_000
    terms.withdrawalWindows = [try period("2026-01-01", "2026-12-31")]
    terms.interestCreditedTo = "sukarela"
    try ledger.addSavingsProduct(.sample("qurban", prefix: "QUR"), terms: terms)
    for member in ["0001", "0002", "0003"] {
      _ = try ledger.deposit(
        90_000_000, member: MemberNumber(member), product: "qurban", on: day("2026-01-05"),
        reference: "Q-\(member)", note: EntryNote(memo: "Setoran", recordedBy: "kasir"))
      _ = try ledger.deposit(60_000_000, member: MemberNumber(member), on: day("2026-01-06"))
    }
    let wrong = try ledger.deposit(70_000, member: "0002", on: day("2026-01-06"))
    _ = try ledger.reverse(
      wrong.entry, on: day("2026-01-07"), note: EntryNote(memo: "Salah", recordedBy: "kasir"))
    // Interest from elsewhere, a member whose kind changes, and one who leaves with tax to pay.
    _ = try ledger.payInterest(40_000, member: "0002", on: day("2026-01-08"))
    // Interest that is gone before its tax is withheld: a claim.
    try ledger.join("0006")
    _ = try ledger.payInterest(500_000, member: "0006", on: day("2026-01-08"))
    _ = try ledger.withdraw(500_000, member: "0006", on: day("2026-01-08"))
    try ledger.updateMember(
      "0004", profile: ledger.member("0004").member.profile,
      kind: Member.KindChange(.organization, from: month("2026-02")))
    _ = try ledger.addMember(
      NewMember(
        number: "0005", profile: MemberProfile(name: "Dewi"), joinedOn: day("2026-01-03")))
    _ = try ledger.payInterest(300_000, member: "0005", on: day("2026-01-08"))
    _ = try ledger.endMembership(of: "0005", on: day("2026-01-09"))
    try ledger.addHolidays([Holiday(day: day("2026-08-17"), name: "Kemerdekaan")])
    try ledger.addOfficer("lama", role: "kasir", since: day("2026-01-01"))
    try ledger.endOfficer("lama", on: day("2026-01-31"))
    try ledger.nameAccount("listrik", AccountCode("5-2100"))
    _ = try ledger.pay(
      75_000, to: "PLN", for: ledger.account(named: "Listrik"), on: day("2026-01-09"))
    _ = try ledger.receive(
      20_000, from: "Kantin", for: AccountCode("4-1200"), on: day("2026-01-09"))
    // So that the year has something to divide.
    _ = try ledger.receive(
      90_000_000, from: "Dinas", for: AccountCode("4-1200"), on: day("2026-01-09"))
  }

  private static func loans(_ book: LoanBook) throws {
    try book.change("flat") { terms in
      terms.recognition = .onDueDate
      terms.provision = ProvisionTable.cooperative.code
      terms.fees = [
        LoanFee(
          code: "provisi", charge: .share(.percent("1")),
          target: .account(AccountCode("4-1110")), earning: .effective)
      ]
    }
    _ = try book.ledger.disburse(
      LoanApplication(
        member: "0001", product: "flat", amount: 12_000_000, date: try day("2026-01-15"),
        purpose: "Warung",
        collaterals: [Collateral(kind: .vehicle, description: "BPKB", value: 4_000_000)],
        guarantors: ["Ketua RT"], note: EntryNote(recordedBy: "manajer")))
    let given = try book.lend("menurun", 1_200_000, to: "0002")
    _ = try book.ledger.writeOffLoan(given, on: day("2026-01-20"))
    try book.change("anuitas") { $0.prepayment = .smallerInstallments }
    _ = try book.lend("anuitas", 6_000_000, to: "0002")
    let asked = try book.ledger.applyForLoan(
      LoanApplication(
        member: "0002", product: "flat", amount: 5_000_000, date: day("2026-01-20"),
        guarantors: ["0001", "Bu Tini:3201014101900001:ibu"]))
    _ = try book.ledger.approveLoan(
      asked.number, offer: LoanOffer(amount: 4_000_000), on: day("2026-01-21"))
    let pledge = Collateral(kind: .land, description: "SHM 7", value: 9_000_000)
    _ = try book.ledger.addCollateral([pledge], to: asked.number, on: day("2026-01-21"))
    _ = try book.ledger.releaseCollateral(of: asked.number, on: day("2026-01-22"))
    _ = try book.ledger.withdrawLoanApplication(asked.number, on: day("2026-01-23"))
  }
}
