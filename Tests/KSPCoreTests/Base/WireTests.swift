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
    #expect(try text(Rupiah(sen: Int64(1_234_567))) == #"["12345.67"]"#)
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
      .deposit, Rupiah(sen: Int64(5_000_050)), member: "0001", counterpart: "1-1100",
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
    #expect(try [Rupiah(sen: Int64(50)), 2, 3].sum() == Rupiah(sen: Int64(550)))
    #expect(try [Rupiah]().sum() == 0)
    #expect(try Rupiah(sen: Int64(150)) * 3 == Rupiah(sen: Int64(450)))
    var amount: Rupiah = 5
    try amount -= 7
    #expect(amount == -2)
    #expect(refusal { try Rupiah(sen: Int64.max) * 2 } == .amountOverflow)
    #expect(refusal { try [Rupiah(sen: Int64.max), 1].sum() } == .amountOverflow)
    #expect(refusal { try amount -= Rupiah(sen: Int64.max) } == .amountOverflow)
  }
}
