import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp shu pay`.
struct ShuPayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: say("Bayar SHU kepada anggota.", "Pay members their SHU."),
    discussion: say(
      """
      Tanpa anggota: semua yang masih punya sisa. SHU bukan jasa, jadi tidak dipotong
      PPh.
      Contoh:
        ksp shu bayar 2025 --ke sukarela --potong wajib --potong angsuran
        ksp shu bayar 2025 0001 0007 --ke tunai
        ksp shu bayar 2025 0009 --ke 1-1100
      """,
      """
      Without members: all who have something left. It is no interest, so no tax is
      withheld.
      Examples:
        ksp shu pay 2025 --to sukarela --deduct dues --deduct installments
        ksp shu pay 2025 0001 0007 --to cash
        ksp shu pay 2025 0009 --to 1-1100
      """), aliases: ["bayar"])

  @OptionGroup var year: YearArgument
  @Argument(help: .say("Anggota; bawaan semua.", "Members; default all.", .member))
  var members: [MemberNumber] = []
  @Option(
    name: .also("ke"),
    help: .say(
      "Produk simpanan, tunai, atau akun kas atau bank.",
      "A savings product, cash, or an account of cash or a bank.", .code))
  var to: String
  @Option(
    name: .also("potong"), parsing: .singleValue,
    help: .say(
      "Lunasi dulu dari SHU: \(words(Deduction.self, .indonesian)); boleh berulang.",
      "Settle first out of it: \(words(Deduction.self, .english)); may be repeated.", .kind))
  var deduct: [String] = []
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  /// What is settled before the rest is paid.
  enum Deduction: String, OptionWord {
    case dues, installments

    static var indonesian: [(word: String, value: Deduction)] {
      [("wajib", .dues), ("angsuran", .installments)]
    }

    var value: ShuDeductions {
      switch self {
      case .dues: .dues
      case .installments: .installments
      }
    }
  }

  func run() throws {
    let deductions = try deduct.map { try choice(Deduction.self, $0).value }
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.payShu(
          year.value(), to: members.isEmpty ? nil : members, into: payee(ledger),
          deducting: ShuDeductions(deductions), on: write.bookDate(ledger),
          reference: write.reference, note: write.note, dryRun: dryRun)
      },
      rehearse: { _, payment in
        Rehearsal(payment, ShuPaymentRenderer.self, payment.isReplay ? .nothingToDo : .mild)
      },
      print: { style, payment in
        try report.write(payment, with: ShuPaymentRenderer(style))
        Self.announce(payment)
      })
  }

  /// Savings where a product has the name, or else an account.
  private func payee(_ ledger: Ledger) throws -> ShuPayee {
    if ["cash", "tunai", "kas"].contains(to.lowercased()) { return .cash(nil) }
    let product = try argument(to, ProductCode.init)
    if try ledger.savingsProducts().contains(where: { $0.code == product }) {
      return .savings(product)
    }
    let account: AccountCode = try argument(to, AccountCode.init)
    return .cash(account)
  }

  /// Says where what was asked for had been booked before.
  static func announce(_ payment: ShuPayment) {
    guard payment.isReplay else { return }
    let entries = payment.entries.map(\.description).joined(separator: ", ")
    Terminal.message(
      say(
        "Sudah dibukukan: \(entries). Tidak ada yang berubah.",
        "Already posted: \(entries). Nothing has changed."))
  }
}
