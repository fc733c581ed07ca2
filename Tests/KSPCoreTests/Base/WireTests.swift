import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// What crosses a wire: values as their text, exactly.
@Suite struct WireTests {
  private func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode([value]), as: UTF8.self)
  }

  private func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  @Test(arguments: [Int64.min + 1, -1, 0, 1, 50, 12_345_67, 9_007_199_254_740_993, .max])
  func amountsAreExact(_ sen: Int64) throws {
    #expect(try roundTrip(Rupiah(sen: sen)) == Rupiah(sen: sen))
  }

  @Test func valuesAreTheirText() throws {
    #expect(try text(Rupiah(sen: 1_234_567)) == #"["12345.67"]"#)
    #expect(try text(day("2026-01-31")) == #"["2026-01-31"]"#)
    #expect(try text(month("2026-01")) == #"["2026-01"]"#)
    #expect(try text(AccountCode("1-1000")) == #"["1-1000"]"#)
    #expect(try text(EntryNumber(14)) == #"["JU-000014"]"#)
    #expect(try roundTrip(day("2024-02-29")) == day("2024-02-29"))
    #expect(try roundTrip(month("2026-12")) == month("2026-12"))
    #expect(try roundTrip(AccountCode("SUK-0001")) == AccountCode("SUK-0001"))
    #expect(try roundTrip(EntryNumber(1_234_567)) == EntryNumber(1_234_567))
    for wrong in [#"["1.5"]"#, "[12]", #"[""]"#] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode([Rupiah].self, from: Data(wrong.utf8))
      }
    }
  }

  /// What a program puts into its log says what it is, and what it stores of a person is a text.
  @Test func valuesSayWhatTheyAre() throws {
    for text in ["12", "JU-000087", "2026-01-31"] {
      let point = try KnowledgePoint(parsing: text)
      #expect(try roundTrip(point) == point && "\(point)" == text)
    }
    #expect(try roundTrip(KnowledgePoint.event(0)) == .event(0))
    #expect(try text(Language.indonesian) == #"["id"]"#)
    #expect("\(try BookPeriod(month("2026-02")))" == "2026-02-01/2026-02-28")
    #expect("\(Phrase(id: "Kas", en: "Cash"))" == "Kas / Cash")
    #expect("\(Knowledge(event: 12, entry: EntryNumber(3), isEntry: true))" == "12 (JU-000003)")
    #expect("\(Remedy.loan(.approve("PJ-0001")))" == "loan.approve: Approve loan PJ-0001")
    let warning = LedgerWarning(.sameAgain, message: Phrase(id: "Lagi.", en: "Again."))
    #expect("\(warning)" == "act.sameAgain: Again.")
    #expect(LedgerError.Category.allCases.contains(.busy))
  }

  @Test func numbersAreTheirText() throws {
    let (member, loan, product): (MemberNumber, LoanNumber, ProductCode) = (
      "0001", "PJ-\(12)", "flat"
    )
    #expect(try text(member) == #"["0001"]"# && text(loan) == #"["PJ-12"]"#)
    #expect(try roundTrip(product) == product && product != "FLAT")
    #expect("\(member) \(loan)" == "0001 PJ-12")
    #expect(["0010", "0002", "1"].sorted() == ["0002", "0010", "1"] as [MemberNumber])
  }

  @Test func actsCrossAWire() throws {
    let deposit = SavingsEvent(
      .deposit, Rupiah(sen: 5_000_050), member: "0001", counterpart: "1-1100",
      on: try day("2026-01-31"), reference: "r-1",
      note: EntryNote(memo: "titipan", recordedBy: "Rina", exceptions: .futureDate))
    #expect(try roundTrip(deposit) == deposit)
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(deposit))
    let fields = try #require(object as? [String: Any])
    #expect(fields["amount"] as? String == "50000.50" && fields["member"] as? String == "0001")
    #expect(fields["kind"] as? String == "deposit" && fields["date"] as? String == "2026-01-31")
    let joining = NewMember(
      number: "0007", profile: MemberProfile(name: "PT Maju", kind: .organization),
      joinedOn: try day("2026-01-02"), as: .prospective, pokok: 500_000)
    #expect(try roundTrip(joining) == joining)
    let application = LoanApplication(
      member: "0001", product: "flat", amount: 6_000_000, count: 12,
      rate: .percent("1.5", per: .month), date: try day("2026-01-05"), purpose: "Modal",
      collaterals: [Collateral(kind: .vehicle, description: "BPKB", value: 9_000_000)],
      guarantors: [Guarantor(member: "0002", name: "Budi")],
      administration: .roundingUp(to: 500))
    #expect(try roundTrip(application) == application)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Rate].self, from: Data(#"["1.5"]"#.utf8))
    }
  }

  /// What is one of several kinds is an object with the name of its kind, and every name is one
  /// that people would use.
  @Test func kindsAreNamed() throws {
    let outcomes: [any (Codable & Hashable)] = [
      CashMeaning.product("wajib"), CashMeaning.account("5-1000"), CashMeaning.loan(nil),
      PayrollClaim.Item.loan("PJ-1"), DueAmount.Scope.everyone, DueAmount.Scope.kind(.individual),
      DueAmount.Scope.standing(.member), DueAmount.Scope.member("1"),
      DuesTakeover.Standing.paidUntil(try month("2026-01")), DuesTakeover.Standing.arrears(500),
      StandingOrder.Purpose.dues("wajib"), StandingOrder.Purpose.loan("PJ-1"),
      StandingOrder.Purpose.savings("SUK-1"), ClaimDeductions.allBut(["1"]), ClaimDeductions.all,
      ClaimDeductions.sums(["1": 500, "2": 700]), ShuPayee.savings("sukarela"), ShuPayee.cash(nil),
      CollectionRound.group("Pasar"), CollectionRound.members(["1"]), TillContent.sum(500),
      TillContent.pieces(try CashPieces(parsing: ["50000=3"])),
      SupervisionLimit.Measure.amount(5, limit: 7),
      SupervisionLimit.Measure.rate(.percent("1", per: .month), limit: .percent("2", per: .month)),
      SupervisionLimit.Subject.member("1", name: "Ani"), SupervisionLimit.Subject.product("flat"),
      InstallmentWorking.Basis.balance(5), InstallmentWorking.Basis.part(of: 5, parts: 3),
      PackCover.Occasion.meeting(try BookYear(2025)),
      LedgerEvent.Value.rows([[LedgerEvent.Field("a", .word("b", Phrase(id: "c", en: "d")))]]),
    ]
    for outcome in outcomes {
      func faults<Value: Codable & Hashable>(_ value: Value) throws -> [String] {
        try Wire.faults(of: value)
      }
      #expect(try faults(outcome) == [], "\(outcome)")
    }
    #expect(try text(PayrollClaim.Item.savings("wajib")) == #"[{"savings":{"product":"wajib"}}]"#)
    #expect(
      try Wire.text(ClaimDeductions.sums(["1": 500])) == #"{"sums":{"amounts":{"1":"500"}}}"#)
    #expect(try Wire.text(Phrase(id: "Kas", en: "Cash")) == #"{"en":"Cash","id":"Kas"}"#)
  }

  @Test(arguments: [Int64.min, -86_401, -1, 0, 1_772_236_800, 253_402_300_799, .max])
  func momentsAreExact(_ seconds: Int64) throws {
    let moment = Timestamp(seconds: seconds)
    #expect(try Wire.back([moment]) == [moment])
    let text = try Wire.text([Timestamp(seconds: 1_772_236_800)])
    #expect(text == #"["2026-02-28T00:00:00Z"]"#)
  }

  @Test(
    arguments: [
      "2026-01-31", "2026-01-31T24:00:00Z", "2026-01-31T09:30:00", "2026-01-31T09:30Z", "@", "@x",
      "2026-02-31T09:30:00Z", "2026-01-31T09:30:000", "2026-01-31T-9:30:00Z", "",
    ])
  func whatIsNoMoment(_ text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Timestamp].self, from: JSONEncoder().encode([text]))
    }
  }

  @Test func termsAreTheirText() throws {
    let fee = try LoanFee(parsing: "provisi=1%,min=10000:4-1110:straight")
    let late = try LateFeeRule(parsing: "0.1%/day:arrears,grace=3,cap=10%")
    let order = PayrollOrder(parsing: "wajib,pinjaman,sukarela")
    let exact = ExactAmount(sen: -Int128(Int64.max) * 1_000, over: 365)
    #expect(try Wire.back(fee) == fee && Wire.back(late) == late && Wire.back(order) == order)
    #expect(try Wire.back(exact) == exact)
    for penalty in ["0.5%:principal", "fixed:50000", "forfeit"] {
      let read = try BreakPenalty(parsing: penalty)
      #expect(try Wire.text([read]) == "[\"\(penalty)\"]" && Wire.back(read) == read)
    }
    for prepayment in ["next", "fewer", "smaller", "interest-first", "savings:sukarela"] {
      let read = try Prepayment(parsing: prepayment)
      #expect(try Wire.text([read]) == "[\"\(prepayment)\"]" && Wire.back(read) == read)
    }
    let rule = try SettlementRule(parsing: "elapsed,penalty=1%,advance=back")
    #expect(try Wire.back(rule) == rule)
  }

  /// What cannot be made cannot be read either.
  @Test func impossibleValuesAreRefused() throws {
    func refused<Value: Decodable>(_ type: Value.Type, _ text: String) -> Bool {
      (try? JSONDecoder().decode(type, from: Data(text.utf8))) == nil
    }
    #expect(refused(Rounding.self, #"{"mode":"up","step":"0"}"#))
    #expect(refused(BookPeriod.self, #"{"first":"2026-01-02","last":"2026-01-01"}"#))
    #expect(refused(InstallmentInterval.self, #"{"unit":"month","count":0}"#))
    #expect(refused(CashPieces.Piece.self, #"{"value":"30000","count":1,"amount":"30000"}"#))
    #expect(refused(ExactAmount.self, #"{"sen":"1","over":"0"}"#))
    #expect(
      refused(BookYear.self, #"{"number":2026,"firstMonth":"2026-01","lastMonth":"2027-01"}"#))
    #expect(refused(ShuShares.self, #"{"capital":"50%","activity":"49%","funds":[]}"#))
    let shares = try ShuShares(
      capital: .percent("50"), activity: .percent("40"), funds: [.init("cadangan", .percent("10"))])
    let plan = try ShuPlan(shares, step: 50, restFund: "cadangan")
    let decision = try ShuDecision(
      year: 2025, on: day("2026-03-01"), number: "1/RAT", plan: plan,
      accounts: ["cadangan": "3-2000"])
    #expect(try Wire.back(decision) == decision)
    let text = try Wire.text(decision)
    #expect(refused(ShuDecision.self, text.replacing(#""step":"50""#, with: #""step":"70""#)))
    let never = text.replacing(#""claimMonths":12"#, with: #""claimMonths":0"#)
    #expect(refused(ShuDecision.self, never))
    var terms = try TermDepositTerms(rate: .percent("6", per: .year), tenor: 12)
    try terms.keepDay(of: day("2026-01-31"), since: day("2026-02-28"))
    #expect(try Wire.back(terms) == terms)
    let wrong = try Wire.text(terms).replacing(#""tenor":12"#, with: #""tenor":0"#)
    #expect(refused(TermDepositTerms.self, wrong))
    // The sum is not believed but worked out.
    let pieces = #"{"pieces":[{"value":"50000","count":2,"amount":"7"}],"total":"7"}"#
    #expect(try JSONDecoder().decode(CashPieces.self, from: Data(pieces.utf8)).total == 100_000)
  }

  @Test func remediesCrossAWire() throws {
    for remedy in try Remedy.samples {
      #expect(try Wire.faults(of: remedy) == [], "\(remedy)")
    }
    #expect(
      try Wire.text(Remedy.loan(.approve("PJ-1"))).hasPrefix(
        #"{"arguments":{"loan":"PJ-1"},"code":"loan.approve","name":{"#))
    for wrong in [
      #"{"code":"loan.fly","arguments":{}}"#, #"{"code":"loan.approve","arguments":{}}"#,
      #"{"code":"month.end","arguments":{"month":"13"}}"#,
      #"{"code":"loan.apply","arguments":{"loan":"PJ-1"}}"#,
    ] {
      #expect(throws: DecodingError.self, "\(wrong)") {
        try JSONDecoder().decode(Remedy.self, from: Data(wrong.utf8))
      }
    }
  }

  @Test func errorsCrossAWire() throws {
    let inside = LedgerError.amountNotPositive(0).at(
      LedgerError.Place(file: "a.csv", line: 3, column: 7, excerpt: "0"))
    let error = LedgerError(
      .importRefused, category: .missing, message: Phrase(id: "Salah", en: "Wrong"),
      advice: Phrase(id: "Cek", en: "Check"),
      remedies: [.loan(.approve("PJ-1")), .month(.seeYear(2025))], event: 4, details: [inside],
      holder: BookHolder(isThisProcess: false, process: "12", user: "ani", host: "kas", since: "x"))
    #expect(try Wire.faults(of: error) == [])
    let text = try Wire.text(error)
    #expect(text.contains(#""code":"import.refused""#) && text.contains(#""category":"missing""#))
    // A remedy of a newer version does not hide the error.
    let newer = text.replacing("loan.approve", with: "loan.fly")
    let read = try JSONDecoder().decode(LedgerError.self, from: Data(newer.utf8))
    #expect(read.remedies == [.month(.seeYear(2025))] && read.code == error.code)
  }

  /// A literal is no promise that an account can have the code.
  @Test func aLiteralThatNoAccountCanHave() {
    let none: AccountCode? = nil
    #expect((none ?? "").text.isEmpty)
    #expect(
      refusal {
        try ChartOfAccounts(accounts: [
          .init(
            code: "1 000", name: Phrase(id: "Kas", en: "Cash"), type: .asset, parent: nil,
            isPostable: true)
        ])
      } == .accountCodeUnreadable)
  }

  @Test func amountsAddUpAndMultiply() throws {
    #expect(try [Rupiah(sen: 50), 2, 3].sum() == Rupiah(sen: 550))
    #expect(try [Rupiah]().sum() == 0)
    #expect(try Rupiah(sen: 150) * 3 == Rupiah(sen: 450))
    var amount: Rupiah = 5
    try amount -= 7
    #expect(amount == -2)
    #expect(refusal { try Rupiah(sen: Int64.max) * 2 } == .amountOverflow)
    #expect(refusal { try [Rupiah(sen: Int64.max), 1].sum() } == .amountOverflow)
    #expect(refusal { try amount -= Rupiah(sen: Int64.max) } == .amountOverflow)
  }
}
