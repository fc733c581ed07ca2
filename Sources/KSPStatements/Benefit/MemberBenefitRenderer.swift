/// Writes what members have of their cooperative (promosi ekonomi anggota).
public struct MemberBenefitRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// A section for each part, then how every amount comes about.
  public func report(of benefit: MemberBenefit) -> Report {
    let words = style.words
    return specification(benefit).report(
      of: benefit.lines, subject: words.days(benefit.period),
      head: [
        "from": .date(benefit.period.first), "to": .date(benefit.period.last),
        "previousFrom": .date(benefit.previous.first),
        "previousTo": .date(benefit.previous.last),
        "rates": .record(
          ReportRecord(rates(benefit).map { ($0.section.rawValue, .text($0.rate?.description)) })),
      ],
      tail: [
        "shuState": .text(benefit.shu?.state.rawValue), "total": .amount(benefit.total),
        "previousTotal": .amount(benefit.previousTotal),
      ],
      above: [
        .fields(
          Report.Field(words.period, words.days(benefit.period)),
          Report.Field(words.comparedWith, words.days(benefit.previous)))
      ], below: below(benefit)
    ).statement(known: benefit.known)
  }

  private func specification(
    _ benefit: MemberBenefit
  ) -> StatementSpecification<MemberBenefit.Line> {
    let words = style.words
    let parts = MemberBenefit.Section.allCases.filter { section in
      section == .shu || benefit.lines.contains { $0.section == section }
    }
    return StatementSpecification(
      "ksp.member-benefit/1", title: words.benefitTitle, lines: "lines",
      columns: [
        .left("code", words.benefitCode, 10) { .text($0.code) },
        .left("label", words.description, 33) { .text(words($0.label)) },
        .sum("amount", words.column(benefit.period), 17) { .amount($0.amount) },
        .sum("previous", words.column(benefit.previous), 17) { .amount($0.previous) },
        .data("averageBalance") { .optional($0.figure?.averageBalance) },
        .data("market") { .optional($0.figure?.market) },
        .data("own") { .optional($0.figure?.own) },
      ], label: 1,
      parts: parts.map { section in
        .section(
          section.rawValue, heading: words.heading(section), total: words.total(section)
        ) { $0.section == section }
      } + [
        .result("benefit", words.benefitTotal, adding: parts.map(\.rawValue)).only(.people)
      ])
  }

  private func below(_ benefit: MemberBenefit) -> [Report.Block] {
    let words = style.words
    let worked = benefit.lines.compactMap { line in line.figure.map { (line.code, $0) } }
    let table = ReportTable(
      [
        .left(words.benefitCode, 10), .right(words.averageBalance, 17), .right(words.atMarket, 15),
        .right(words.atOwn, 15), .right(words.benefit, 15),
      ], worked
    ) { code, figure in
      [
        .text(code), .amount(figure.averageBalance), .amount(figure.market), .amount(figure.own),
        .amount(figure.benefit),
      ]
    }
    let rated = rates(benefit).compactMap { item in
      item.rate.map { Report.Field(words.heading(item.section), words($0.inWords)) }
    }
    return (worked.isEmpty ? [] : [.heading(words.benefitWorking), .table(table)])
      + [
        .fields(
          (rated + [Report.Field(words.benefitWay, words.benefitRule)]).compactMap(\.self),
          width: 26)
      ]
      + (benefit.unrated.isEmpty ? [] : [.verdict(words.unrated(benefit.unrated))])
      + [
        .note(words.shuOfMembers(benefit.shu?.state)), .note(words.known(benefit.known)),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
  }

  private func rates(
    _ benefit: MemberBenefit
  ) -> [(section: MemberBenefit.Section, rate: Rate?)] {
    [
      (.loans, benefit.rates.loans), (.savings, benefit.rates.savings),
      (.deposits, benefit.rates.deposits),
    ]
  }
}

extension Wording {
  fileprivate var benefitTitle: String {
    self("LAPORAN PROMOSI EKONOMI ANGGOTA", "ECONOMIC BENEFIT OF MEMBERS")
  }
  fileprivate func heading(_ section: MemberBenefit.Section) -> String {
    switch section {
    case .loans: self("PINJAMAN", "LOANS")
    case .savings: self("SIMPANAN", "SAVINGS")
    case .deposits: self("SIMPANAN BERJANGKA", "TERM DEPOSITS")
    case .shu: "SHU"
    }
  }
  fileprivate func total(_ section: MemberBenefit.Section) -> String {
    switch section {
    case .loans: self("Manfaat pinjaman", "Benefit of loans")
    case .savings: self("Manfaat simpanan", "Benefit of savings")
    case .deposits: self("Manfaat simpanan berjangka", "Benefit of term deposits")
    case .shu: self("Jumlah SHU anggota", "SHU of members")
    }
  }
  fileprivate var benefitCode: String { self("Kode", "Code") }
  fileprivate var benefitTotal: String {
    self("Jumlah promosi ekonomi anggota", "Benefit of members")
  }
  fileprivate var benefitWorking: String { self("PERHITUNGAN", "HOW IT COMES ABOUT") }
  fileprivate var averageBalance: String { self("Saldo rata-rata", "Average balance") }
  fileprivate var atMarket: String { self("Di pasar", "Market") }
  fileprivate var atOwn: String { self("Di koperasi", "Here") }
  fileprivate var benefit: String { self("Manfaat", "Benefit") }
  fileprivate var benefitWay: String { self("Cara menghitung", "Worked out") }
  fileprivate var benefitRule: String {
    self(
      "Saldo setiap hari × selisih jasa setahun ÷ 365, dijumlahkan per produk, lalu dibulatkan "
        + "sekali ke rupiah.",
      "The balance of every day × the difference of yearly rates ÷ 365, by product, rounded once "
        + "to the rupiah.")
  }
  fileprivate func unrated(_ sections: [MemberBenefit.Section]) -> String {
    let list = sections.map { heading($0) }.joined(separator: ", ")
    return self(
      "Belum dihitung karena bunga pasarnya belum diatur: \(list).",
      "Not worked out, for the market rate is not set: \(list).")
  }
  fileprivate func shuOfMembers(_ state: ShuYear.State?) -> String {
    switch state {
    case .posted: self("SHU: sudah dibukukan.", "SHU: booked.")
    case .decided: self("SHU: menurut putusan, belum dibukukan.", "SHU: decided, not yet booked.")
    case .planned: self("SHU: rencana sebelum rapat.", "SHU: planned, before the meeting.")
    case nil:
      self("SHU: pembagiannya belum diputuskan.", "SHU: nothing is decided about its division.")
    }
  }
}
