import Foundation
import KSPTestSupport
import Testing

@testable import ksp

/// An SHU at the command line, from the decision to the slips, in both languages.
@Suite struct ShuCommandTests {
  private func ksp(_ folder: TestFolder, _ words: [String], status: Int32 = 0) throws -> String {
    let outcome = try CommandTests.run(folder, words)
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    return status == 0 ? outcome.output : outcome.messages
  }

  private func ksp(_ folder: TestFolder, _ words: String, status: Int32 = 0) throws -> String {
    try ksp(folder, words.split(separator: " ").map(String.init), status: status)
  }

  /// A year with two members, that the meeting has ratified with an SHU of 1,000,000.
  private func ratified() throws -> TestFolder {
    let folder = try TestFolder()
    _ = try ksp(folder, "init KSP --from 2025-01")
    for name in ["Siti", "Budi"] {
      _ = try ksp(folder, "member add \(name) --date 2025-01-05 --yes")
    }
    _ = try ksp(folder, "deposit 0001 300.000 --product wajib --date 2025-02-05 --yes")
    _ = try ksp(folder, "deposit 0002 100.000 --product wajib --date 2025-03-05 --yes")
    _ = try ksp(folder, "receive 1.000.000 --for Dinas --account 4-1200 --date 2025-03-06 --yes")
    for month in 1...12 {
      _ = try ksp(folder, "month-end run 2025-\(month < 10 ? "0" : "")\(month) --yes")
    }
    _ = try ksp(folder, "year-end run 2025 --yes")
    _ = try ksp(folder, "year-end ratify 2025 --date 2026-03-20 --decision 3/RAT --yes")
    return folder
  }

  @Test func fromTheDecisionToTheSlips() throws {
    let folder = try ratified()
    let shares = "--capital 40% --activity 20% --share cadangan=40%"
    let plan = try ksp(folder, "shu simulate 2025 \(shares) --format json")
    #expect(plan.contains(#""state":"planned""#) && plan.contains(#""shu":"1000000""#), "\(plan)")
    #expect(try ksp(folder, "shu list 2025", status: 65).contains("belum diputuskan"))
    _ = try ksp(
      folder,
      "shu putusan 2025 --tanggal 2026-03-20 --keputusan 4/RAT --modal 40% --usaha 20% "
        + "--bagian cadangan=40% --akun cadangan=3-2000 --ya")
    let posted = try ksp(folder, "shu bukukan 2025 --tanggal 2026-03-20 --ya --format json")
    #expect(
      posted.contains(
        #"{"member":"0001","capital":"300000","activity":"0","total":"300000","name":"Siti","#
          + #""capitalBase":"300000","activityBase":"0","paid":"0","forfeited":"0","#
          + #""unpaid":"300000""#), "\(posted)")
    // Nobody paid interest, so that pot stays, and the paper says so.
    #expect(posted.contains(#""undistributed":"200000""#))
    #expect(try ksp(folder, "shu list 2025 --lang en").contains("nobody has a base"))
    #expect(try ksp(folder, "shu post 2025 --yes", status: 65).contains("sudah dibagi"))
    let signing = try ksp(folder, "shu daftar 2025 --tanda-tangan")
    #expect(signing.contains("Tanda tangan") && signing.contains("Budi"))
    let paid = try ksp(folder, "shu bayar 2025 0001 --ke tunai --tanggal 2026-03-21 --ya")
    #expect(paid.contains("300.000"))
    let rest = try ksp(
      folder, "shu pay 2025 --to sukarela --date 2026-03-21 --ref SHU-2025 --yes --format json")
    #expect(rest.contains(#""savings":"100000""#), "\(rest)")
    _ = try ksp(folder, "shu pay 2025 --to sukarela --date 2026-03-21 --ref SHU-2025 --yes")
    #expect(
      try ksp(folder, "shu unclaimed 2025 --to 3-2000 --date 2026-03-22 --yes", status: 65)
        .contains("terlalu awal"))
    let slip = try ksp(folder, "shu slip 2025 0001 --lang en")
    #expect(slip.contains("Rp400.000 × Rp300.000 ÷ Rp400.000"), "\(slip)")
    let slips = try ksp(folder, "shu slip 2025 --format json")
    #expect(slips.split(separator: "\n").count == 2, "\(slips)")
    #expect(try ksp(folder, "member show 0002").contains("SHU 2025"))
    #expect(try ksp(folder, "verify").contains("shu.parts"))
  }
}
