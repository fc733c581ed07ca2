import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport

extension RefusalCase {
  /// Members, products and tables that cannot be entered.
  static let register: [RefusalCase] =
    [
      RefusalCase("member.unknown") { try $0.deposit(1, "9999") },
      RefusalCase("member.unknown") { _ = try $0.ledger.member("9999") },
      RefusalCase("member.unknown") {
        _ = try $0.ledger.statement(ofMember: "9999", period: BookPeriod(month("2026-02")))
      },
      RefusalCase("member.unknown") {
        _ = try $0.ledger.updateMember("9999", profile: MemberProfile(name: "X"))
      },
      RefusalCase("member.numberTaken") { try $0.join("0001") },
      RefusalCase("member.profileUnacceptable") { try $0.join("0 1") },
      RefusalCase("member.profileUnacceptable") { try $0.join("0009", " ") },
      RefusalCase("member.profileUnacceptable") {
        _ = try $0.ledger.updateMember("0001", profile: MemberProfile(name: ""))
      },
      RefusalCase("member.kindFixed") {
        _ = try $0.ledger.updateMember(
          "0001", profile: MemberProfile(name: "X", kind: .organization))
      },
      RefusalCase("member.joinedFixed") {
        _ = try $0.ledger.updateMember(
          "0001", profile: $0.ledger.member("0001").member.profile, joined: day("2026-01-02"),
          note: EntryNote(memo: "salah ketik"))
      },
      RefusalCase("member.left") { try $0.deposit(1, "0003") },
      RefusalCase("member.left") { try $0.deposit(10_000, "0003", "ketat") },
      RefusalCase("member.left") {
        _ = try $0.ledger.endMembership(of: "0003", on: day("2026-02-21"))
      },
      RefusalCase("member.notYetJoined") { scene in
        try scene.join("0009", on: "2026-04-01")
        try scene.deposit(1, "0009")
      },
      RefusalCase("member.owes") { scene in
        let folder = try TestFolder()
        let young = try makeBook(folder)
        try young.setSavingsTerms(
          of: "sukarela", SavingsTerms(effectiveFrom: month("2026-01"), overdraftLimit: 5))
        try young.join("0001")
        _ = try young.withdraw(5, member: "0001", on: day("2026-01-02"))
        _ = try young.endMembership(of: "0001", on: day("2026-01-02"))
      },
      RefusalCase("member.owesTax") { scene in
        let folder = try TestFolder()
        let young = try makeBook(folder)
        try young.join("0001")
        _ = try young.payInterest(500_000, member: "0001", on: day("2026-01-02"))
        _ = try young.withdraw(500_000, member: "0001", on: day("2026-01-02"))
        _ = try young.endMembership(of: "0001", on: day("2026-01-02"))
      },
      RefusalCase("member.notMergeable") {
        _ = try $0.ledger.mergeMember("0004", into: "0001", on: day(RefusalScene.today))
      },
      RefusalCase("member.deathUnfit") {
        _ = try $0.ledger.recordDeath(of: "0004", on: day(RefusalScene.today))
      },
      RefusalCase("insurance.claimUnknown") {
        _ = try $0.ledger.receiveFromInsurer(for: EntryNumber(1), on: day(RefusalScene.today))
      },
      RefusalCase("insurance.tooMuch") { _ in
        let book = try LoanBook(TestFolder())
        let claim = try InsuranceTests.claim(1_000_000, in: book)
        _ = try book.ledger.receiveFromInsurer(1_000_001, for: claim, on: day("2026-01-20"))
      },
      RefusalCase("insurance.tooEarly") { _ in
        let book = try LoanBook(TestFolder())
        let claim = try InsuranceTests.claim(1_000_000, in: book)
        _ = try book.ledger.receiveFromInsurer(1, for: claim, on: day("2026-01-01"))
      },
      RefusalCase("insurance.received") { _ in
        let book = try LoanBook(TestFolder())
        let claim = try InsuranceTests.claim(1_000_000, in: book)
        let on = try book.ledger.entry(claim).bookDate
        _ = try book.ledger.receiveFromInsurer(400_000, for: claim, on: day("2026-01-20"))
        _ = try book.ledger.reverse(claim, on: on)
      },
      RefusalCase("leaver.nothingOwed") {
        _ = try $0.ledger.payLeaver(member: "0003", on: day(RefusalScene.today))
      },
      RefusalCase("leaver.tooMuch") { _ in
        let scene = try RefusalScene()
        _ = try scene.ledger.endMembership(of: "0001", on: day("2026-02-20"), paysLater: true)
        _ = try scene.ledger.payLeaver(900_000, member: "0001", on: day(RefusalScene.today))
      },
      RefusalCase("leaver.payeeMissing") { _ in
        let scene = try RefusalScene()
        _ = try scene.ledger.endMembership(of: "0001", on: day("2026-02-20"), paysLater: true)
        try scene.ledger.recordDeath(of: "0001", on: day("2026-02-20"))
        _ = try scene.ledger.payLeaver(member: "0001", on: day(RefusalScene.today))
      },
      RefusalCase("member.kindTooEarly") {
        _ = try $0.ledger.updateMember(
          "0001", profile: $0.ledger.member("0001").member.profile,
          kind: Member.KindChange(.organization, from: month("2026-01")))
      },
      RefusalCase("interest.monthAhead") {
        _ = try $0.ledger.payInterest(
          1, member: "0001", on: day("2026-02-21"),
          earned: month("2026-02")...month("2026-03"))
      },
      RefusalCase("interest.monthOpen") {
        try $0.ledger.correctInterest(
          of: AccountCode("SUK-0001"), in: month("2026-02"), on: day("2026-02-21"))
      },
      RefusalCase("group.unknown") {
        _ = try $0.ledger.groupBill("Mawar", for: month("2026-02"))
      },
      RefusalCase("interest.uncredited") { _ in
        let ledger = try makeBook(TestFolder())
        try ledger.join("0001")
        var terms = try ledger.savingsTerms(of: "sukarela")[0]
        terms.interest?.crediting = InterestCrediting(.quarterly)
        try ledger.setSavingsTerms(of: "sukarela", terms)
        _ = try ledger.deposit(9_000_000, member: "0001", on: day("2026-01-02"))
        _ = try ledger.runMonthEnd(month("2026-01"))
        try ledger.correctInterest(
          of: AccountCode("SUK-0001"), in: month("2026-01"), on: day("2026-02-21"))
      },
      RefusalCase("interest.nothingToCorrect") {
        try $0.ledger.correctInterest(
          of: AccountCode("SUK-0001"), in: month("2026-01"), on: day("2026-02-21"))
      },
      RefusalCase("interest.valueDate") {
        try $0.ledger.correctInterest(
          of: AccountCode("SUK-0001"), in: month("2026-01"),
          valued: [EntryNumber(1): day("2030-01-01")], on: day("2026-02-21"))
      },
      RefusalCase("dues.notWajib") {
        try $0.ledger.setDues(1, product: "sukarela", from: month("2026-02"))
      },
      RefusalCase("dues.monthNotOpen") { try $0.dues(20_000, "2026-01") },
      RefusalCase("dues.tooMuch") { try $0.dues(30_000, "2026-02") },
      RefusalCase("dues.tooLittle") { try $0.dues(20_000, "2026-02", "2026-03") },
      RefusalCase("dues.exemptionBackwards") {
        try $0.ledger.exemptFromDues(
          "0001", from: month("2026-03"), until: month("2026-02"), reason: "sakit")
      },
      RefusalCase("dues.takeoverTwice") { scene in
        try scene.only {
          try scene.ledger.importMembers(
            csv: "nomor;nama;tanggal masuk;wajib lunas sampai;tunggakan wajib\n"
              + "0010;Ani;2020-01-01;2025-12;5000\n", file: "m")
        }
      },
      RefusalCase("tax.claimTooLarge") {
        _ = try $0.ledger.payTaxClaim(5, of: "0001", on: day(RefusalScene.today))
      },
      RefusalCase("tax.refundTooLarge") {
        _ = try $0.ledger.refundTax(5, on: day(RefusalScene.today))
      },
      RefusalCase("till.unknown") { _ = try $0.ledger.tillCounts(of: "kas-9") },
      RefusalCase("till.closed") { _ in
        let scene = try RefusalScene()
        try scene.ledger.addTill("kas-1")
        try scene.deposit(note: EntryNote(till: "kas-1"))
      },
      RefusalCase("till.open") { _ in
        let scene = try RefusalScene()
        try scene.ledger.addTill("kas-2")
        try scene.ledger.openTill("kas-2", on: day(RefusalScene.today))
        try scene.ledger.openTill("kas-2", on: day(RefusalScene.today))
      },
      RefusalCase("till.counted") { _ in
        let scene = try RefusalScene()
        try scene.ledger.addTill("kas-3")
        try scene.ledger.openTill("kas-3", on: day(RefusalScene.today))
        try scene.deposit(on: "2026-02-20", note: EntryNote(till: "kas-3"))
      },
      RefusalCase("till.unfit") { try $0.ledger.addTill("x", account: AccountCode("1-1100")) },
      RefusalCase("till.piecesUnfit") { _ in _ = try CashPieces(parsing: ["7=1"]) },
      RefusalCase("bank.unknown") {
        _ = try $0.ledger.bankReconciliation(of: AccountCode("1-1000"))
      },
      RefusalCase("bank.lineUnknown") { try $0.ledger.tickBankLine(1, against: EntryNumber(1)) },
      RefusalCase("bank.lineUnfit") { _ in
        let scene = try RefusalScene()
        try scene.bank("2026-02-02,A,,5,5")
        try scene.ledger.tickBankLine(1, against: EntryNumber(1))
      },
      RefusalCase("bank.balanceBroken") {
        try $0.bank("2026-02-02,A,,5,5\n2026-02-03,B,,5,11")
      },
      RefusalCase("bank.gap") { _ in
        let scene = try RefusalScene()
        try scene.bank("2026-02-02,A,,5,5")
        try scene.bank("2026-02-03,B,,5,11")
      },
      RefusalCase("claim.unknown") { _ = try $0.ledger.claim(1) },
      RefusalCase("claim.payerUnknown") {
        try $0.ledger.sendClaim(to: "1-1000", for: month("2026-02"), on: day(RefusalScene.today))
      },
      RefusalCase("claim.empty") { _ in
        try LoanBook().ledger.sendClaim(for: month("2026-02"), on: day(RefusalScene.today))
      },
      RefusalCase("claim.nothingDeducted") { _ in try RefusalScene().claim(.sums([:])) },
      RefusalCase("claim.tooMuch") { _ in
        try RefusalScene().claim(.sums(["0001": 20_001]))
      },
      RefusalCase("claim.memberNotListed") { _ in
        try RefusalScene().claim(.sums(["0003": 1]))
      },
      RefusalCase("claim.closed") { _ in
        let scene = try RefusalScene()
        try scene.claim(.sums(["0001": 1]))
        try scene.ledger.closeClaim(1, reason: "lunas", on: day(RefusalScene.today))
        try scene.ledger.closeClaim(1, reason: "lain", on: day(RefusalScene.today))
      },
      RefusalCase("tax.monthOpen") { _ = try $0.ledger.taxCheck(month("2026-02")) },
      RefusalCase("tax.fileRefused") { _ = try $0.ledger.coretaxFile(month("2026-01")) },
      RefusalCase("tax.slipNone") {
        _ = try $0.ledger.coretaxFile(month("2026-01"), except: ["9999"])
      },
      RefusalCase("tax.nothingOwed") {
        try $0.ledger.payTax(of: month("2026-01"), on: day(RefusalScene.today))
      },
      RefusalCase("tax.paymentTooLarge") {
        try $0.ledger.payTax(5, of: month("2026-01"), on: day(RefusalScene.today))
      },
      RefusalCase("tax.articleMissing") { _ in
        let ledger = try makeBook(TestFolder())
        try ledger.join("0001")
        try ledger.join("0002", kind: .organization)
        for member in ["0001", "0002"] as [MemberNumber] {
          _ = try ledger.payInterest(500_000, member: member, on: day("2026-01-10"))
        }
        _ = try ledger.runMonthEnd(month("2026-01"))
        try ledger.payTax(5, of: month("2026-01"), on: day("2026-02-02"))
      },
      RefusalCase("tax.claimNoExpense") { _ in
        let ledger = try makeBook(TestFolder())
        try ledger.join("0001")
        _ = try ledger.payInterest(500_000, member: "0001", on: day("2026-01-10"))
        _ = try ledger.withdraw(500_000, member: "0001", on: day("2026-01-10"))
        _ = try ledger.runMonthEnd(month("2026-01"))
        _ = try ledger.forgiveTaxClaim(
          5, of: "0001", to: AccountCode("1-1000"), on: day("2026-02-02"),
          note: EntryNote(memo: "rapat"))
      },
      RefusalCase("taxRule.tooEarly") {
        try $0.ledger.setTaxRule(
          InterestTaxRule(
            effectiveFrom: month("2026-01"), memberKind: .individual, threshold: 0,
            rate: .percent("0")))
      },
      RefusalCase("rounding.stepRefused") {
        try $0.setTerms {
          $0.interest = InterestTerms(
            tiers: [.init(from: .zero, rate: .percent("1", per: .year))],
            rounding: try Rounding(.down, to: 7))
        }
      },
      RefusalCase("member.laterEntries") {
        _ = try $0.ledger.endMembership(of: "0001", on: day("2026-02-19"))
      },
      RefusalCase("member.deductionTooLarge") {
        _ = try $0.ledger.endMembership(of: "0001", on: day("2026-02-21"), deduction: 90_000_000)
      },
      RefusalCase("product.invalid") {
        try $0.ledger.addSavingsProduct(
          .sample("pokok", prefix: "X"), terms: SavingsTerms(effectiveFrom: month("2026-02")))
      },
      RefusalCase("product.invalid") { try $0.setTerms { $0.interest = InterestTerms(tiers: []) } },
      RefusalCase("amount.notPositive") { try $0.setTerms { $0.overdraftLimit = -1 } },
      RefusalCase("period.closed") {
        try $0.ledger.setSavingsTerms(of: "wajib", SavingsTerms(effectiveFrom: month("2026-01")))
      },
      RefusalCase("import.unreadable") { _ = try $0.ledger.importMembers(csv: "", file: "m") },
      RefusalCase("import.unreadable") { try $0.row("2026-02-21,0001") },
      RefusalCase("import.refused") { _ = try $0.ledger.importMembers(csv: "x\n", file: "m") },
      RefusalCase("import.columnMissing") { scene in
        try scene.only { try scene.ledger.importMembers(csv: "name\nA\n", file: "m") }
      },
      RefusalCase("import.columnUnknown") { scene in
        try scene.only { try ChartOfAccounts(csv: "code,name,type,postable,x\n", file: "m") }
      },
      RefusalCase("import.cellMissing") { try $0.row("2026-02-21,,sukarela,deposit,1,R-1") },
      RefusalCase("import.wordUnknown") { try $0.row("2026-02-21,0001,sukarela,beli,1,R-1") },
      RefusalCase("import.duplicate") {
        try $0.row(
          "2026-02-21,0001,sukarela,deposit,1,R-1\n2026-02-21,0001,sukarela,deposit,1,R-1")
      },
      RefusalCase("reference.reused") {
        try $0.row("2026-01-10,0001,sukarela,deposit,1,K-0001-sukarela")
      },
    ] + identity + assets + sheets + shu + years

