import Foundation
import KSPTestSupport
import Testing

/// The vectors of the kind `provision` through the program.
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

  /// What is said of the loans on a day, by number of the loan.
  private func loans(_ folder: TestFolder, on date: String) throws -> [[String: Any]] {
    let text = try Book.run(folder, "kolektibilitas --per \(date) --format json")
    let said = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try #require(said["loans"] as? [[String: Any]])
  }

  /// The classes of the loans on a day.
  private func classes(_ folder: TestFolder, on date: String) throws -> [String] {
    try loans(folder, on: date).compactMap { $0["className"] as? String }
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

  /// Vector `prov-bank-ppap-exercise`: three of its four classes have the rates of `lkm`; the 1 %
  /// of current loans is a bank's, and no table of cooperatives has it.
  @Test func theExerciseOfABank() throws {
    let folder = try TestFolder()
    try Book.run(folder, "init KSP --from 2025-01")
    try Book.run(folder, "member add Siti --date 2025-01-02 --yes")
    try Book.run(
      folder,
      "entry add --debit 1-1000=5000000000 --credit 3-1300=5000000000 --date 2025-01-02 --yes")
    try Book.run(
      folder, "loan product set flat --collectibility lkm --provision lkm --yes")
    let vector = [
      ("2025-01-15", gross: 656_000_000, counted: 380_000_000, "Diragukan", "138000000"),
      ("2025-02-15", gross: 550_000_000, counted: 294_000_000, "Kurang lancar", "38400000"),
      (
        "2025-04-15", gross: 1_200_000_000, counted: 154_420_000, "Dalam perhatian khusus",
        "52279000"
      ),
    ]
    for (lent, gross, counted, _, _) in vector {
      try Book.run(
        folder,
        "disburse 0001 \(gross) --product flat --term 12 --date \(lent) "
          + "--collateral deposit=\(counted):Bilyet --yes")
    }
    let loans = try loans(folder, on: "2025-06-30")
    #expect(loans.map { $0["className"] as? String } == vector.map(\.3))
    #expect(loans.map { $0["outstanding"] as? String } == vector.map { "\($0.gross)" })
    #expect(loans.map { $0["allowance"] as? String } == vector.map(\.4))
  }
}
