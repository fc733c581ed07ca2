import Foundation
import KSPTestSupport
import Testing

@testable import ksp

/// The register on the command line: who was what on a day, what they owe, and papers for each.
@Suite struct MemberCommandTests {
  private func ksp(_ folder: TestFolder, _ words: String, status: Int32 = 0) throws -> String {
    let outcome = try CommandTests.run(folder, words.split(separator: " ").map(String.init))
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    return status == 0 ? outcome.output : outcome.messages
  }

  @Test("K8: a wrong day of joining, balances of a past day, loans of a member, papers for each")
  func register() throws {
    let folder = try CommandTests.prepared()
    _ = try ksp(folder, "member add Budi --date 2026-01-10 --unit Pasar --collector Joko --yes")
    _ = try ksp(folder, "anggota ubah 0002 --masuk 2026-01-08 --keterangan salah --ya")
    #expect(try ksp(folder, "member show 0002 --format json").contains(#""joined":"2026-01-08""#))
    #expect(
      try ksp(folder, "member set 0001 --joined 2026-01-20 --memo x --yes", status: 65)
        .contains("2026-01-02"))
    _ = try ksp(folder, "deposit 0002 900.000 --date 2026-01-15 --yes")
    _ = try ksp(folder, "deposit 0001 50.000 --date 2026-01-20 --yes")
    let list = try ksp(folder, "anggota daftar --per 2026-01-16 --produk sukarela --bentuk json")
    #expect(list.contains(#""asOf":"2026-01-16""#) && list.contains(#""balance":"900000""#))
    #expect(!list.contains("50000"), "\(list)")
    #expect(try ksp(folder, "member list --group Pasar").contains("Budi"))
    #expect(try ksp(folder, "member list").contains("Pasar"))
    _ = try ksp(folder, "receive 5.000.000 --for X --account 3-1300 --date 2026-01-15 --yes")
    _ = try ksp(folder, "disburse 0002 600.000 --product flat --date 2026-01-16 --yes")
    #expect(try ksp(folder, "member show 0002").contains("PJ-0001"))
    let statement = try ksp(folder, "statement member 0002 --from 2026-01-01 --to 2026-01-31")
    #expect(statement.contains("PJ-0001"))
    let all = try ksp(
      folder, "rekening semua --per-anggota --from 2026-01-01 --to 2026-01-31")
    #expect(all.split(separator: "\u{0C}").count == 2 && all.contains("PJ-0001"))
    let due = try ksp(
      folder, "due --per-member --collector Joko --from 2026-02-01 --to 2026-02-28 --format json")
    #expect(due.contains(#""collectors":[{"name":"Joko","members":1"#), "\(due)")
    #expect(
      try ksp(folder, "tagihan --kirim --kelompok Pasar --from 2026-02-01 --to 2026-02-28")
        .contains("Yth. Budi"))
    _ = try ksp(folder, "member died 0002 --date 2026-01-17 --yes")
    let living = try ksp(folder, "due --reminders --from 2026-02-01 --to 2026-02-28")
    #expect(!living.contains("Yth. Budi") && living.contains("0002 Budi"), "\(living)")
    #expect(
      try ksp(folder, "due --per-member --from 2026-02-01 --to 2026-02-28 --format json")
        .contains(#""died":"2026-01-17""#))
    _ = try ksp(folder, "member died 0002 --undo --yes")
    // Where one loan can be meant, its member stands for it.
    _ = try ksp(folder, "loan reschedule 0002 --term 6 --date 2026-01-20 --yes")
    _ = try ksp(folder, "loan write-off 0002 --memo rapat --date 2026-01-21 --yes")
    _ = try ksp(folder, "loan recover 0002 10.000 --date 2026-01-22 --yes")
    #expect(try ksp(folder, "loan show PJ-0001").contains("10.000"))
    #expect(try ksp(folder, "verify").contains("claims.lines"))
  }

  @Test("K8: KSP_BY is who records, and --by comes before it") func by() throws {
    let folder = try CommandTests.prepared()
    for (by, words) in [("Rina", ["--yes"]), ("Tono", ["--yes", "--by", "Tono"])] {
      let outcome = try CommandTests.run(
        folder, ["deposit", "0001", "50.000", "--date", "2026-01-20", "--ref", by] + words,
        environment: ["KSP_BY": "Rina"])
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output.contains(by), "\(outcome.output)")
    }
  }

  @Test("K8: who was entered twice becomes one, and who died is paid out to the heir in parts")
  func mergersAndLeavers() throws {
    let folder = try CommandTests.prepared()
    _ = try ksp(folder, "member add Siti --date 2026-01-03 --yes")
    _ = try ksp(folder, "deposit 0002 40.000 --date 2026-01-05 --yes")
    let merged = try ksp(
      folder, "anggota gabung 0002 --ke 0001 --sebab dobel --tanggal 2026-01-06 --ya")
    #expect(merged.contains("Penggabungan anggota") && merged.contains("SUK-0001"))
    #expect(try ksp(folder, "anggota lihat 0002").contains("Digabung ke     : 0001"))
    #expect(
      try ksp(folder, "member show 0001 --format json")
        .contains(#""mergedFrom":[{"number":"0002"}]"#))
    #expect(try ksp(folder, "cari 0002").contains("→ 0001"))
    #expect(
      try ksp(folder, "member merge 0002 --into 0001 --date 2026-01-06 --yes", status: 65)
        .contains("2026-01-06"))

    _ = try ksp(folder, "anggota meninggal 0001 --tanggal 2026-01-10 --ya")
    #expect(try ksp(folder, "member show 0001").contains("10 Januari 2026"))
    let left = try ksp(
      folder, "anggota keluar 0001 --bayar-nanti --tanggal 2026-01-12 --ya --sebab meninggal")
    #expect(left.contains("2-1550"))
    #expect(try ksp(folder, "anggota belum-diambil").contains("0001"))
    #expect(
      try ksp(folder, "member pay-out 0001 5.000 --date 2026-01-13 --yes", status: 65)
        .contains("ahli waris"))
    let paid = try ksp(
      folder,
      "anggota bayarkan 0001 5.000 --kepada Rina --hubungan anak --pengenal KTP-3201 "
        + "--tanggal 2026-01-13 --ya")
    #expect(paid.contains("Rina, anak, KTP-3201") && paid.contains("BUKTI KAS KELUAR"))
    #expect(
      try ksp(folder, "member pay-out 0001 --relation anak --date 2026-01-13 --yes", status: 64)
        .contains("--kepada"))
    _ = try ksp(folder, "member set 0001 --heir Rina --relation anak --yes")
    #expect(
      try ksp(folder, "member pay-out 0001 1.000 --identity KTP-3201 --date 2026-01-13 --yes")
        .contains("Rina, anak, KTP-3201"))
    let list = try ksp(folder, "member owed --format json")
    #expect(list.contains(#""schema":"ksp.leavers/1""#) && list.contains(#""payee":"Rina""#))
    #expect(try ksp(folder, "verify").contains("leaver.payments"))
  }
}
