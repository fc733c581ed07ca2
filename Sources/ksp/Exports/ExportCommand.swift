import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp export`.
struct ExportCommand: ParsableCommand {
  /// The forms of a journal that other programs read.
  enum Form: String, CaseIterable {
    case hledger, beancount, csv

    /// How names of files in this form end.
    var endings: [String] {
      switch self {
      case .hledger: ["journal", "hledger"]
      case .beancount: ["beancount", "bean"]
      case .csv: ["csv"]
      }
    }
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
      "Bentuk: \(words(Form.self)).", "Form: \(words(Form.self)).", Phrase(id: "bentuk", en: "form")
    ))
  var form: String
  @OptionGroup(title: Headings.period) var period: PeriodOptions
  @OptionGroup(title: Headings.result) var target: OutputOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  private var request: OutputRequest {
    OutputRequest(
      target, chosen: form,
      of: Form.allCases.map { .init(name: $0.rawValue, endings: $0.endings) })
  }

  func validate() throws {
    // Another form is refused by name when the command runs.
    if Form(rawValue: form) != nil { OutputCheck.note(request) }
  }

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
      try Sink.fill(request) { sink in
        writer.header(accounts: try ledger.chart(), into: &sink.buffer)
        try period.entries(ledger, to: target.output) { entry in
          writer.append(entry, into: &sink.buffer)
          try sink.flush()
        }
      }
    }
  }
}
