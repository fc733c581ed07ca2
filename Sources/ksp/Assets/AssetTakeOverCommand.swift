import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp asset take-over`.
struct AssetTakeOverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-over",
    abstract: say(
      "Catat aset lama dengan yang sudah disusutkan; saldo awal sudah memuatnya.",
      "Enter an asset of before, with what was written off; the opening balances hold it."),
    discussion: say(
      """
      Contoh:
        ksp inventaris ambil-alih 8.000.000 --nama Motor --umur 60
      Yang belum disebut ditanyakan: tanggal beli, yang sudah disusutkan, per
      tanggal.
      """,
      """
      Example:
        ksp asset take-over 8.000.000 --name Motorcycle --months 60
      What is not said is asked for: when bought, what was written off, by which day.
      """), aliases: ["ambil-alih"])

  @OptionGroup var new: NewAssetOptions
  @Option(name: .also("perolehan"), help: .say("Tanggal dibeli.", "When it was bought.", .date))
  var acquired: String?
  @Option(
    name: .also("disusutkan"),
    help: .say("Yang sudah disusutkan.", "What was written off of it.", .amount))
  var writtenOff: String?
  @Option(
    name: .also("per"),
    help: .say("Sampai tanggal mana.", "Until which day.", .date))
  var asOf: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let asset = try new.asset {
      try Question("Tanggal dibeli?", "When was it bought?").answer(acquired, day)
    } takeover: {
      let writtenOff = try Question("Sudah disusutkan berapa?", "How much was written off?")
        .answer(writtenOff) { try argument($0, Rupiah.init(parsing:)) }
      let asOf = try Question("Sampai tanggal mana?", "Until which day?").answer(asOf, day)
      return FixedAsset.Takeover(asOf: asOf, accumulated: writtenOff)
    }
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        let entered = try ledger.takeOverAsset(
          asset, reference: note.ref, note: note.value, dryRun: dryRun)
        return (entered, dryRun ? nil : try ledger.asset(entered.number))
      },
      rehearse: { _, outcome in
        var rehearsal = Rehearsal()
        rehearsal.add(outcome.0)
        return rehearsal
      },
      print: { style, outcome in
        guard let card = outcome.1 else { return }
        try report.write(card, with: AssetCardRenderer(style))
      })
  }

  private func day(_ text: String) throws -> BookDate {
    try argument(text, BookDate.init(parsing:))
  }
}
