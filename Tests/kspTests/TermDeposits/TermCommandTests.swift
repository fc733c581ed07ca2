import Foundation
import KSPTestSupport
import Testing

/// `ksp term`, run as a clerk runs it.
@Suite struct TermCommandTests {
  private func ksp(_ folder: TestFolder, _ words: String) throws -> CommandTests.Outcome {
    try CommandTests.run(folder, words.split(separator: " ").map(String.init))
  }

  private func prepared() throws -> TestFolder {
    let folder = try CommandTests.prepared()
    let product = try ksp(
      folder,
      "berjangka produk tambah berjangka Sijangka --prefix BJK --suku 3=9%/tahun "
        + "--suku 12:10000000=9%/tahun --mulai 2026-01-01 --penalti 0,5%:pokok --yes")
    #expect(product.status == 0, "\(product.messages)")
    return folder
  }

  @Test func aDepositFromItsOpeningToItsEnd() throws {
    let folder = try prepared()
    let opened = try ksp(
      folder, "term open 0001 32.100.000 --tenor 3 --date 2026-01-05 --ref B1 --yes --lang en")
    #expect(opened.status == 0, "\(opened.messages)")
    #expect(opened.output.contains("BJK-0001"))
    let list = try ksp(folder, "berjangka daftar --jatuh-tempo-sebelum 2026-05-01 --format json")
    #expect(list.output.contains(#""maturity":"2026-04-05""#), "\(list.output)")
    let show = try ksp(folder, "berjangka lihat 0001")
    #expect(show.output.contains("BILYET"))
    let paid = try ksp(folder, "term pay --through 2026-02-05 --yes --format json")
    #expect(paid.output.contains(#""date":"2026-02-05","account":"BJK-0001""#), "\(paid.output)")
    #expect(try ksp(folder, "term pledge BJK-0001 --for PJ-1 --yes").status == 0)
    #expect(try ksp(folder, "term break BJK-0001 --date 2026-02-20 --yes").status != 0)
    #expect(try ksp(folder, "term pledge BJK-0001 --release --yes").status == 0)
    let broken = try ksp(
      folder, "berjangka cairkan 0001 --date 2026-02-20 --ref C1 --yes --format json")
    #expect(broken.status == 0, "\(broken.messages)")
    #expect(broken.output.contains(#""amount":"32046353""#), "\(broken.output)")
    #expect(try ksp(folder, "verify").status == 0)
    #expect(try ksp(folder, "term list --format json").output.contains(#""deposits":[]"#))
  }

  /// Who names no product of the kind that is asked for is told those of that kind alone, and how
  /// one is made where there is none.
  @Test func aProductIsChosenAmongThoseThatServe() throws {
    let folder = try CommandTests.prepared()
    func refused(_ words: String, _ says: String) throws {
      let outcome = try ksp(folder, words + " --ya")
      #expect(outcome.status == 65 && outcome.messages.contains(says), "\(outcome.messages)")
    }
    let add = "ksp berjangka produk tambah KODE NAMA --awalan AWALAN --suku JANGKA=SUKU."
    try refused("berjangka buka 0001 5.000.000 --jangka 3", add)
    try refused("berjangka produk ubah sukarela --suku 3=6%/tahun", add)
    try refused(
      "berencana buka 0001 sukarela 100.000 --jangka 12",
      "ksp berencana syarat sukarela --jangka BANYAKNYA --suku SUKU --suku-gugur SUKU.")
    for words in [
      "berjangka produk tambah deposito Deposito --awalan DEP --suku 3=6%/tahun",
      "berencana syarat sukarela --jangka 24 --suku 6%/tahun --suku-gugur 2%/tahun",
    ] {
      let outcome = try ksp(folder, words + " --ya")
      #expect(outcome.status == 0, "\(words): \(outcome.messages)")
    }
    try refused("berjangka buka 0001 5.000.000 --jangka 3", "Pilih salah satu: deposito.")
    try refused("setor 0001 5000 --produk x", "Pilih salah satu: pokok, wajib, sukarela.")
    try refused("berencana syarat pokok --jangka 12 --suku 6%/th --suku-gugur 2%/th", ": sukarela.")
    try refused("produk biaya wajib 5000", "Pilih salah satu: sukarela.")
    try refused(
      "berencana buka 0001 sukarela 100.000 --jangka 12", "Yang ditawarkan: sukarela 24 bulan.")
  }

