import KSPCore

extension VerifierRules {
  /// What the register of fixed assets says agrees with the vouchers that it stands on.
  static let assets: [Rule] = [
    Rule(
      name: "asset.purchase",
      meaning: Phrase(
        id: "Setiap bukti pembelian aset sama dengan yang dibelinya di daftar inventaris",
        en: "Every purchase of an asset is what the register says that it bought"),
      examined: "SELECT count(*) FROM entry WHERE kind = \(EntryKind.assetPurchase.sql)",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e LEFT JOIN asset t ON t.entry = e.id
        WHERE e.kind = \(EntryKind.assetPurchase.sql) AND (t.id IS NULL
          OR t.acquiredOn <> e.bookDate OR NOT EXISTS (SELECT 1 FROM posting p
            WHERE p.entry = e.id AND p.account = t.account AND p.amount = t.cost))
        UNION
        SELECT t.number FROM asset t LEFT JOIN entry e ON e.id = t.entry
        WHERE t.entry IS NOT NULL AND e.kind IS NOT \(EntryKind.assetPurchase.sql)
        """),
    Rule(
      name: "asset.disposal",
      meaning: Phrase(
        id: "Setiap pelepasan mengeluarkan harga perolehan dan penyusutan asetnya",
        en: "Every disposal takes out the cost and what was written off of its asset"),
      examined: "SELECT count(*) FROM entry WHERE kind = \(EntryKind.assetDisposal.sql)",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e LEFT JOIN assetDisposal d ON d.entry = e.id
        LEFT JOIN asset t ON t.id = d.asset
        WHERE e.kind = \(EntryKind.assetDisposal.sql) AND (t.id IS NULL
          OR d.disposedOn <> e.bookDate
          OR (SELECT ifnull(sum(p.amount), 0) FROM posting p
            WHERE p.entry = e.id AND p.account = t.account) <> -t.cost
          OR (SELECT ifnull(sum(p.amount), 0) FROM posting p
            WHERE p.entry = e.id AND p.account = t.accumulatedAccount)
            <> ifnull(t.takenOver, 0) + (SELECT ifnull(sum(m.amount), 0) FROM assetMonth m
              JOIN closedMonth c ON c.month = m.month
              WHERE m.asset = t.id AND c.lastDay < d.disposedOn))
        UNION
        SELECT printf('JU-%06d', d.entry) FROM assetDisposal d LEFT JOIN entry e ON e.id = d.entry
        WHERE e.kind IS NOT \(EntryKind.assetDisposal.sql)
        """),
  ]
}
