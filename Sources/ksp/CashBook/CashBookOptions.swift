import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// How `ksp entry import` reads a cash book in place of a list of transactions.
struct CashBookOptions: ParsableArguments {
  @Argument(
    help: .say(
      "Bulan berikutnya, dengan --buku-kas.", "Further months, with --cash-book.", .file))
  var more: [String] = []
  @Flag(
    name: .also("buku-kas"),
    help: .say(
      "Berkasnya buku kas, satu berkas per bulan.", "The files are a cash book, one a month."))
  var cashBook = false
  @Option(
    name: .also("jawaban"),
    help: .say(
      "Usulan yang sudah diisi (CSV); tanpa ini tidak ada yang disimpan.",
      "The proposals, filled in (CSV); without it nothing is stored.", .file))
  var answers: String?
  @Option(
    name: .also("akun"),
    help: .say("Akun kasnya; bawaan kas.", "The account of the cash; default cash.", .account))
  var account: String?

  func validate() throws {
    guard cashBook || more.isEmpty && answers == nil && account == nil else {
      throw ValidationError(
        say(
          "Beberapa berkas, --jawaban dan --akun hanya bersama --buku-kas.",
          "Several files, --answers and --account go with --cash-book only."))
    }
  }

  /// Shows what the rows are taken for, or books them by the answers.
  func run(_ options: ImportOptions) throws {
    guard options.ignore.ignore.isEmpty, options.memo == nil else {
      throw ValidationError(
        say(
          "--abaikan dan --keterangan tidak bersama --buku-kas.",
          "--ignore and --memo do not go with --cash-book."))
    }
    let sheets = try ([options.file] + more).map { try TextFile.sheet($0) }
    let cash = try argument(account, AccountCode.init)
    guard let answers else {
      return try options.book.withBook(.readOnly) { ledger in
        _ = try options.report.write(ledger, with: CashProposalsRenderer.self) {
          try $0.cashBookProposals(sheets, cash: cash)
        }
      }
    }
    let answered = try TextFile.sheet(answers)
    let note = EntryNote(
      recordedBy: options.author.by, exceptions: options.ahead.exceptions)
    try WriteRun(book: options.book, confirm: options.confirm, report: options.report).run(
      { ledger, dryRun in
        try ledger.importCashBook(
          sheets, answers: answered, cash: cash, note: note, dryRun: dryRun)
      },
      rehearse: { _, result in
        Rehearsal(
          result, CashImportRenderer.self,
          result.stored == 0 && result.learned.isEmpty ? .nothingToDo : .mild)
      },
      print: { style, result in
        try options.report.write(result, with: CashImportRenderer(style))
      })
  }
}
