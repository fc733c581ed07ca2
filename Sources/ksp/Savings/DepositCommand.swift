import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp deposit`.
struct DepositCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deposit", abstract: say("Setoran anggota.", "A member's deposit."),
    discussion: say(
      "Contoh:\n  ksp setor 0001 500.000 --keterangan \"tunai\"\n  ksp setor 0001 60.000 --produk wajib --untuk 2026-03 2026-04\n  ksp setor                     (bertanya satu per satu)",
      "Examples:\n  ksp deposit 0001 500.000 --memo cash\n  ksp deposit 0001 60.000 --product wajib --for 2026-03 2026-04\n  ksp deposit                   (asks one thing at a time)"
    ),
    aliases: ["setor"])

  @OptionGroup var counter: CounterOptions
  @Option(
    name: .also("dari"),
    help: .say(
      "Akun asal uangnya, misalnya bank; bawaan kas.",
      "Where the money comes from, such as a bank; default cash.", .account))
  var from: String?
  @OptionGroup var till: TillOptions
  @Option(
    name: .also("untuk"), parsing: .upToNextOption,
    help: .say(
      "Bulan wajib yang dibayar, misalnya 2026-03 2026-04; bawaan yang tertua dulu.",
      "Months of dues that it pays, such as 2026-03 2026-04; default the oldest first.", .month))
  var `for`: [String] = []
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let months = try `for`.flatMap { $0.split(separator: ",") }.flatMap { text in
      let range = try argument(
        String(text),
        { word throws(LedgerError) in
          try BookMonth.range(word)
        })
      return try (range.lowerBound.ordinal...range.upperBound.ordinal).map {
        try BookMonth(ordinal: $0)
      }
    }
    var counter = counter
    // Months belong to dues.
    if !months.isEmpty, counter.account == nil { counter.product = counter.product ?? "wajib" }
    try CounterRun(options: counter, write: write, report: report, book: book).post(
      counterpart: from, till: till
    ) { ledger in
      {
        amount, member, product, account, source, date, reference, note, dryRun
          throws(LedgerError) in
        try ledger.deposit(
          amount, member: member, product: product, account: account, from: source, on: date,
          for: months, reference: reference, note: note, dryRun: dryRun)
      }
    }
  }
}
