import ArgumentParser
import KSPCore
import KSPLedger

/// What is said of an asset that comes into the register.
struct NewAssetOptions: ParsableArguments {
  @Argument(help: .say("Harga perolehan.", "What it cost.", .amount))
  var cost: String?
  @Option(name: .also("nama"), help: .say("Nama aset.", "What it is.", .text))
  var name: String?
  @Option(
    name: .also("umur"),
    help: .say(
      "Umur dalam bulan; 0 untuk tanah, yang tidak disusutkan.",
      "Life in months; 0 for land, which is not written off.", .number))
  var months: String?
  @Option(
    name: .also("nilai-sisa"),
    help: .say("Nilai sisa; bawaan 0.", "What is left of it at the end; default 0.", .amount))
  var residual: String?
  @Option(name: .also("tempat"), help: .say("Tempatnya.", "Where it stands.", .text))
  var place: String?
  @Option(
    name: .also("nomor"),
    help: .say("Nomornya; bawaan yang berikutnya.", "Its number; default the next one.", .number))
  var number: AssetNumber?
  @Option(
    name: .also("akun"),
    help: .say(
      "Akun aset; bawaan akun berperan aset-tetap.",
      "Account of the asset; default that of the role fixed-asset.", .account))
  var account: String?
  @Option(
    name: .also("akun-akumulasi"),
    help: .say(
      "Akun akumulasi penyusutan; bawaan akun berperan akumulasi-penyusutan.",
      "Account of what is written off; default that of the role accumulated-depreciation.",
      .account))
  var accumulatedAccount: String?
  @Option(
    name: .also("akun-beban"),
    help: .say(
      "Akun beban penyusutan; bawaan akun berperan beban-penyusutan.",
      "Account of the expense; default that of the role depreciation.", .account))
  var expenseAccount: String?

  /// The asset, bought on a day; what is missing is asked for where there is a terminal.
  func asset(
    acquiredOn date: () throws -> BookDate,
    takeover: () throws -> FixedAsset.Takeover? = { nil }
  ) throws -> NewAsset {
    let cost = try Question.amount.answer(cost) { try argument($0, Rupiah.init(parsing:)) }
    let name = try Question("Nama aset?", "What is it?").answer(name) { $0 }
    let months = try Question("Umur dalam bulan?", "Life in months?").answer(months) { text in
      guard let months = Int(text) else {
        throw UsageProblem(
          Phrase(
            id: "“\(text)” bukan bilangan bulan.", en: "“\(text)” is no number of months."))
      }
      return months
    }
    var asset = NewAsset(
      name, cost: cost, months: months, acquiredOn: try date(),
      residual: try argument(residual, Rupiah.init(parsing:)) ?? .zero, place: place,
      number: number, takeover: try takeover())
    asset.account = try argument(account, AccountCode.init)
    asset.accumulatedAccount = try argument(accumulatedAccount, AccountCode.init)
    asset.expenseAccount = try argument(expenseAccount, AccountCode.init)
    return asset
  }
}
