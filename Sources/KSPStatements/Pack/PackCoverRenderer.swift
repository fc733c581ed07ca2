/// Writes the first page of papers that are handed over together.
public struct PackCoverRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Whose papers they are, what is there, and charts of the period.
  public func report(of cover: PackCover) -> Report {
    let words = style.words
    let settings = cover.settings
    let table = ReportTable(
      Array(cover.papers.enumerated()),
      [
        .right("number", words.place, 4) { .count($0.offset + 1) },
        .left("title", words.paper, 44) { .text(words($0.element.title)) },
        .left("file", words.packFile, 28) { .text($0.element.file) },
      ])
    return Report(
      "ksp.pack/1", title: words.title(cover.occasion), subject: words.days(cover.period),
      data: [
        "from": .date(cover.period.first), "to": .date(cover.period.last),
        "papers": .rows(table), "figures": .record(figures(cover.figures)),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.period, words.days(cover.period)),
          Report.Field(words("NIK koperasi", "Cooperative's NIK"), settings.nik),
          Report.Field("NPWP", settings.npwp), Report.Field("NIB", settings.businessNumber),
          Report.Field(words("Telepon", "Telephone"), settings.phone),
          Report.Field(words.chair, settings.chair),
          Report.Field(words.secretary, settings.secretary),
          Report.Field(words.treasurer, settings.treasurer),
          Report.Field(words.supervisor, settings.supervisor), width: 20),
        .heading(words.contents), .table(table),
      ] + charts(cover.figures) + [
        .note(words.known(cover.known)),
        .signatures(
          [
            Report.Signature(role: words.chair, name: settings.chair),
            Report.Signature(role: words.treasurer, name: settings.treasurer),
          ], printedOnly: true),
      ]
    ).statement(known: cover.known)
  }

  private func figures(_ figures: PeriodFigures) -> ReportRecord {
    [
      "months": .list(figures.months) {
        [
          "month": .text($0.month.description), "assets": .amount($0.assets),
          "savings": .amount($0.savings), "shu": .amount($0.shu),
        ]
      },
      "loans": .list(figures.classes) {
        ["class": .text($0.loanClass.code), "amount": .amount($0.amount)]
      },
    ]
  }

  private func charts(_ figures: PeriodFigures) -> [Report.Block] {
    let words = style.words
    func months(_ amount: (PeriodFigures.Month) -> Rupiah) -> [(label: String, amount: Rupiah)] {
      figures.months.map { (words($0.month.name), amount($0)) }
    }
    let classes = figures.classes.map { (label: words($0.loanClass.name), amount: $0.amount) }
    return [
      (words.assetsByMonth, months(\.assets)), (words.savingsByMonth, months(\.savings)),
      (words.loansByClass, classes), (words.shuByMonth, months(\.shu)),
    ].flatMap { title, bars in
      [Report.Block.heading(title), .chart(ReportChart(title, bars))]
    }
  }
}

extension Wording {
  fileprivate func title(_ occasion: PackCover.Occasion) -> String {
    switch occasion {
    case .meeting(let year):
      self(
        "LAPORAN PERTANGGUNGJAWABAN TAHUN BUKU \(year)", "PAPERS OF THE MEETING, YEAR \(year)")
    case .quarter(let year, let number):
      self("LAPORAN TRIWULAN \(number) TAHUN \(year)", "REPORT OF QUARTER \(number) OF \(year)")
    }
  }
  fileprivate var place: String { self("No.", "No.") }
  fileprivate var paper: String { self("Laporan", "Paper") }
  fileprivate var packFile: String { self("Berkas", "File") }
  fileprivate var contents: String { self("ISI", "CONTENTS") }
  fileprivate var chair: String { self("Ketua", "Chair") }
  fileprivate var secretary: String { self("Sekretaris", "Secretary") }
  fileprivate var treasurer: String { self("Bendahara", "Treasurer") }
  fileprivate var supervisor: String { self("Ketua pengawas", "Head of supervisors") }
  fileprivate var assetsByMonth: String { self("ASET PER AKHIR BULAN", "ASSETS AT MONTH END") }
  fileprivate var savingsByMonth: String {
    self("SIMPANAN PER AKHIR BULAN", "SAVINGS AT MONTH END")
  }
  fileprivate var loansByClass: String { self("PINJAMAN MENURUT GOLONGAN", "LOANS BY CLASS") }
  fileprivate var shuByMonth: String { self("SHU TIAP BULAN", "SHU OF EVERY MONTH") }
}