  /// What a month end posted on a savings account is mended by the acts of that account.
  @Test func aReversalThatCannotBeLeadsToWhatMends() throws {
    let folder = try prepared()
    for words in [
      "deposit 0001 60.000.000 --date 2026-01-03 --yes",
      "term open 0001 12.000.000 --tenor 3 --from SUK-0001 --date 2026-01-03 --yes",
      "month-end run 2026-01 --yes", "term pay --through 2026-02-03 --yes",
    ] {
      let outcome = try ksp(folder, words)
      #expect(outcome.status == 0, "\(words): \(outcome.messages)")
    }
    let journal = try ksp(folder, "jurnal daftar --bentuk csv").output
    func voucher(_ kind: String) throws -> String {
      let line = try #require(journal.split(separator: "\r\n").first { $0.contains(kind) })
      return String(line.prefix { $0 != "," })
    }
    for (kind, says) in [
      ("savingsInterest", "ksp jasa koreksi SUK-0001 2026-01."),
      ("deposit-interest", "Potong biaya: ksp biaya SUK-0001"),
    ] {
      let outcome = try ksp(folder, "jurnal balik \(try voucher(kind)) --ya")
      #expect(outcome.status == 65 && outcome.messages.contains(says), "\(outcome.messages)")
    }
    // The way that is named can be gone.
    let mended = try ksp(folder, "biaya SUK-0001 1.000 --tanggal 2026-02-03 --ya")
    #expect(mended.status == 0, "\(mended.messages)")
  }

  /// What a deposit pays on its value date enters the tax of the month in the preview too.
  @Test func thePreviewOfAMonthIsItsRun() throws {
    let folder = try prepared()
    for words in [
      "deposit 0001 60.000.000 --date 2026-01-03 --yes",
      "term open 0001 32.100.000 --tenor 12 --from SUK-0001 --date 2026-01-30 --yes",
      "month-end run 2026-01 --yes",
    ] {
      let outcome = try ksp(folder, words)
      #expect(outcome.status == 0, "\(words): \(outcome.messages)")
    }
    func products(_ words: String) throws -> [[String: String]] {
      let outcome = try ksp(folder, words)
      let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      let products = (report as? [String: Any])?["products"] as? [[String: Any]] ?? []
      return products.map { product in
        product.compactMapValues { $0 as? String }.filter { $0.key != "voucher" }
      }
    }
    let preview = try products("tutup-bulan pratinjau 2026-02 --format json")
    let run = try products("tutup-bulan jalankan 2026-02 --ya --format json")
    #expect(preview == run && !run.isEmpty)
    #expect(run.contains { $0["tax"] != "0" })
    #expect(try ksp(folder, "verify").status == 0)
  }

  @Test func interestIsSetAsideListedAndPaidInAdvance() throws {
    let folder = try prepared()
    for words in [
      "term product set berjangka --accrue --from 2026-01-01 --yes",
      "term open 0001 32.100.000 --tenor 3 --date 2026-01-05 --yes",
      "berjangka buka 0001 10.000.000 --jangka 12 --cara-bayar di-muka --date 2026-01-05 --ya",
    ] {
      let outcome = try ksp(folder, words)
      #expect(outcome.status == 0, "\(words): \(outcome.messages)")
    }
    let before = try ksp(folder, "akrual 2026-01")
    #expect(before.output.contains("belum ditutup"), "\(before.output)")
    let preview = try ksp(folder, "month-end preview 2026-01 --format json")
    #expect(preview.output.contains(#""code":"accruals""#), "\(preview.output)")
    #expect(try ksp(folder, "month-end run 2026-01 --yes").status == 0)
    let list = try ksp(folder, "accrual list 2026-01 --format json")
    #expect(list.output.contains(#""payable":"213707""#), "\(list.output)")
    #expect(list.output.contains(#""prepaid":"833425""#), "\(list.output)")
    let rows = try ksp(folder, "akrual daftar 2026-01 --format csv")
    #expect(rows.output.contains("BJK-0001,"), "\(rows.output)")
    #expect(try ksp(folder, "verify").status == 0)
  }

  @Test func onlyStepsThatAreOfferedRoundAnOffer() throws {
    let folder = try prepared()
    let refused = try ksp(folder, "term product set berjangka --round-to 7 --yes")
    let savings = try ksp(folder, "product set sukarela --round-to 7 --yes")
    #expect(refused.status == savings.status && refused.status == 64)
    #expect(refused.messages == savings.messages)
  }

  @Test func productsAreShownAndChanged() throws {
    let folder = try prepared()
    let changed = try ksp(
      folder, "term product set berjangka --rate 3=6%/year --from 2026-02-01 --yes")
    #expect(changed.status == 0, "\(changed.messages)")
    let list = try ksp(folder, "term product list --format json")
    #expect(list.output.contains(#""rate":"6%/year""#), "\(list.output)")
    #expect(list.output.contains(#""minimum":"10000000""#))
    #expect(try ksp(folder, "term product show sukarela").status == 0)
    #expect(try ksp(folder, "term product show apa").status != 0)
    #expect(try ksp(folder, "product add x Y --kind berjangka --prefix XX --yes").status != 0)
  }
}
