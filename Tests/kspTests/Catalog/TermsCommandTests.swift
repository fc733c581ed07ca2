import KSPTestSupport
import Testing

/// Changes of terms from the command line keep what they leave out.
@Suite struct TermsCommandTests {
  private func set(_ folder: TestFolder, _ words: String...) throws -> CommandTests.Outcome {
    try CommandTests.run(folder, ["product", "set", "sukarela"] + words + ["--lang", "en"])
  }

  private func terms(_ folder: TestFolder) throws -> String {
    try CommandTests.ksp(folder, "product", "show", "sukarela", "--format", "json").output
  }

  @Test("K8: a product that pays no interest and then some again keeps its other terms")
  func interestComesBack() throws {
    let folder = try CommandTests.prepared()
    let full = try set(
      folder, "--rate", "4%/year", "--floor", "10000", "--round-to", "50", "--rounding", "down",
      "--exclude-last-day", "--yes")
    #expect(full.status == 0)
    for text in ["Rp10.000", "down, Rp50"] { #expect(full.output.contains(text), "\(text)") }
    let none = try set(folder, "--no-interest", "--yes")
    #expect(none.status == 0)
    #expect(none.messages.contains("The product pays no interest any more."))
    #expect(try set(folder, "--rate", "5%/year", "--yes").status == 0)
    let json = try terms(folder)
    for part in [
      "\"floor\":\"10000\"", "\"rounding\":\"down\"", "\"roundTo\":\"50\"",
      "\"excludesLastDay\":true", "\"leavingInterest\":\"none\"",
    ] {
      #expect(json.contains(part), "\(part)")
    }
  }

  @Test("K8: a tier keeps the base rate, and what is dropped is said")
  func tiersStay() throws {
    let folder = try CommandTests.prepared()
    #expect(try set(folder, "--rate", "3%/year", "--yes").status == 0)
    let tier = try set(folder, "--tier", "1000000=5%", "--yes")
    #expect(tier.status == 0)
    #expect(tier.output.contains("3%") && tier.output.contains("5%"))
    #expect(!tier.messages.contains("dropped"))
    let dropped = try set(folder, "--rate", "4%/year", "--no-tiers", "--yes")
    #expect(dropped.status == 0)
    #expect(dropped.messages.contains("The tier from Rp1.000.000 (5% per year) is dropped."))
  }

  @Test("K8: steps that nobody offers are refused, and rates without a period")
  func stepsAndPeriods() throws {
    let folder = try CommandTests.prepared()
    let step = try set(folder, "--round-to", "7", "--yes")
    #expect(step.status == 64 && step.messages.contains("Nothing is rounded to Rp7"))
    let rate = try set(folder, "--rate", "2%", "--yes")
    #expect(rate.status == 64)
    #expect(rate.messages.contains("month") && rate.messages.contains("year"))
  }

  @Test("K3.3: rules of the tax, and corrections, by their commands in both languages")
  func taxCommands() throws {
    let folder = try CommandTests.prepared()
    let list = try CommandTests.ksp(folder, "pajak", "aturan", "daftar")
    #expect(list.status == 0 && list.output.contains("240.000"))
    let set = try CommandTests.ksp(
      folder, "pajak", "aturan", "ubah", "orang", "--batas", "300.000", "--mulai", "2026-02",
      "--yes")
    #expect(set.status == 0 && set.output.contains("300.000"))
    let json = try CommandTests.ksp(folder, "tax", "rule", "list", "--format", "json")
    #expect(json.output.contains("\"from\":\"2026-02\""))
    let paid = try CommandTests.ksp(
      folder, "jasa", "bayar", "0001", "500.000", "--date", "2026-01-10", "--yes")
    #expect(paid.status == 0)
    let open = try CommandTests.ksp(
      folder, "jasa", "koreksi", "SUK-0001", "2026-01", "--date", "2026-01-20", "--yes")
    #expect(open.status == 65 && open.messages.contains("masih terbuka"), "\(open.messages)")
    #expect(try CommandTests.ksp(folder, "month-end", "run", "2026-01", "--yes").status == 0)
    let late = try CommandTests.ksp(
      folder, "deposit", "0001", "100.000.000", "--date", "2026-01-20", "--yes")
    #expect(late.status == 65 && late.messages.contains("ksp jasa koreksi"), "\(late.messages)")
    let deposit = try CommandTests.ksp(
      folder, "deposit", "0001", "10.000.000", "--date", "2026-02-01", "--format", "json", "--yes")
    #expect(deposit.status == 0)
    let voucher = deposit.output.firstMatch(of: /JU-\d+/).map { String($0.output) } ?? ""
    let correction = try CommandTests.ksp(
      folder, "interest", "correct", "SUK-0001", "2026-01", "--value", "\(voucher)=2026-01-20",
      "--date", "2026-02-01", "--format", "json", "--yes")
    #expect(correction.status == 0, "\(correction.messages)")
    // Twelve days at 3 % a year.
    #expect(correction.output.contains("\"difference\":\"9863\""), "\(correction.output)")
    #expect(try CommandTests.ksp(folder, "verify").status == 0)
  }

  @Test("K3.3: the kind of a member changes from a month on") func kinds() throws {
    let folder = try CommandTests.prepared()
    let set = try CommandTests.ksp(
      folder, "member", "set", "0001", "--kind", "organization", "--from", "2026-02", "--yes")
    #expect(set.status == 0, "\(set.messages)")
    for month in ["2026-01", "2026-02"] {
      _ = try CommandTests.ksp(
        folder, "interest", "pay", "0001", "100.000", "--date", "\(month)-10", "--yes")
      _ = try CommandTests.ksp(folder, "month-end", "run", month, "--yes")
    }
    let slips = try ["2026-01", "2026-02"].map {
      try CommandTests.ksp(folder, "month-end", "status", $0, "--slips", "--format", "json").output
    }
    #expect(slips[0].contains("\"tax\":\"0\"") && slips[0].contains("28-417-01"))
    #expect(slips[1].contains("24-102-01") && slips[1].contains("\"kind\":\"organization\""))
    let late = try CommandTests.ksp(
      folder, "member", "set", "0001", "--kind", "individual", "--from", "2026-02", "--yes")
    #expect(late.status == 65)
  }
}
