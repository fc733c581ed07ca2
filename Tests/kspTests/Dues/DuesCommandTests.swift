import Foundation
import KSPTestSupport
import Testing

@testable import ksp

/// Dues of simpanan wajib at the command line.
@Suite struct DuesCommandTests {
  private func ksp(
    _ folder: TestFolder, _ words: String, status: Int32 = 0
  ) throws -> String {
    let outcome = try CommandTests.run(folder, words.split(separator: " ").map(String.init))
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    return status == 0 ? outcome.output : outcome.messages
  }

  /// A book from 2025 with two members who joined on a day.
  private func book(joined: String) throws -> TestFolder {
    let folder = try TestFolder()
    _ = try ksp(folder, "init KSP --from 2025-06")
    for name in ["Siti", "Budi"] {
      _ = try ksp(folder, "member add \(name) --date \(joined) --unit \(name)an --yes")
    }
    return folder
  }

  @Test("K8: vector dues-change-of-amount at the command line") func changeOfAmount() throws {
    let folder = try book(joined: "2026-01-10")
    _ = try ksp(folder, "dues set 20.000 --from 2026-01 --yes")
    _ = try ksp(folder, "tunggakan-wajib tetapkan 25.000 --mulai 2026-04 --ya")
    _ = try ksp(folder, "deposit 0001 70.000 --product wajib --date 2026-01-10 --yes")
    _ = try ksp(folder, "deposit 0001 50.000 --product wajib --date 2026-05-05 --yes")
    _ = try ksp(folder, "deposit 0002 65.000 --date 2026-01-10 --yes --for 2026-01 2026-02 2026-12")
    let april = try ksp(folder, "dues list --as-of 2026-04-30 --format json")
    #expect(
      april.hasPrefix(
        #"{"schema":"ksp.dues/1","asOf":"2026-04-30","members":["#
          + #"{"member":"0001","name":"Siti","due":"85000","paid":"70000","owed":"15000","ahead":"0","#
          + #""months":["2026-04"]},"#
          + #"{"member":"0002","name":"Budi","due":"85000","paid":"65000","owed":"45000","#
          + #""ahead":"25000","months":["2026-03","2026-04"]}],"owed":"60000""#), "\(april)")
    let may = try ksp(folder, "tunggakan-wajib --per 2026-05-31 --bentuk json")
    #expect(
      may.contains(#""due":"110000","paid":"120000","owed":"0","ahead":"10000","months":[]"#),
      "\(may)")
    let unpaid = try ksp(
      folder, "tunggakan-wajib daftar --per 2026-05-31 --menunggak --kelompok Budian --csv program")
    #expect(unpaid.split(separator: "\r\n").count == 2)
    #expect(unpaid.contains("2026-03 2026-04 2026-05"))
    let card = try ksp(folder, "kartu-wajib 0002 --per 2026-04-30 --csv program")
    #expect(card == (try ksp(folder, "dues show 0002 --as-of 2026-04-30 --csv program")))
    #expect(card.contains("wajib,2026-12,25000,25000,0,2026-01-10,ahead,false,"), "\(card)")
    #expect(try ksp(folder, "dues list --reminders --as-of 2026-04-30").contains("Rp45.000"))
    _ = try ksp(folder, "anggota meninggal 0002 --tanggal 2026-01-11 --ya")
    let living = try ksp(folder, "dues list --reminders --as-of 2026-04-30")
    #expect(!living.contains("Rp45.000") && living.contains("Sudah meninggal"), "\(living)")
    #expect(
      try ksp(folder, "dues list --as-of 2026-04-30 --format json")
        .contains(#""months":["2026-03","2026-04"],"died":"2026-01-11"}"#))
    _ = try ksp(folder, "anggota meninggal 0002 --batal --ya")
    #expect(
      try ksp(folder, "deposit 0002 5.000 --yes --date 2026-01-11 --for 2026-01", status: 65)
        .contains("2026-01"))
    #expect(try ksp(folder, "status").contains("Tunggakan wajib"))
    #expect(try ksp(folder, "verify").contains("dues.payments"))
  }

  @Test("K8: vector simkopdes-simpanan-rows at the command line") func simkopdes() throws {
    let folder = try book(joined: "2025-06-02")
    _ = try ksp(folder, "dues set 20.000 --from 2025-06 --yes")
    _ = try ksp(folder, "dues set 0 --from 2026-01 --yes")
    _ = try ksp(folder, "deposit 0001 100.000 --product pokok --date 2026-01-05 --yes")
    _ = try ksp(
      folder, "deposit 0001 140.000 --product wajib --date 2026-01-05 --yes --for 2025-06..2025-12")
    let rows = try ksp(folder, "export simkopdes savings --to 2026-01-31")
      .split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(
      rows[0] == [
        "simpanan_ref", "koperasi_ref", "anggota_ref", "periode_pembayaran", "jumlah_simpanan",
        "status", "dibuat_pada", "dibayar_pada",
      ])
    let months = ["Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"]
    let expected =
      [["Simpanan Pokok", "100000", "PAID"]]
      + months.map { ["Simpanan Wajib - \($0) 2025", "20000", "PAID"] }
    let own = rows.filter { $0[2] == "0001" }.map { $0[3...5].map(String.init) }
    #expect(own == expected)
    #expect(rows.filter { $0[2] == "0002" }.allSatisfy { $0[5] == "UNPAID" && $0[7].isEmpty })
    #expect(Set(rows.map { $0[0] }).count == rows.count)
    _ = try ksp(folder, "member set 0001 --nik 3171014501900001 --yes")
    let members = try ksp(folder, "ekspor simkopdes anggota")
    #expect(members.contains("0001,,Siti,31************01,,,Approved,2025-06-02"), "\(members)")
    #expect(try ksp(folder, "export simkopdes members --full-nik").contains("3171014501900001"))
    _ = try ksp(folder, "export simkopdes", status: 64)
    _ = try ksp(folder, "export csv savings", status: 64)
  }

  @Test func exemptAndTakeOver() throws {
    let folder = try book(joined: "2025-06-02")
    _ = try ksp(folder, "dues set 20.000 --from 2025-06 --yes")
    _ = try ksp(folder, "dues take-over 0001 --paid-until 2025-11 --as-of 2025-12-31 --yes")
    _ = try ksp(folder, "tunggakan-wajib saldo-awal 0002 --tunggakan 70.000 --per 2025-12-31 --ya")
    _ = try ksp(folder, "dues exempt 0002 --from 2026-01 --reason sakit --yes")
    let list = try ksp(folder, "dues list --as-of 2026-01-31 --format json")
    #expect(list.contains(#""owed":"40000","ahead":"0","months":["2025-12","2026-01"]"#), "\(list)")
    #expect(list.contains(#""owed":"70000","ahead":"0","months":[],"takenOver":"70000""#))
    _ = try ksp(folder, "dues exempt 0002 --from 2026-01 --until 2026-01 --reason x --lift --yes")
    #expect(try ksp(folder, "dues show 0002 --as-of 2026-01-31 --format json").contains("90000"))
    _ = try ksp(folder, "dues set 1 --from 2026-01 --kind badan --member 0001 --yes", status: 64)
    #expect(try ksp(folder, "dues amounts --csv program").contains("wajib,everyone,2025-06,20000"))
  }

  @Test("K8: the slip of a wajib payment and its copy name the months, in text, page and JSON")
  func theSlipNamesTheMonths() throws {
    let folder = try CommandTests.prepared()
    func ksp(_ words: String) throws -> String {
      let outcome = try CommandTests.run(folder, words.split(separator: " ").map(String.init))
      #expect(outcome.status == 0, "\(words): \(outcome.messages)")
      return outcome.output
    }
    _ = try ksp("tunggakan-wajib tetapkan 20.000 --mulai 2026-01 --ya")
    let pay = "setor 0001 60.000 --produk wajib --tanggal 2026-01-05 --ya"
    #expect(try ksp(pay).contains("Untuk bulan     : Januari–Maret 2026"))
    let named = try ksp(
      "setor 0001 45.000 --untuk 2026-11..2027-01 --tanggal 2026-01-05 --ya --bentuk json")
    let months =
      #""dues":{"months":[{"month":"2026-11","amount":"20000","settled":true},"#
      + #"{"month":"2026-12","amount":"20000","settled":true},"#
      + #"{"month":"2027-01","amount":"5000","settled":false}]}"#
    #expect(named.contains(months), "\(named)")
    let copy = try ksp("bukti JU-000003")
    #expect(
      copy.contains("Untuk bulan     : November–Desember 2026, Januari 2027 (sebagian Rp5.000)"),
      "\(copy)")
    #expect(try ksp("receipt JU-000003 --lang en").contains("For the months  : November–December"))
    #expect(try ksp("bukti JU-000002 --bentuk json").contains(#""month":"2026-03""#))
    _ = try ksp("bukti JU-000002 -o bukti.html")
    let page = try String(contentsOfFile: folder.file("bukti.html"), encoding: .utf8)
    #expect(page.contains("Januari–Maret 2026"))
  }
}
