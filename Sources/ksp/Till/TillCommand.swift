import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp till`.
struct TillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "till",
    abstract: say(
      "Kas teller, brankas dan kas lapangan.", "Tills, the safe and bags of collectors."),
    discussion: say(
      """
      Contoh:
        ksp kasir buka kas-1 500.000 --dari kas --petugas sari
        ksp setor 0001 50.000 --petugas sari       (masuk ke kas-1)
        ksp kasir opname kas-1 --lembar 100000=12 50000=3
        ksp kasir tutup kas-1 1.350.000 --ke brankas
      Selama belum ada yang dibuat, semua uang ada di satu akun kas.
      """,
      """
      Examples:
        ksp till open kas-1 500.000 --from cash --by sari
        ksp deposit 0001 50.000 --by sari     (goes into kas-1)
        ksp till count kas-1 --denomination 100000=12 50000=3
        ksp till close kas-1 1.350.000 --to safe
      Until the first is made all cash lies in one account.
      """),
    subcommands: [
      TillOpenCommand.self, TillCountCommand.self, TillCloseCommand.self, TillMoveCommand.self,
      TillListCommand.self, TillShowCommand.self, TillAddCommand.self, TillSetCommand.self,
      TillListOutCommand.self, TillListInCommand.self, TillListShowCommand.self,
    ], aliases: ["kasir"])
}

/// The way a count is rehearsed, stored and printed.
struct TillRun {
  let write: WriteOptions
  let report: ReportOptions
  let book: BookOptions

  func run(_ store: (Ledger, _ dryRun: Bool) throws -> TillCount) throws {
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      store,
      rehearse: { _, count in
        Rehearsal(
          count, TillCountRenderer.self,
          count.isReplay ? .nothingToDo : count.difference.isZero ? .mild : .severe)
      },
      print: { style, count in
        try report.write(count, with: TillCountRenderer(style))
        guard count.isReplay else { return }
        Terminal.message(
          say(
            "Sudah dicatat sebelumnya. Tidak ada yang berubah.",
            "Recorded before. Nothing has changed."))
      })
  }
}
