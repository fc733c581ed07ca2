import ArgumentParser
import KSPCore

/// How the health worksheet of a book is read; an empty text takes the default back.
struct HealthSettingOptions: ParsableArguments {
  @Option(
    name: .also("kesehatan-beban"),
    help: .init(
      say("Kesehatan: beban; bawaan anggota.", "Health: expenses; default members."),
      valueName: choices(HealthReadings.Expenses.self)))
  var healthExpenses: String?
  @Option(
    name: .also("kesehatan-kas"),
    help: .init(
      say("Kesehatan: sel kas; bawaan 1-6.", "Health: cells of cash; default 1-6."),
      valueName: HealthReadings.Cash.allCases.map(\.rawValue).joined(separator: "|")))
  var healthCash: String?
  @Option(
    name: .also("kesehatan-cadangan"),
    help: .init(
      say("Kesehatan: cadangan risiko; bawaan 68.", "Health: risk reserve; default 68."),
      valueName: HealthReadings.RiskReserve.allCases.map(\.rawValue).joined(separator: "|")))
  var healthRiskReserve: String?
  @Option(
    name: .also("kesehatan-utang"),
    help: .init(
      say(
        "Kesehatan: utang jangka panjang; bawaan 54-61+65.",
        "Health: long-term debt; default 54-61+65."),
      valueName: HealthReadings.LongTermDebt.allCases.map(\.rawValue).joined(separator: "|")))
  var healthLongTermDebt: String?
  @Option(
    name: .also("kesehatan-atmr"), parsing: .singleValue,
    help: .say(
      "Kesehatan: bobot sel dalam ATMR (8=100), boleh berulang; kosong menghapus.",
      "Health: weight of a cell of risk assets (8=100), repeated; empty takes all away.",
      Phrase(id: "sel=persen", en: "cell=percent")))
  var healthRiskWeight: [String] = []
  @Option(
    name: .also("modal-awal"),
    help: .say(
      "Modal sendiri saat berdiri; tidak boleh turun di bawahnya.",
      "Own capital at the beginning, below which it must not fall.", .amount))
  var initialCapital: String?

  /// Applies what is given.
  func apply(to settings: inout BookSettings) throws {
    func read<Value: CaseIterable & RawRepresentable>(
      _ text: String?, _ usual: Value, into value: inout Value
    ) throws where Value.RawValue == String {
      guard let text else { return }
      value = text.isEmpty ? usual : try choice(Value.self, text)
    }
    let usual = HealthReadings()
    if let healthExpenses {
      settings.health.readings.expenses =
        healthExpenses.isEmpty
        ? usual.expenses : try choice(HealthReadings.Expenses.self, healthExpenses)
    }
    try read(healthCash, usual.cash, into: &settings.health.readings.cash)
    try read(healthRiskReserve, usual.riskReserve, into: &settings.health.readings.riskReserve)
    try read(
      healthLongTermDebt, usual.longTermDebt, into: &settings.health.readings.longTermDebt)
    if !healthRiskWeight.isEmpty {
      settings.health.riskWeights = try HealthWeights.parsed(
        healthRiskWeight.filter { !$0.isEmpty })
    }
    if let initialCapital {
      settings.initialCapital =
        initialCapital.isEmpty ? nil : try argument { try Rupiah(parsing: initialCapital) }
    }
  }
}
