import KSPStatements

extension Samples {
  private static func asset(_ disposal: FixedAsset.Disposal? = nil) throws -> FixedAsset {
    FixedAsset(
      number: "INV-0001", name: awkward, place: "Kasir; \"depan\"",
      accounts: AssetAccounts(cost: "1-2000", accumulated: "1-2090", expense: "5-2200"),
      acquiredOn: try date("2026-01-10"), cost: 9_600_001, residual: 1, months: 48, takeover: nil,
      entry: EntryNumber(7), disposal: disposal)
  }

  private static func old() throws -> FixedAsset {
    FixedAsset(
      number: "INV-0002", name: "Tanah", place: nil,
      accounts: AssetAccounts(cost: "1-2000", accumulated: "1-2090", expense: "5-2200"),
      acquiredOn: try date("2019-05-10"), cost: 250_000_000, residual: .zero, months: 0,
      takeover: .init(asOf: try date("2025-12-31"), accumulated: .zero), entry: nil,
      disposal: nil)
  }

  static func assets() throws -> AssetRegister {
    try AssetRegister(
      asOf: date("2026-02-28"),
      assets: [
        AssetStanding(old(), accumulated: .zero), AssetStanding(asset(), accumulated: 200_000),
      ],
      controls: [
        .init(
          account: "1-2000", name: Phrase(id: "Aset tetap", en: "Fixed assets"),
          register: 259_600_001, ledger: 259_600_001),
        .init(
          account: "1-2090",
          name: Phrase(id: "Akumulasi penyusutan", en: "Accumulated depreciation"),
          register: 200_000, ledger: 250_000),
      ])
  }

  static func assetCard() throws -> AssetCard {
    let gone = FixedAsset.Disposal(
      date: try date("2026-03-20"), proceeds: 1_500_000, entry: EntryNumber(19))
    return try AssetCard(
      standing: AssetStanding(asset(gone), accumulated: 200_000),
      plan: DepreciationPlan(of: 9_600_000, over: 48, from: BookMonth(year: 2026, month: 2)),
      months: [
        .init(
          month: BookMonth(year: 2026, month: 2), amount: 200_000, accumulated: 200_000,
          entry: EntryNumber(12))
      ])
  }
}
