import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What a counter does again and again prepares its statements once: that takes longer than most of
/// them take to run, and dues are asked of eight tables.
@Suite struct PreparationTests {
  @Test func actsOfTheCounterPrepareNothingAnew() throws {
    let folder = try TestFolder()
    let ledger = try Ledger.create(
      at: folder.file(), settings: BookSettings(name: "KSP Uji", firstMonth: month("2026-01")),
      clock: standingClock)
    let members: [MemberNumber] = ["1001", "1002"]
    for member in members {
      _ = try ledger.addMember(
        NewMember(
          number: member, profile: MemberProfile(name: "Anggota"), joinedOn: day("2026-01-02")))
    }
    try ledger.setDues(20_000, from: month("2026-01"))
    let acts: [(name: String, act: (MemberNumber) throws -> Receipt)] = [
      ("deposit", { try ledger.deposit(50_000, member: $0, on: day("2026-01-10")) }),
      (
        "dues",
        { try ledger.deposit(20_000, member: $0, product: "wajib", on: day("2026-01-12")) }
      ),
      ("withdrawal", { try ledger.withdraw(5_000, member: $0, on: day("2026-01-14")) }),
    ]
    for (name, act) in acts {
      // The first time everything is prepared, and the accounts are opened.
      let first = try ledger.work { for member in members { _ = try act(member) } }
      #expect(first.prepared > 0, "\(name)")
      let work = try ledger.work { for member in members { _ = try act(member) } }
      #expect(work.prepared == 0, "\(name)")
      #expect(work.statements > 10, "\(name)")
    }
    #expect(try acts[1].act("1001").dues != nil)
    #expect(try ledger.verify().isOK)
  }
}
