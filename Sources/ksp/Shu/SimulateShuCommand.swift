import ArgumentParser
import KSPCore
import KSPStatements

/// `ksp simulate shu`.
struct SimulateShuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shu",
    abstract: say("Pembagian SHU untuk anggota dalam berkas.", "The SHU divided among members."),
    discussion: say(
      """
      Berkas anggota: kolom member,name,capital,activity (dasar modal dan usaha).
      Semua bagian dengan modal dan usaha harus 100%.

      Contoh:
        ksp simulasi shu --shu 40000000 --bagian cadangan=40% \\
          --bagian pengurus=5% --modal 25% --usaha 30% --anggota dasar.csv
      """,
      """
      The members' file has the columns member,name,capital,activity: the bases.
      All shares with capital and activity must be 100%.

      Example:
        ksp simulate shu --shu 40000000 --share cadangan=40% \\
          --share pengurus=5% --capital 25% --activity 30% --members bases.csv
      """))

  @Option(help: .say("SHU sesudah pajak.", "The SHU after tax.", .amount))
  var shu: String
  @Option(
    name: .also("bagian"), parsing: .singleValue,
    help: .say(
      "Bagian satu dana, misalnya cadangan=10%; boleh berulang.",
      "The share of a fund, such as cadangan=10%; may be repeated.",
      Phrase(id: "nama=persen", en: "name=percent")))
  var share: [String] = []
  @Option(
    name: .also("modal"),
    help: .say("Bagian anggota menurut modal.", "Members' share by capital.", .percent))
  var capital = "0%"
  @Option(
    name: .also("usaha"),
    help: .say("Bagian anggota menurut usaha.", "Members' share by activity.", .percent))
  var activity = "0%"
  @Option(
    name: .also("anggota"),
    help: .say("Berkas CSV dasar anggota.", "CSV file of the members' bases.", .file))
  var members: String
  @Option(
    name: .also("bulat-ke"),
    help: .say(
      "Bulatkan bagian anggota: 0.01, 1 (bawaan), 50, 100, 500 atau 1000.",
      "Round members' parts to 0.01, 1 (the default), 50, 100, 500 or 1000.", .amount))
  var roundTo: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.result) var language: LanguageOptions

  func run() throws {
    let funds = try share.map { text in
      let (name, part) = try pair(text, Phrase(id: "NAMA=PERSEN", en: "NAME=PERCENT"))
      return ShuShares.Fund(name, try argument(part, Share.init(parsing:)))
    }
    let (capital, activity) = (
      try argument(self.capital, Share.init(parsing:)),
      try argument(self.activity, Share.init(parsing:))
    )
    let shares = try argument {
      try ShuShares(capital: capital, activity: activity, funds: funds)
    }
    let amount = try argument(shu, Rupiah.init(parsing:))
    let step = try argument(roundTo, Rupiah.init(parsing:)) ?? 1
    let bases = try ShuBase.read(csv: try TextFile.sheet(members).text, file: members)
    let distribution = try argument {
      try ShuDistribution(of: amount, by: shares, among: bases, step: step)
    }
    try report.write(distribution, with: ShuDistributionRenderer(report.style()))
  }
}
