import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp shu decide`.
struct ShuDecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: say(
      "Catat putusan rapat tentang SHU setahun.", "Record the decision about the SHU of a year."),
    discussion: say(
      """
      Semua bagian dengan modal dan usaha harus 100%, dan setiap dana punya akun.
      Putusan yang dicatat kemudian menggantikan, selama SHU belum dibukukan.
      Contoh:
        ksp shu putusan 2025 --tanggal 2026-03-20 --keputusan 04/RAT/2026 \\
          --modal 25% --usaha 30% --bagian cadangan=45% --akun cadangan=3-2000
      """,
      """
      All shares with capital and activity must be 100%, and every fund has an
      account. A later decision takes the place of this one while the SHU is not
      booked.
      Example:
        ksp shu decide 2025 --date 2026-03-20 --decision 04/RAT/2026 \\
          --capital 25% --activity 30% --share cadangan=45% --account cadangan=3-2000
      """), aliases: ["putusan"])

  @OptionGroup var year: YearArgument
  @Option(
    name: .also("tanggal"),
    help: .say("Tanggal rapat anggota.", "The day of the meeting.", .date))
  var date: String
  @OptionGroup var decision: DecisionOption
  @Option(
    name: .also("akun"), parsing: .singleValue,
    help: .say(
      "Akun satu dana, misalnya cadangan=3-2000; boleh berulang.",
      "The account of a fund, such as cadangan=3-2000; may be repeated.",
      Phrase(id: "nama=akun", en: "name=account")))
  var account: [String] = []
  @Option(
    name: .also("bulan-ambil"),
    help: .say(
      "Berapa bulan bagian menunggu diambil; bawaan 12.",
      "How many months a part waits to be taken; default 12.", .number))
  var claimMonths: Int?
  @OptionGroup var plan: ShuPlanOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let number = try year.value()
    let accounts = try account.map { text in
      let (name, code) = try pair(text, Phrase(id: "NAMA=AKUN", en: "NAME=ACCOUNT"))
      return (name, try argument(code, AccountCode.init))
    }
    let day = try argument(date, BookDate.init(parsing:))
    let plan = try plan.plan()
    let decided = try argument {
      try ShuDecision(
        year: number, on: day, number: decision.decision, plan: plan,
        accounts: Dictionary(accounts) { _, last in last },
        claimMonths: claimMonths ?? ShuDecision.usualClaimMonths)
    }
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.decideShu(decided, reference: note.ref, note: note.value, dryRun: dryRun)
      },
      rehearse: { _, kept in Rehearsal(kept, ShuDecisionRenderer.self) },
      print: { style, kept in try report.write(kept, with: ShuDecisionRenderer(style)) })
  }
}
