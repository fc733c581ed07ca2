import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp log`.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: say(
      "Riwayat: siapa mengubah apa, kapan.", "The log: who changed what, and when."),
    discussion: say(
      """
      Contoh: ksp riwayat 0001 --jenis anggota
              ksp riwayat --dari 2026-01-05 --sampai 2026-01-05 --petugas Rina
      Subjek: nomor anggota (dengan rekening dan pinjamannya), rekening, akun,
      pinjaman, produk, bulan, peran, bukti, nama pengaturan, atau book.
      Data pribadi hanya tampak huruf pertamanya, kecuali dengan --pribadi.
      """,
      """
      Example: ksp log 0001 --kind member
               ksp log --from 2026-01-05 --to 2026-01-05 --by Rina
      Subject: a member's number (with accounts and loans), an account, a loan,
      a product, a month, a role, a voucher, the name of a setting, or book.
      Personal values show only their first letter, unless --personal is given.
      """), aliases: ["riwayat"])

  @Argument(help: .say("Tentang siapa atau apa.", "About whom or what.", .subject))
  var subject: String?
  @OptionGroup(title: Headings.period) var days: RecordingDays
  @Option(
    name: .also("petugas"), help: .say("Hanya dari petugas ini.", "Only by this clerk.", .name))
  var by: String?
  @Option(
    name: .also("jenis"),
    help: .say(
      "Hanya jenis ini: \(words(EventGroup.self, .indonesian)); atau satu, misalnya member.changed.",
      "Only this kind: \(words(EventGroup.self, .english)); or one, such as member.changed.",
      .kind))
  var kind: String?
  @Flag(
    name: .also("pribadi"),
    help: .say("Tampilkan data pribadi.", "Show personal values."))
  var personal = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let (from, through) = try days.ends()
    let selection = EventSelection(
      subject: subject, from: from, through: through, recordedBy: by,
      kind: try kind.map(EventGroup.code), showsPersonal: personal)
    try book.withBook(.readOnly) { ledger in
      let renderer = EventLogRenderer(report.style(try ledger.settings))
      try report.stream { sink in
        renderer.header(into: &sink.buffer)
        var count = 0
        try ledger.events(selection) { event in
          if count > 0 { renderer.separator(into: &sink.buffer) }
          renderer.append(event, into: &sink.buffer)
          count += 1
          try sink.flush()
        }
        renderer.footer(count: count, into: &sink.buffer)
      }
    }
  }
}

/// The days on which something was recorded.
struct RecordingDays: ParsableArguments {
  @Option(
    name: .also("dari"), help: .say("Hari catat pertama.", "First day of recording.", .date))
  var from: String?
  @Option(
    name: .also("sampai"), help: .say("Hari catat terakhir.", "Last day of recording.", .date))
  var to: String?

  func ends() throws -> (BookDate?, BookDate?) {
    let ends = (
      try argument(from, BookDate.init(parsing:)), try argument(to, BookDate.init(parsing:))
    )
    if let first = ends.0, let last = ends.1 {
      _ = try argument { try BookPeriod(from: first, through: last) }
    }
    return ends
  }
}
