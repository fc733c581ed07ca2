import ArgumentParser
import KSPCore

/// How health ratios are read where sources differ, and the weights of risk assets.
struct HealthOptions: ParsableArguments {
  @Option(
    name: .also("aturan"),
    help: .init(
      say(
        "Aturan: 2020 (KKPKK, bawaan) atau 2009 (Permenkop 14/2009, dengan skor).",
        "The rules: 2020 (KKPKK, the default) or 2009 (with scores)."),
      valueName: HealthProfile.Rules.allCases.map(\.rawValue).joined(separator: "|")))
  var rules: String?
  @Option(
    name: .also("poin"), parsing: .singleValue,
    help: .say(
      "Poin komponen 2009 yang tidak ada di sel, misalnya management=12.5.",
      "Points of an item of 2009 that no cell holds, such as management=12.5.",
      Phrase(id: "komponen=poin", en: "item=points")))
  var points: [String] = []
  @Option(
    name: .also("beban"),
    help: .init(
      say(
        "Beban dalam kemandirian dan beban operasional; bawaan anggota.",
        "Expenses of independence and operating cost; default members."),
      valueName: choices(HealthReadings.Expenses.self)))
  var expenses: String?
  @Option(
    name: .also("kas"),
    help: .init(
      say("Sel yang menjadi kas; bawaan 1-6.", "Cells that are cash; default 1-6."),
      valueName: HealthReadings.Cash.allCases.map(\.rawValue).joined(separator: "|")))
  var cash: String?
  @Option(
    name: .also("cadangan-risiko"),
    help: .init(
      say("Sel cadangan risiko; bawaan 68.", "Cells of the risk reserve; default 68."),
      valueName: HealthReadings.RiskReserve.allCases.map(\.rawValue).joined(separator: "|")))
  var riskReserve: String?
  @Option(
    name: .also("utang-jangka-panjang"),
    help: .init(
      say(
        "Sel utang jangka panjang; bawaan 54-61+65.", "Cells of long-term debt; default 54-61+65."),
      valueName: HealthReadings.LongTermDebt.allCases.map(\.rawValue).joined(separator: "|")))
  var longTermDebt: String?
  @Option(
    name: .also("atmr"), parsing: .singleValue,
    help: .say(
      "Bobot satu sel dalam ATMR, misalnya 8=100; boleh berulang.",
      "Weight of a cell among risk assets, such as 8=100; may be repeated.",
      Phrase(id: "sel=persen", en: "cell=percent")))
  var riskWeight: [String] = []

  @Option(
    name: .also("jawaban"),
    help: .say(
      "CSV jawaban tata kelola: question,answer (I.1.a,ya).",
      "CSV of answers on governance: question,answer (I.1.a,yes).", .file))
  var answers: String?

  /// The profile that they make of settings: what is not given is as those say.
  func profile(over settings: HealthSettings) throws -> HealthProfile {
    var settings = settings
    try apply(to: &settings.readings)
    if !riskWeight.isEmpty { settings.riskWeights = try HealthWeights.parsed(riskWeight) }
    var profile = HealthProfile(
      rules: try rules.map { try choice(HealthProfile.Rules.self, $0) } ?? .worksheet,
      settings: settings)
    profile.given = Dictionary(try points.map(given)) { _, last in last }
    if let answers {
      profile.answers = try HealthChecklist.readAnswers(
        csv: try TextFile.sheet(answers).text, file: answers, to: profile.indicators)
    }
    return profile
  }

  /// Points between nothing and the most of an item, with two decimals.
  private func given(_ text: String) throws -> (HealthItem, Int) {
    let (name, points) = try pair(text, Phrase(id: "KOMPONEN=POIN", en: "ITEM=POINTS"))
    let item = try choice(HealthItem.self, name)
    // Points are read as percents are: with a comma or a point.
    let billionths = try argument(points + "%", Share.init(parsing:)).billionths
    let hundredths = Int(billionths / 100_000)
    guard billionths.isMultiple(of: 100_000), hundredths <= item.points * 100 else {
      throw UsageProblem(
        Phrase(
          id: "“\(text)”: komponen itu 0 sampai \(item.points) poin, dua desimal.",
          en: "“\(text)”: that item gives 0 to \(item.points) points, in hundredths."))
    }
    return (item, hundredths)
  }

  private func apply(to readings: inout HealthReadings) throws {
    if let expenses { readings.expenses = try choice(HealthReadings.Expenses.self, expenses) }
    if let cash { readings.cash = try choice(HealthReadings.Cash.self, cash) }
    if let riskReserve {
      readings.riskReserve = try choice(HealthReadings.RiskReserve.self, riskReserve)
    }
    if let longTermDebt {
      readings.longTermDebt = try choice(HealthReadings.LongTermDebt.self, longTermDebt)
    }
  }
}

extension HealthItem: OptionWord {
  static var indonesian: [(word: String, value: HealthItem)] {
    [
      ("modal-aset", .equityToAssets), ("modal-berisiko", .equityToRisk), ("kecukupan-modal", .car),
      ("pinjaman-anggota", .memberLoans), ("bermasalah", .problemLoans),
      ("cadangan-risiko", .riskReserve), ("berisiko", .loansAtRisk), ("manajemen", .management),
      ("beban-operasi", .operatingCost), ("beban-usaha", .operatingExpense),
      ("pelayanan", .service), ("kas", .cash), ("pinjaman-dana", .loansToFunds),
      ("rentabilitas-aset", .roa), ("rentabilitas-modal", .roe), ("kemandirian", .independence),
      ("partisipasi", .mainIncome), ("promosi-ekonomi", .memberBenefit),
    ]
  }
}
