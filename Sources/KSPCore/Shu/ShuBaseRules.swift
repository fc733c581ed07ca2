/// By what members take part in the SHU of a year (dasar jasa modal and jasa usaha).
public struct ShuBaseRules: Hashable, Sendable, Codable {
  /// How the savings of a member are measured.
  public enum Capital: String, CaseIterable, Sendable, Codable {
    /// What they hold on the last day of the year.
    case yearEnd = "year-end"
    /// The mean of what they hold at the twelve month ends.
    case monthEnds = "month-ends"
    /// The mean of what they hold on every day.
    case daily
  }

  /// How the business of a member is measured.
  public enum Activity: String, CaseIterable, Sendable, Codable {
    /// The loan interest that they paid in the year, without late fees.
    case interest
    /// The mean of what they owed at the twelve month ends.
    case averageLoan = "average-loan"
    /// The principal that was paid out to them in the year.
    case principal
    /// Points for what they did; ``ShuBaseRules/points`` says for what.
    case points

    /// What is counted as it is; nil for points, which count several things in steps.
    package var source: ShuPointRule.Source? {
      switch self {
      case .interest: .interest
      case .averageLoan: .averageLoan
      case .principal: .principal
      case .points: nil
      }
    }
  }

  /// How savings are measured.
  public let capital: Capital
  /// How business is measured.
  public let activity: Activity
  /// For what there are points; nothing where business is measured otherwise.
  public let points: [ShuPointRule]
  /// The products that count beside all of the kinds pokok and wajib.
  public let products: [ProductCode]
  /// Whether somebody who left within the year takes part.
  public let includesLeavers: Bool

  /// Sets the bases; without more pokok and wajib at the end of the year, and loan interest paid by
  /// those who are members then.
  public init(
    capital: Capital = .yearEnd, activity: Activity = .interest, points: [ShuPointRule] = [],
    products: [ProductCode] = [], includesLeavers: Bool = false
  ) {
    self.capital = capital
    self.activity = activity
    self.points = points
    self.products = products
    self.includesLeavers = includesLeavers
  }

  /// How savings are measured, in words.
  public var capitalName: Phrase {
    let kinds = ["pokok", "wajib"] + products.map(\.text)
    let (list, which) = (kinds.joined(separator: " + "), capital.name)
    return Phrase(
      id: "\(list), \(which.indonesian)", en: "\(list), \(which.english)")
  }

  /// How business is measured, in words.
  public var activityName: Phrase {
    guard activity == .points else { return activity.name }
    let each = points.map { rule in
      (
        "1 per \(rule.amount.formatted) \(rule.source.name.indonesian)",
        "1 per \(rule.amount.formatted) of \(rule.source.name.english)"
      )
    }
    return Phrase(
      id: "poin: " + each.map(\.0).joined(separator: "; "),
      en: "points: " + each.map(\.1).joined(separator: "; "))
  }

  /// Refuses points where business is measured otherwise, and none where it is measured by them.
  ///
  /// - Throws: `shu.decisionUnfit`; `amount.notPositive` for a point of nothing.
  func requireFit() throws(LedgerError) {
    for rule in points where !rule.amount.isPositive { throw .amountNotPositive(rule.amount) }
    guard (activity == .points) != points.isEmpty,
      Set(points.map(\.source)).count == points.count
    else {
      throw .shuDecisionUnfit(
        Phrase(
          id: "poin dan dasar usaha tidak cocok", en: "points and the base of activity do not fit"))
    }
  }
}

extension ShuBaseRules.Capital {
  /// The name for people.
  public var name: Phrase {
    switch self {
    case .yearEnd: Phrase(id: "saldo akhir tahun", en: "balance at the end of the year")
    case .monthEnds:
      Phrase(id: "rata-rata saldo dua belas akhir bulan", en: "mean of twelve month ends")
    case .daily: Phrase(id: "rata-rata saldo harian", en: "mean of all days")
    }
  }
}

extension ShuBaseRules.Activity {
  /// The name for people.
  public var name: Phrase {
    switch self {
    case .interest:
      Phrase(id: "jasa pinjaman yang dibayar, tanpa denda", en: "loan interest paid, no late fees")
    case .averageLoan:
      Phrase(
        id: "rata-rata sisa pinjaman dua belas akhir bulan",
        en: "mean of loans at twelve month ends")
    case .principal: Phrase(id: "pokok pinjaman yang cair", en: "principal paid out")
    case .points: Phrase(id: "poin", en: "points")
    }
  }
}
