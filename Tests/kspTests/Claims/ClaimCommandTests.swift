import Foundation
import KSPTestSupport
import Testing

@testable import ksp

/// Payroll as a claim at the command line, in both languages.
@Suite struct ClaimCommandTests {
  private func ksp(_ folder: TestFolder, _ words: [String], status: Int32 = 0) throws -> String {
    let outcome = try CommandTests.run(folder, words)
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    return status == 0 ? outcome.output : outcome.messages
  }

  private func ksp(_ folder: TestFolder, _ words: String, status: Int32 = 0) throws -> String {
    try ksp(folder, words.split(separator: " ").map(String.init), status: status)
  }

  @Test("K8: a payroll claim that comes short, from the list to the money") func short() throws {
    let folder = try TestFolder()
    _ = try ksp(folder, "init KSP --from 2026-01")
    for name in ["Siti", "Budi", "Ani"] {
      _ = try ksp(
        folder, "member add \(name) --date 2026-01-05 --unit SMPN2 --phone 0811-\(name) --yes")
    }
    _ = try ksp(folder, "dues set 20.000 --from 2026-01 --yes")
    let sent = try ksp(
      folder,
      "potong-gaji kirim 2026-02 --kelompok SMPN2 --tanggal 2026-02-20 --ya --csv excel")
    #expect(sent.contains("Diminta") && sent.contains("Dipotong") && sent.contains("0002"))
    _ = try ksp(folder, "claim deducted 1 --yes", status: 64)
    let list = folder.file("kembali.csv")
    try "No. Anggota;Nama;Diminta;Dipotong\n0001;Siti;40.000;40.000\n0003;Ani;40.000;25.000\n"
      .write(toFile: list, atomically: true, encoding: .utf8)
    let deducted = try ksp(
      folder, "claim deducted 1 --list \(list) --date 2026-02-25 --yes --format json")
    #expect(
      deducted.contains(
        #""state":"short","asked":"120000","deducted":"65000","open":"55000","held":"65000""#),
      "\(deducted)")
    #expect(
      deducted.contains(
        #"{"member":"0002","name":"Budi","phone":"0811-Budi","asked":"40000","deducted":"0","#
          + #""open":"40000","lines":[{"for":"wajib","asked":"40000","deducted":"0"}]}"#),
      "\(deducted)")
    let came = try ksp(
      folder, "potong-gaji terima 60.000 --ke 1-1100 --tanggal 2026-02-26 --referensi T-1 --ya")
    #expect(
      came.contains("BUKTI BANK MASUK") && came.contains("Diterima dari   : Juru bayar SMPN2"))
    #expect(came.matches(of: /Juru bayar SMPN2/).count == 2, "\(came)")
    // The same again is the same, and under another name it is something else.
    _ = try ksp(
      folder, "potong-gaji terima 60.000 --ke 1-1100 --tanggal 2026-02-26 --referensi T-1 --ya")
    _ = try ksp(
      folder,
      "claim receive 60.000 --to 1-1100 --from Tono --date 2026-02-26 --ref T-1 --yes", status: 65)
    let all = try ksp(folder, "claim list --format json")
    #expect(all.contains(#""balance":"5000","other":"0","ahead":"0""#), "\(all)")
    #expect(try ksp(folder, "potong-gaji").contains("kurang"))
    #expect(try ksp(folder, "claim show 1 --lang en").contains("short: 2 members not deducted"))
    #expect(try ksp(folder, "status").contains("2 anggota belum dipotong"))
    _ = try ksp(folder, "claim deducted 1 --except 0003 --date 2026-02-27 --yes")
    #expect(try ksp(folder, "claim show 1 --format json").contains(#""open":"15000""#))
    _ = try ksp(
      folder, ["claim", "close", "1", "--reason", "dibayar di loket", "--yes"])
    #expect(try ksp(folder, "potong-gaji lihat 1").contains("dibayar di loket"))
    #expect(try ksp(folder, "claim deducted 1 --all --yes", status: 65).contains("ditutup"))
    #expect(try ksp(folder, "verify").contains("claims.deducted"))
  }
}
