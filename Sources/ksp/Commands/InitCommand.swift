import ArgumentParser
import Foundation
import KSPCore
import KSPLedger

/// `ksp init`: makes a new book.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: say("Buat buku baru.", "Make a new book."),
    discussion: say(
      "Contoh:\n  ksp init \"KSP Sejahtera\" --from 2026-01\n  ksp init --show-chart > akun.csv",
      "Examples:\n  ksp init \"KSP Sejahtera\" --from 2026-01\n  ksp init --show-chart > accounts.csv"
    ),
    aliases: ["mulai"])

  @OptionGroup var book: BookOptions
  @Argument(help: .init(say("Nama koperasi.", "The cooperative's name.")))
  var name: String?
  @Option(
    help: .init(
      say("Bulan pertama buku; bawaan bulan ini.", "First month of the book; default this month."),
      valueName: "month"))
  var from: String?
  @Option(
    help: .init(say("Daftar akun dari CSV.", "Chart of accounts from CSV."), valueName: "file"))
  var chart: String?
  @Flag(help: .init(say("Tampilkan daftar akun bawaan.", "Show the standard chart.")))
  var showChart = false

  func run() throws {
    if showChart {
      print(ChartOfAccounts.standardCSV)
      return
    }
    guard let name else {
      throw ValidationError(say("Tulis nama koperasinya.", "Give the cooperative's name."))
    }
    let first = try from.map { text in try argument { try BookMonth(parsing: text) } }
    let month = first ?? BookOptions.clock().day(offsetSeconds: 25_200).month
    let accounts = try chart.map { path in
      try ChartOfAccounts(csv: try TextFile.read(path), file: path)
    }
    let ledger = try Ledger.create(
      at: book.path, settings: BookSettings(name: name, firstMonth: month), chart: accounts,
      clock: BookOptions.clock)
    try ledger.close()
    Terminal.message(
      say(
        "Buku baru: \(name) (\(book.path)). Bulan terbuka: \(month.name.indonesian).",
        "New book: \(name) (\(book.path)). Open month: \(month.name.english)."))
    Terminal.message(say("Berikutnya: ", "Next: ") + "ksp member add \"Siti Aminah\"")
  }
}
