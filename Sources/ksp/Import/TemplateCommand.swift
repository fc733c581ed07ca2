import ArgumentParser
import KSPCore
import KSPStatements

/// `ksp template`: a list to begin with.
struct TemplateCommand: ParsableCommand {
  /// The lists that are imported.
  enum List: String, OptionWord {
    case members, opening, loans, term, planned, transactions, payroll, holidays, bank, claim

    static var indonesian: [(word: String, value: List)] {
      [
        ("anggota", .members), ("saldo-awal", .opening), ("pinjaman", .loans),
        ("berjangka", .term), ("berencana", .planned), ("transaksi", .transactions),
        ("gaji", .payroll), ("libur", .holidays), ("mutasi", .bank), ("potong-gaji", .claim),
      ]
    }

    var kind: SheetKind {
      switch self {
      case .members: .members
      case .opening: .opening
      case .loans: .loans
      case .term: .termDeposits
      case .planned: .planned
      case .transactions: .transactions
      case .payroll: .payroll
      case .holidays: .holidays
      case .bank: .bank
      case .claim: .claim
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: say("Contoh berkas untuk diimpor.", "An example of a file to import."),
    discussion: say(
      """
      Daftar: anggota, saldo-awal, pinjaman, berjangka, berencana, transaksi, gaji
      (daftar potong gaji), libur, mutasi (mutasi bank), potong-gaji (hasilnya).
      Contoh: ksp templat anggota -o anggota.csv
      """,
      """
      members, opening balances, running loans, term deposits, planned savings,
      transactions, payroll list, holidays, statement of a bank, payroll list
      returned (claim).
      Example: ksp template members -o members.csv
      """), aliases: ["templat"])

  @Argument(
    help: .say(
      "Daftar: \(words(List.self, .indonesian)).", "List: \(words(List.self, .english)).",
      Phrase(id: "daftar", en: "list")))
  var list: String
  @OptionGroup(title: Headings.result) var target: OutputOptions
  @OptionGroup(title: Headings.book) var language: LanguageOptions

  private var request: OutputRequest {
    target.request(chosen: "csv", of: [.init(name: "csv", endings: ["csv"])])
  }

  func validate() throws { OutputCheck.note(request) }

  func run() throws {
    let kind = try choice(List.self, list).kind
    try Sink.fill(request) { sink in
      sink.buffer.append(kind.template(Speech.language))
    }
    guard let output = target.output, output != "-" else { return }
    Terminal.message(say("Ditulis ke \(output).", "Written to \(output)."))
  }
}
