import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp export`.
struct ExportCommand: ParsableCommand {
  /// The forms of a journal that other programs read.
  enum Form: String, CaseIterable {
    case hledger, beancount, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say("Jurnal untuk program lain.", "The journal for other programs."),
    discussion: say(
      """
      Contoh: ksp ekspor hledger -o buku.journal
      Tanpa --from dan --to: seluruh buku.
      """,
      """
      Example: ksp export hledger -o book.journal
      Without --from and --to: the whole book.
      """),
    aliases: ["ekspor"])

  @Argument(
    help: .say(
      "Bentuk: \(words(Form.self)).", "Form: \(words(Form.self)).", Phrase("bentuk", "form")))
  var form: String
  @OptionGroup(title: Headings.period) var period: PeriodOptions
  @Option(
    name: [.customShort("o"), .long, .customLong("keluaran")],
    help: .say("Tulis ke berkas ini.", "Write to this file.", .file))
  var output: String?
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    switch try choice(Form.self, form) {
    case .hledger: try export(HledgerExport(language: Speech.language))
    case .beancount: try export(BeancountExport(language: Speech.language))
    case .csv: try export(JournalCSVExport(language: Speech.language))
    }
  }

  private func export(_ writer: some LedgerExport) throws {
    var writer = writer
    try book.withBook(.readOnly) { ledger in
      try Sink.fill(path: output) { sink in
        writer.header(accounts: try ledger.chart(), into: &sink.buffer)
        try period.entries(ledger, to: output) { entry in
          writer.append(entry, into: &sink.buffer)
          try sink.flush()
        }
      }
    }
  }
}
