/// Writes the health worksheet worked out (kertas kerja kesehatan): the 22 ratios with their bands.
public struct HealthReportRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each ratio, and why one has no percentage.
  public func report(of report: HealthReport) -> Report {
    let words = style.words
    let table = table(report.ratios)
    let readings = report.profile.readings
    return Report(
      "ksp.health/1", title: words.healthTitle,
      data: [
        "ratios": .rows(table), "ppapwd": .amount(report.requiredAllowance),
        "controls": .list(report.controls) {
          [
            "name": .text($0.name.rawValue), "first": .amount($0.first),
            "second": .amount($0.second), "holds": .flag($0.holds),
          ]
        },
        "readings": .record([
          "expenses": .text(readings.expenses.rawValue), "cash": .text(readings.cash.rawValue),
          "riskReserve": .text(readings.riskReserve.rawValue),
          "longTermDebt": .text(readings.longTermDebt.rawValue),
        ]),
        "scores": report.scores.map { .record(HealthScoreTable(style: style).data($0)) } ?? .absent,
      ] + HealthGovernanceTable(style: style).data(report.governance), rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.healthExpenses, words(readings.expenses)),
          Report.Field(words.healthCash, words.cells(readings.cash.rawValue)),
          Report.Field(words.healthReserve, words.cells(readings.riskReserve.rawValue)),
          Report.Field(words.healthDebt, words.cells(readings.longTermDebt.rawValue)), width: 32),
        .table(table),
        .fields(
          Report.Field(words.healthAllowance, report.requiredAllowance.formatted, isStrong: true),
          width: 32),
      ] + report.controls.map { .note(words($0)) } + [
        .note(words.healthBandNote)
      ]
        + (report.scores.map { HealthScoreTable(style: style).blocks($0) }
          ?? [.note(words.healthScoreNote)])
        + HealthGovernanceTable(style: style).blocks(report.governance)
        + [.signatures(words.preparedAndChecked, printedOnly: true)])
  }

  private func table(_ ratios: [HealthRatio]) -> ReportTable {
    let words = style.words
    return ReportTable(
      ratios,
      [
        .left("name", words.healthRatio, 30) {
          .coded($0.name.rawValue, shown: words($0.name.name))
        },
        .right("numerator", words.healthNumerator, 17) { .amount($0.numerator) },
        .right("denominator", words.healthDenominator, 17) { .amount($0.denominator) },
        .right("percent", "%", 8) { ratio in
          ratio.percent.map { .coded($0, shown: words.decimal($0)) } ?? .blank
        },
        .right("band", words.healthBand, 4) { .optional($0.band) },
        .data("gap") { .optional($0.gap?.rawValue) },
      ]
    ).remarks { ratios[$0].gap.map { words($0) } }
  }
}

extension Wording {
  fileprivate var healthTitle: String {
    self("KERTAS KERJA KESEHATAN (KKPKK)", "HEALTH WORKSHEET (KKPKK)")
  }
  fileprivate var healthRatio: String { self("Rasio", "Ratio") }
  fileprivate var healthNumerator: String { self("Pembilang", "Numerator") }
  fileprivate var healthDenominator: String { self("Penyebut", "Denominator") }
  fileprivate var healthBand: String { self("Nil.", "Band") }
  fileprivate var healthExpenses: String { self("Beban yang diperhitungkan", "Expenses counted") }
  fileprivate var healthCash: String { self("Kas", "Cash") }
  fileprivate var healthReserve: String { self("Cadangan risiko", "Risk reserve") }
  fileprivate var healthDebt: String { self("Utang jangka panjang", "Long-term debt") }
  fileprivate var healthAllowance: String {
    self("Penyisihan wajib (PPAPWD)", "Required allowance (PPAPWD)")
  }
  fileprivate var healthBandNote: String {
    self(
      "Nilai 1 terbaik, 4 terburuk, menurut rasio sebelum dibulatkan.",
      "Band 1 is the best and 4 the worst, by the ratio before rounding.")
  }
  fileprivate var healthScoreNote: String {
    self(
      "Bobot rasio dalam satu aspek tidak diketahui: tidak ada skor resmi.",
      "Weights within an aspect are not known: there is no official score.")
  }

  fileprivate func callAsFunction(_ expenses: HealthReadings.Expenses) -> String {
    switch expenses {
    case .members: self("bagian anggota", "the members' portion")
    case .all: self("semuanya", "all of them")
    }
  }

  fileprivate func cells(_ cells: String) -> String { self("sel \(cells)", "cells \(cells)") }

  fileprivate func callAsFunction(_ gap: HealthRatio.Gap) -> String {
    switch gap {
    case .denominatorZero: self("penyebutnya nol: tanpa persen", "divided by zero: no percentage")
    case .denominatorNegative:
      self("penyebutnya negatif: tanpa persen", "divided by less than zero: no percentage")
    case .incomeZero:
      self(
        "tidak ada pendapatan, jadi bagian anggota atas beban tidak bisa dihitung",
        "there is no income, so the members' portion of the expenses cannot be worked out")
    case .weightsMissing:
      self(
        "bobot ATMR tidak ditetapkan dalam profil: tanpa persen",
        "the profile has no weights of risk assets: no percentage")
    }
  }

  fileprivate func callAsFunction(_ control: HealthReport.Control) -> String {
    let (first, second) = (control.first.formatted, control.second.formatted)
    return switch (control.name, control.holds) {
    case (.balance, true):
      self("Aset = kewajiban dan ekuitas: \(first).", "Assets = liabilities and equity: \(first).")
    case (.balance, false):
      self(
        "PERHATIKAN: aset \(first), kewajiban dan ekuitas \(second).",
        "NOTE: assets are \(first), liabilities and equity \(second).")
    case (.result, true):
      self("SHU sel 71–110 = sel 70: \(first).", "SHU of cells 71–110 = cell 70: \(first).")
    case (.result, false):
      self(
        "PERHATIKAN: SHU sel 71–110 \(first), sel 70 \(second).",
        "NOTE: the SHU of cells 71–110 is \(first), cell 70 \(second).")
    }
  }
}
