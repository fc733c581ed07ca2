/// What a cooperative decides about its health worksheet where sources differ or say nothing.
public struct HealthSettings: Hashable, Sendable, Codable {
  /// How ratios are read.
  public var readings = HealthReadings()
  /// The weights of risk assets (ATMR) in percent, by cell; none as long as nobody gives them.
  public var riskWeights: [Int: Int] = [:]

  /// The usual settings.
  public init() {}
}

extension BookSettings {
  /// The settings of supervision by the names under which a book speaks of them; nil is the
  /// default.
  package static let supervisionChoices:
    [(name: String, value: any WritableKeyPath<BookSettings, String?> & Sendable)] = [
      ("healthExpenses", \.healthExpensesWord), ("healthCash", \.healthCashWord),
      ("healthRiskReserve", \.healthRiskReserveWord),
      ("healthLongTermDebt", \.healthLongTermDebtWord), ("healthRiskWeights", \.riskWeightsWord),
      ("initialCapital", \.initialCapitalWord),
    ]

  private var healthExpensesWord: String? {
    get { health.readings.expenses == .members ? nil : health.readings.expenses.rawValue }
    set { health.readings.expenses = newValue.flatMap { .init(rawValue: $0) } ?? .members }
  }

  private var healthCashWord: String? {
    get { health.readings.cash == .withDeposits ? nil : health.readings.cash.rawValue }
    set { health.readings.cash = newValue.flatMap { .init(rawValue: $0) } ?? .withDeposits }
  }

  private var healthRiskReserveWord: String? {
    get { health.readings.riskReserve == .reserve ? nil : health.readings.riskReserve.rawValue }
    set { health.readings.riskReserve = newValue.flatMap { .init(rawValue: $0) } ?? .reserve }
  }

  private var healthLongTermDebtWord: String? {
    get {
      health.readings.longTermDebt == .withParticipation
        ? nil : health.readings.longTermDebt.rawValue
    }
    set {
      health.readings.longTermDebt =
        newValue.flatMap { .init(rawValue: $0) } ?? .withParticipation
    }
  }

  /// `1=0,8=100`, by cell.
  private var riskWeightsWord: String? {
    get {
      guard !health.riskWeights.isEmpty else { return nil }
      return health.riskWeights.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        .joined(separator: ",")
    }
    set {
      health.riskWeights = (newValue ?? "").split(separator: ",").reduce(into: [:]) {
        let parts = $1.split(separator: "=").map { Int($0) }
        if parts.count == 2, let cell = parts[0], let percent = parts[1] { $0[cell] = percent }
      }
    }
  }

  private var initialCapitalWord: String? {
    get { initialCapital?.description }
    set { initialCapital = newValue.flatMap { try? Rupiah(parsing: $0) } }
  }
}
