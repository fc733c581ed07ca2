import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp account add`.
struct AccountAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say("Tambah akun ke bagan akun.", "Add an account to the chart."),
    discussion: say(
      """
      Contoh: ksp akun tambah 5-3150 "Beban listrik" --bawah 5-0000
      Golongannya ikut akun induk; tanpa induk beri --golongan.
      """,
      """
      Example: ksp account add 5-3150 "Electricity" --below 5-0000
      It is of the class of its parent; without one give --class.
      """),
    aliases: ["tambah"])

  @Argument(help: .say("Kode akun baru.", "Code of the new account.", .account))
  var account: String
  @Argument(help: .say("Namanya.", "Its name.", .name))
  var name: String
  @Option(
    name: .also("bawah"), help: .say("Akun judul di atasnya.", "The header above it.", .account))
  var below: String?
  @Option(
    name: [.customLong("class"), .customLong("golongan")],
    help: .say(
      "Golongan: \(words(AccountType.self, .indonesian)).", "Class: \(words(AccountType.self)).",
      Phrase(id: "golongan", en: "class")))
  var type: String?
  @Option(
    name: .also("nama-inggris"), help: .say("Nama Inggrisnya.", "Its English name.", .name))
  var english: String?
  @Flag(name: .also("kas"), help: .say("Akun kas.", "It is cash."))
  var cash = false
  @Flag(name: .also("di-bank"), help: .say("Rekening bank.", "It is money in a bank."))
  var bank = false
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let code = try argument(account, AccountCode.init)
    let parent = try argument(below, AccountCode.init)
    let type = try type.map { try choice(AccountType.self, $0) }
    guard parent != nil || type != nil else {
      throw UsageProblem(
        Phrase(
          id: "Akun induk atau golongannya belum disebut.", en: "Neither parent nor class is said."),
        advice: Phrase(
          id: "Beri --bawah KODE, atau --golongan.", en: "Give --below CODE, or --class."))
    }
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.transact(dryRun: dryRun) { book in
          var new = ChartOfAccounts.Entry(
            code: code, name: Phrase(id: name, en: english ?? name),
            type: try type ?? parent.map { try book.account($0).type } ?? .expense,
            parent: parent, isPostable: true)
          new.isCash = cash || bank
          new.isBank = bank
          try book.addAccount(new, reference: note.ref, note: note.value)
          return try book.chart().filter { $0.code == code }
        }
      },
      rehearse: { _, added in
        var rehearsal = Rehearsal()
        rehearsal.field("Akun baru", "New account", "\(code)   \(name)")
        rehearsal.field("Golongan", "Class", added.first?.type.rawValue)
        rehearsal.field("Di bawah", "Below", parent?.text)
        return rehearsal
      },
      print: { style, added in try report.write(added, with: ChartRenderer(style)) })
  }
}
