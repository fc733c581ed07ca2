import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp export`.
struct ExportCommand: ParsableCommand {
  /// The forms of a journal that other programs read.
  enum Form: String, CaseIterable {
    case hledger, beancount, csv, simkopdes

    /// How names of files in this form end.
    var endings: [String] {
      switch self {
      case .hledger: ["journal", "hledger"]
      case .beancount: ["beancount", "bean"]
      case .csv, .simkopdes: ["csv"]
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say("Jurnal untuk program lain.", "The journal for other programs."),
    discussion: say(
      """
      Contoh:
        ksp ekspor hledger -o buku.journal
        ksp ekspor simkopdes simpanan --sampai 2026-04-30 -o simpanan.csv
      Tanpa --dari dan --sampai: seluruh buku. Untuk simkopdes: keadaan pada
      --sampai, bawaan hari ini.
      """,
      """
      Examples:
        ksp export hledger -o book.journal
        ksp export simkopdes savings --to 2026-04-30 -o savings.csv
      Without --from and --to: the whole book. For simkopdes: as of --to,
      default today.
      """),
    aliases: ["ekspor"])

  @Argument(
    help: .say(
      "Bentuk: \(words(Form.self)).", "Form: \(words(Form.self)).", Phrase(id: "bentuk", en: "form")
    ))
  var form: String
  @Argument(
    help: .say(
      "Untuk simkopdes: simpanan atau anggota.", "For simkopdes: savings or members.",
      Phrase(id: "daftar", en: "list")))
  var list: String?
  @Flag(
    name: .also("nik-lengkap"),
    help: .say(
      "Untuk simkopdes: NIK tanpa disamarkan.", "For simkopdes: NIKs that are not masked."))
  var fullNik = false
  @OptionGroup(title: Headings.period) var period: PeriodOptions
  @OptionGroup(title: Headings.result) var target: OutputOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  private var request: OutputRequest {
    target.request(
      chosen: form,
      of: Form.allCases.map { .init(name: $0.rawValue, endings: $0.endings) })
  }

  func validate() throws {
    // Another form is refused by name when the command runs.
    if Form(rawValue: form) != nil { OutputCheck.note(request) }
  }

  /// What SIMKOPDES takes.
  private enum SimkopdesList {
    case savings, members

    init(_ word: String?) throws {
      switch word {
      case "savings", "simpanan": self = .savings
      case "members", "anggota": self = .members
      default:
        throw UsageProblem(
          Phrase(
            id: "Sebut yang diekspor: simkopdes simpanan atau simkopdes anggota.",
            en: "Say what to export: simkopdes savings or simkopdes members."))
      }
    }
  }

  func run() throws {
    if let list, form != Form.simkopdes.rawValue {
      throw UsageProblem(
        Phrase(id: "“\(list)” tidak dikenal di sini.", en: "“\(list)” is not known here."))
    }
    switch try choice(Form.self, form) {
    case .hledger: try export(HledgerExport(language: Speech.language))
    case .beancount: try export(BeancountExport(language: Speech.language))
    case .csv: try export(JournalCSVExport(language: Speech.language))
    case .simkopdes: try exportSimkopdes(SimkopdesList(list))
    }
  }

  private func exportSimkopdes(_ list: SimkopdesList) throws {
    let last = try period.range.ends().1
    try book.withBook(.readOnly) { ledger in
      let settings = try ledger.settings
      let writer = SimkopdesExport(
        cooperative: settings.nik ?? settings.legalNumber ?? "", showsNIK: fullNik)
      try Sink.fill(request) { sink in
        switch list {
        case .savings:
          writer.savingsHeader(into: &sink.buffer)
          try ledger.savingsByPeriod(asOf: last ?? ledger.today()) { savings in
            writer.append(savings, into: &sink.buffer)
            try sink.flush()
          }
        case .members:
          writer.membersHeader(into: &sink.buffer)
          for member in try ledger.members() {
            writer.append(member.member, into: &sink.buffer)
            try sink.flush()
          }
        }
      }
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
