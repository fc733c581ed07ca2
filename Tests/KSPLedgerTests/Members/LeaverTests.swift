import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Who leaves or dies takes the savings later, or an heir does.
@Suite struct LeaverTests {
  let folder: TestFolder
  let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for number in ["0001", "0002"] as [MemberNumber] {
      try ledger.join(number)
      _ = try ledger.deposit(300_000, member: number, product: "pokok", on: day("2026-01-05"))
      _ = try ledger.deposit(200_000, member: number, on: day("2026-01-05"))
    }
  }

  private func leave(_ member: MemberNumber = "0001", key: String? = nil) throws
    -> MembershipReceipt
  {
    try ledger.endMembership(
      of: member, on: day("2026-01-20"), deduction: 50_000, paysLater: true, reference: key)
  }

  private func balance(_ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  @Test("Savings become a payable by name, which is paid in parts") func steps() throws {
    let cash = try balance("1-1000")
    let left = try leave(key: "K-1")
    #expect(left.receipt?.amount == 450_000)
    #expect(left.receipt?.counterpart?.code == "2-1550")
    #expect(try balance("2-1550") == 450_000 && balance("1-1000") == cash)
    #expect(try leave(key: "K-1").receipt?.isReplay == true)
    #expect(
      refusal {
        try ledger.endMembership(
          of: "0001", on: day("2026-01-20"), deduction: 50_000, reference: "K-1")
      } == .referenceReused)
    let list = try ledger.leavers()
    #expect(list.members.map(\.member) == ["0001"] && list.left == 450_000 && list.other.isZero)
    let first = try ledger.payLeaver(
      150_000, member: "0001", on: day("2026-01-25"), reference: "B-1")
    #expect(first.amount == 150_000 && first.balance == 300_000 && first.party == "Anggota 0001")
    #expect(
      try ledger.payLeaver(150_000, member: "0001", on: day("2026-01-25"), reference: "B-1")
        .isReplay)
    #expect(
      refusal {
        try ledger.payLeaver(
          150_000, member: "0001", to: LeaverPayee("Rina"), on: day("2026-01-25"), reference: "B-1")
      } == .referenceReused)
    #expect(
      refusal { try ledger.payLeaver(300_001, member: "0001", on: day("2026-01-25")) }
        == .leaverTooMuch)
    let rina = LeaverPayee("Rina", relation: "anak", identity: "KTP 3201")
    let rest = try ledger.payLeaver(
      member: "0001", to: rina, from: AccountCode("1-1100"), on: day("2026-01-26"))
    #expect(rest.amount == 300_000 && rest.balance == .zero)
    #expect(rest.party == "Rina, anak, KTP 3201" && rest.counterpart?.code == "1-1100")
    #expect(
      refusal { try ledger.payLeaver(member: "0001", on: day("2026-01-26")) } == .leaverNothingOwed)
    #expect(try ledger.leavers().members.isEmpty)
    #expect(
      try ledger.leavers(includingPaid: true).members.first?.payments.map(\.payee)
        == [LeaverPayee("Anggota 0001"), rina])
    #expect(try balance("2-1550").isZero)
    // What was paid by mistake is owed again.
    _ = try ledger.reverse(rest.entry, on: day("2026-01-27"))
    #expect(try ledger.leavers().left == 300_000)
    let book = try ledger.cashBook(
      in: period("2026-01-26", "2026-01-26"), accounts: [AccountCode("1-1100")])
    #expect(book.lines.contains { $0.name == "Rina" })
    #expect(try ledger.verify().isOK)
  }

  @Test("Of who died the heir in the register takes it, or who is named") func heirs() throws {
    #expect(refusal { try ledger.recordDeath(of: "0001", on: day("2031-01-01")) } == .dateFuture)
    try ledger.recordDeath(of: "0001", on: day("2026-01-10"), reference: "D-1")
    try ledger.recordDeath(of: "0001", on: day("2026-01-10"), reference: "D-1")
    #expect(
      refusal { try ledger.recordDeath(of: "0001", on: day("2026-01-11"), reference: "D-1") }
        == .referenceReused)
    #expect(try ledger.member("0001").member.diedOn == day("2026-01-10"))
    _ = try leave()
    #expect(
      refusal { try ledger.payLeaver(member: "0001", on: day("2026-01-25")) } == .leaverPayeeMissing
    )
    var profile = try ledger.member("0001").member.profile
    profile.heir = "Rina"
    profile.heirRelation = "anak"
    try ledger.updateMember("0001", profile: profile)
    #expect(
      try ledger.payLeaver(1_000, member: "0001", on: day("2026-01-25")).party == "Rina, anak")
    // Who is not named may show a card all the same.
    func shown(_ identity: String?) throws -> Receipt {
      try ledger.payLeaver(
        1_000, member: "0001", showing: identity, on: day("2026-01-25"), reference: "B-7")
    }
    #expect(try shown("KTP 3201").party == "Rina, anak, KTP 3201")
    #expect(try shown("KTP 3201").isReplay && shown(nil).party == "Rina, anak, KTP 3201")
    #expect(refusal { _ = try shown("KTP 9999") } == .referenceReused)
    #expect(try ledger.leavers().members.first?.diedOn == day("2026-01-10"))
    // Recorded of the wrong member.
    try ledger.recordDeath(of: "0002", on: day("2026-01-10"))
    try ledger.recordDeath(of: "0002", on: nil)
    #expect(try ledger.member("0002").member.diedOn == nil)
    #expect(try ledger.verify().isOK)
  }

  @Test("A death is not undone once somebody else took what the member left, until that comes back")
  func undoneDeath() throws {
    try ledger.recordDeath(of: "0001", on: day("2026-01-10"))
    _ = try leave()
    try ledger.recordDeath(of: "0001", on: nil)
    try ledger.recordDeath(of: "0001", on: day("2026-01-10"))
    let paid = try ledger.payLeaver(
      1_000, member: "0001", to: LeaverPayee("Rina", relation: "anak"), on: day("2026-01-25"))
    do {
      try ledger.recordDeath(of: "0001", on: nil)
      Issue.record("undone after an heir was paid")
    } catch {
      #expect(error.code == .memberDeathUnfit)
      #expect(error.message.english.contains("Rina has received \(paid.entry)"))
    }
    #expect(try ledger.member("0001").member.diedOn == day("2026-01-10"))
    _ = try ledger.reverse(paid.entry, on: day("2026-01-26"))
    try ledger.recordDeath(of: "0001", on: nil)
    #expect(try ledger.member("0001").member.diedOn == nil)
    #expect(try ledger.verify().isOK)
  }

  @Test("No entry by hand touches what is kept name by name") func byHand() throws {
    let legs = [
      ManualEntry.Leg(account: AccountCode("2-1550"), amount: -5_000),
      ManualEntry.Leg(account: AccountCode("1-1000"), amount: 5_000),
    ]
    #expect(
      refusal { try ledger.post(ManualEntry(on: day("2026-01-20"), legs: legs)) }
        == .accountOwnAct)
    #expect(
      refusal {
        try ledger.pay(5_000, to: "X", for: AccountCode("2-1550"), on: day("2026-01-20"))
      } == .accountOwnAct)
  }

  @Test("Who has something to take is not erased, and then neither is who took it kept")
  func erasing() throws {
    _ = try leave()
    _ = try ledger.payLeaver(
      100_000, member: "0001", to: LeaverPayee("Rahasia Sekali", relation: "anak"),
      on: day("2026-01-25"))
    #expect(refusal { try ledger.eraseMember("0001") } == .memberNotSettled)
    _ = try ledger.payLeaver(member: "0001", on: day("2026-01-26"))
    try ledger.eraseMember("0001")
    let paid = try ledger.leavers(includingPaid: true).members.first?.payments ?? []
    #expect(paid.map(\.payee) == [LeaverPayee(Member.erasedName), LeaverPayee(Member.erasedName)])
    #expect(try ledger.verify().isOK)
  }

  static let tampering: [(sql: String, check: String)] = [
    ("UPDATE leaverPayable SET amount = amount + 1", "leaver.vouchers"),
    ("UPDATE leaverPayment SET amount = amount + 1", "leaver.vouchers"),
    ("DELETE FROM leaverPayment", "leaver.vouchers"),
    ("UPDATE leaverPayable SET amount = 1", "leaver.payments"),
    ("UPDATE member SET leftOn = NULL WHERE number = '0001'", "leaver.payments"),
  ]

  @Test(arguments: tampering) func verifyFinds(_ sql: String, check: String) throws {
    _ = try leave()
    _ = try ledger.payLeaver(100_000, member: "0001", on: day("2026-01-25"))
    try ledger.close()
    try RichBook.change(try DatabaseQueue(path: folder.file()), sql)
    #expect(try RichBook.failures(folder).map(\.name).contains(check))
  }
}
