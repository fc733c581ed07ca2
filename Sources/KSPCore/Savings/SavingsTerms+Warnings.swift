extension SavingsTerms {
  /// The most that savings may earn: 9 % a year.
  package static let largestRate: Rate = .percent("9", per: .year)

  /// What other terms said that these drop: interest, tiers, windows. Empty where nothing is lost;
  /// a change of a figure drops nothing.
  public func dropped(from old: SavingsTerms) -> [Phrase] {
    var dropped: [Phrase] = []
    if old.interest != nil, interest == nil {
      dropped.append(
        Phrase(
          id: "Produk ini tidak memberi jasa lagi.", en: "The product pays no interest any more."))
    }
    let kept = interest?.tiers ?? []
    if interest != nil {
      for tier in old.interest?.tiers ?? []
      where !kept.contains(where: {
        $0.threshold == tier.threshold && $0.standing == tier.standing
      }) {
        let rate = tier.rate.inWords
        let from = tier.thresholdInWords
        dropped.append(
          Phrase(
            id: "Tingkat mulai \(from.indonesian) (\(rate.indonesian)) dihapus.",
            en: "The tier from \(from.english) (\(rate.english)) is dropped."))
      }
    }
    let windows = old.withdrawalWindows.filter { !withdrawalWindows.contains($0) }
    for window in windows {
      dropped.append(
        Phrase(
          id: "Masa penarikan \(window.first)..\(window.last) dihapus.",
          en: "The withdrawal window \(window.first)..\(window.last) is dropped."))
    }
    return dropped
  }

  /// The rules that these terms go beyond; empty when there are none.
  ///
  /// A rate per month counts twelve times. The highest tier speaks for all of them.
  ///
  /// ```swift
  /// terms.warnings.compactMap(\.rule)   // ["Permenkop UKM 8/2023 pasal 26"]
  /// ```
  public var warnings: [LedgerWarning] {
    let highest = interest?.tiers.map(\.rate).max {
      $0.billionthsPerYear < $1.billionthsPerYear
    }
    return highest.map { SavingsTerms.warnings(of: $0) } ?? []
  }

  /// The rules that a rate on savings or term deposits goes beyond; empty when there are none.
  package static func warnings(of rate: Rate) -> [LedgerWarning] {
    guard rate.billionthsPerYear > largestRate.billionthsPerYear else { return [] }
    return [
      LedgerWarning(
        .rateAboveCap, rule: "Permenkop UKM 8/2023 pasal 26",
        message: Phrase(
          id: "Jasa simpanan \(rate.inWords.indonesian) melebihi batas 9% setahun.",
          en: "Savings interest of \(rate.inWords.english) is above the limit of 9% a year."))
    ]
  }
}

extension InterestTerms.Tier {
  /// From which balance on, and for whom: `5.000.000 (calon anggota)`.
  package var thresholdInWords: Phrase {
    let from = threshold.formatted
    guard let standing else { return Phrase(id: from, en: from) }
    let name = standing.name
    return Phrase(id: "\(from) (\(name.indonesian))", en: "\(from) (\(name.english))")
  }
}