  /// Numbers, standings, roles and settings that cannot be.
  private static let identity: [RefusalCase] = [
    RefusalCase("nik.unreadable") { _ in _ = try IdentityNumber.nik("123") },
    RefusalCase("npwp.unreadable") { _ in _ = try IdentityNumber.npwp("123") },
    RefusalCase("nitku.unreadable") { _ in _ = try IdentityNumber.nitku("123") },
    RefusalCase("nik.unreadable") {
      _ = try $0.ledger.updateMember("0001", profile: MemberProfile(name: "X", nik: "123"))
    },
    RefusalCase("member.notLeft") { _ = try $0.ledger.eraseMember("0001") },
    RefusalCase("member.notSettled") { _ in
      let book = try LoanBook()
      let number = try book.lend()
      _ = try book.ledger.writeOffLoan(number, on: day("2026-01-15"))
      _ = try book.ledger.endMembership(of: "0001", on: day("2026-01-20"))
      _ = try book.ledger.eraseMember("0001")
    },
    RefusalCase("member.standingNotLater") {
      _ = try $0.ledger.updateMember(
        "0001", profile: MemberProfile(name: "X"),
        membership: Member.Membership(.honorary, since: day("2026-01-01")))
    },
    RefusalCase("member.externalIDTaken") { _ in
      let ledger = try makeBook(TestFolder())
      var profile = MemberProfile(name: "X")
      profile.externalID = "7"
      for _ in 1...2 {
        _ = try ledger.addMember(NewMember(profile: profile, joinedOn: day("2026-01-02")))
      }
    },
    RefusalCase("account.ambiguous") { _ in
      let folder = try TestFolder()
      let ledger = try makeBook(folder)
      try ledger.join("0001")
      for _ in 1...2 { _ = try ledger.openAccount(member: "0001", on: day("2026-01-02")) }
      _ = try ledger.resolveAccount("0001")
    },
    RefusalCase("account.ofAnother") {
      _ = try $0.ledger.deposit(
        1, member: "0001", account: AccountCode("SUK-0002"), on: day("2026-02-21"))
    },
    RefusalCase("account.onlyOne") {
      _ = try $0.ledger.openAccount(member: "0001", product: "pokok", on: day("2026-02-21"))
    },
    RefusalCase("book.settingFixed") {
      var settings = try $0.ledger.settings
      settings.utcOffsetSeconds += 3_600
      try $0.ledger.updateSettings(settings)
    },
    RefusalCase("role.refused") {
      try $0.ledger.assignRole(.controlSukarela, to: AccountCode("2-1200"))
    },
  ]
}
