import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp export`.
struct ExportCommand: ParsableCommand {
  /// The forms of a journal that other programs read.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case hledger, beancount, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say("Jurnal untuk program lain.", "The journal for other programs."),
    discussion: say(
      "Contoh: ksp ekspor hledger -o buku.journal", "Example: ksp export hledger -o book.journal"),
    aliases: ["ekspor"])

  @OptionGroup var book: BookOptions
  @OptionGroup var period: PeriodOptions
  @Argument(help: .init(say("hledger, beancount atau csv.", "hledger, beancount or csv.")))
  var form: Form
  @Option(
    name: [.customShort("o"), .long],
    help: .init(say("Tulis ke berkas ini.", "Write to this file."), valueName: "file")) var output:
    String?

  func run() throws {
    switch form {
    case .hledger: try export(HledgerExport(language: Speech.language))
    case .beancount: try export(BeancountExport(language: Speech.language))
    case .csv: try export(JournalCSVExport(language: Speech.language))
    }
  }

  private func export(_ writer: some LedgerExport) throws {
    var writer = writer
    try book.withBook(.readOnly) { ledger in
      var sink = try Sink(path: output)
      do {
        writer.header(accounts: try ledger.chart(), into: &sink.buffer)
        let known = try period.known()
        try ledger.entries(in: try period.optionalPeriod()) { entry in
          if let known, entry.number > known { return }
          writer.append(entry, into: &sink.buffer)
          try sink.flush()
        }
        try sink.finish()
      } catch {
        sink.abandon()
        throw error
      }
    }
  }
}
