import Foundation
import KSPTestSupport
import Testing

/// The vectors of the kind `provision` through the program. The exercise of a bank
/// (`prov-bank-ppap-exercise`) has a table of its own, which no command sets; the library holds it.
/// `prov-rpm-setia-dharma` is a ratio of the worksheet: `HealthVectorTests`.
@Suite struct ProvisionVectorTests {
  typealias Book = LoanBookFolder

  /// Loans of 15 January 2025 that nobody pays, the first installment due on 15 February: one for
  /// each product, in the order of `terms`.
  private func unpaid(_ terms: [(product: String, words: String)]) throws -> TestFolder {
    let folder = try TestFolder()
    try Book.run(folder, "init KSP --from 2025-01")
    try Book.run(folder, "member add Siti --date 2025-01-02 --yes")
    try Book.run(
      folder,
      "entry add --debit 1-1000=500000000 --credit 3-1300=500000000 --date 2025-01-02 --yes")
    for (product, words) in terms {
      try Book.run(folder, "loan product set \(product) \(words) --yes")
      try Book.run(
        folder, "disburse 0001 12000000 --product \(product) --term 12 --date 2025-01-15 --yes")
    }
    return folder
  }

  /// The classes of the loans on a day, by number of the loan.
  private func classes(_ folder: TestFolder, on date: String) throws -> [String] {
    let text = try Book.run(folder, "kolektibilitas --per \(date) --format json")
    let said = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try #require(said["loans"] as? [[String: Any]])
      .compactMap { $0["className"] as? String }
  }

  /// Vector `prov-collect-monthly-permen14`: 0, 3, 4, 6 and 7 months in arrears; beyond six the
  /// class depends on the collateral.
  @Test func monthsInArrears() throws {
    let folder = try unpaid([("menurun", "--collectibility koperasi")])
    for (date, name) in [
      ("2025-02-15", "Lancar"), ("2025-05-15", "Lancar"), ("2025-06-15", "Kurang lancar"),
      ("2025-08-15", "Kurang lancar"), ("2025-09-15", "Macet"),
    ] { #expect(try classes(folder, on: date) == [name], "\(date)") }
    try Book.run(
      folder,
      "disburse 0001 12000000 --product menurun --term 12 --date 2025-01-15 "
        + "--collateral mortgage=20000000:SHM --yes")
    #expect(try classes(folder, on: "2025-09-15") == ["Macet", "Diragukan"])
  }

  /// Vector `prov-dpd-profiles-compared`: the same days late, four profiles.
  @Test func daysPastDueByProfile() throws {
    let folder = try unpaid([
      ("flat", "--collectibility lkm"), ("menurun", "--collectibility lima-kelas"),
      ("anuitas", "--collectibility lima-kelas-270"),
    ])
    for (date, names) in [
      ("2025-03-02", ["Dalam perhatian khusus", "Lancar", "Lancar"]),
      ("2025-04-01", Array(repeating: "Dalam perhatian khusus", count: 3)),
      ("2025-05-26", Array(repeating: "Kurang lancar", count: 3)),
      ("2025-07-15", ["Diragukan", "Diragukan", "Kurang lancar"]),
      ("2025-09-03", ["Macet", "Macet", "Diragukan"]),
      ("2025-11-22", ["Macet", "Macet", "Macet"]),
    ] { #expect(try classes(folder, on: date) == names, "\(date)") }
  }
}
