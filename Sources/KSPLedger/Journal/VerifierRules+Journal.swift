import KSPCore

extension VerifierRules {
  /// Entries, their legs, and what accounts hold.
  static let journal: [Rule] = [
    Rule(
      name: "entry.sequence",
      meaning: Phrase(id: "Nomor bukti urut tanpa celah", en: "Voucher numbers run without gaps"),
      examined: "SELECT count(*) FROM entry",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e
        WHERE e.id > 1 AND NOT EXISTS (SELECT 1 FROM entry b WHERE b.id = e.id - 1)
        UNION ALL SELECT 'JU-000001' WHERE EXISTS (SELECT 1 FROM entry)
          AND NOT EXISTS (SELECT 1 FROM entry WHERE id = 1)
        """),
    Rule(
      name: "entry.tail",
      meaning: Phrase(
        id: "Jurnal terakhir yang dikenal tutup bulan dan cadangan masih ada",
        en: "The last entries that month ends and backups know of are there"),
      examined: "SELECT (SELECT count(*) FROM closedMonth) + (SELECT count(*) FROM backupLog)",
      offenders: """
        SELECT printf('JU-%06d', known) FROM (
          SELECT max(lastEntry) AS known FROM closedMonth
          UNION ALL SELECT max(entries) FROM backupLog)
        WHERE known > ifnull((SELECT max(id) FROM entry), 0)
        """),
    Rule(
      name: "entry.balanced",
      meaning: Phrase(
        id: "Setiap jurnal seimbang dan punya paling sedikit dua ayat",
        en: "Every entry balances and has at least two legs"),
      examined: "SELECT count(*) FROM entry",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e
        LEFT JOIN posting p ON p.entry = e.id
        GROUP BY e.id
        HAVING ifnull(sum(p.amount), 1) <> 0 OR count(p.line) < 2
          OR count(p.line) <> max(p.line)
          OR min(p.bookDate) <> e.bookDate OR max(p.bookDate) <> e.bookDate
        """),
    Rule(
      name: "posting.orphan",
      meaning: Phrase(
        id: "Setiap ayat punya jurnal dan akun", en: "Every leg has its entry and its account"),
      examined: "SELECT count(*) FROM posting",
      offenders: """
        SELECT printf('JU-%06d', p.entry) FROM posting p
        WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = p.entry)
          OR NOT EXISTS (SELECT 1 FROM account WHERE id = p.account)
        """),
    Rule(
      name: "entry.byHand",
      meaning: Phrase(
        id: "Jurnal umum dan kas bukan anggota tidak menyentuh rekening anggota atau pinjaman",
        en: "No entry by hand and no cash of others touches an account of a member or a loan"),
      examined:
        "SELECT count(*) FROM entry WHERE kind IN \(EntryKind.sqlList(.betweenOwnAccounts))",
      offenders: """
        SELECT DISTINCT printf('JU-%06d', e.id) FROM entry e
        JOIN posting p ON p.entry = e.id
        WHERE e.kind IN \(EntryKind.sqlList(.betweenOwnAccounts))
          AND (p.account IN (SELECT account FROM savingsAccount)
            OR p.account IN (SELECT account FROM loanAccount))
        """),
    Rule(
      name: "posting.index",
      meaning: Phrase(
        id: "Kedua urutan ayat berisi hal yang sama", en: "Both orders of the legs hold the same"),
      examined: "SELECT count(*) FROM posting",
      // NOT INDEXED would not do: SQLite would read the index, which holds every column.
      offenders: """
        SELECT 'posting' WHERE
          (SELECT count(*) || '/' || ifnull(sum(amount % 1000003 * (entry % 1009 + 1)), 0)
            FROM posting INDEXED BY postingEntry)
          <> (SELECT count(*) || '/' || ifnull(sum(amount % 1000003 * (entry % 1009 + 1)), 0)
            FROM posting WHERE account >= -9223372036854775807)
        """),
    Rule(
      name: "account.balance",
      meaning: Phrase(
        id: "Saldo setiap akun sama dengan jumlah mutasinya",
        en: "Every account's balance is the sum of its legs"),
      examined: "SELECT count(*) FROM account",
      offenders: """
        SELECT a.code FROM account a LEFT JOIN posting p ON p.account = a.id
        GROUP BY a.id HAVING CASE WHEN a.isPostable = 1 THEN ifnull(sum(p.amount), 0) END
          IS NOT (SELECT balance FROM accountBalance WHERE account = a.id)
        UNION ALL
        SELECT '#' || account FROM accountBalance
        WHERE NOT EXISTS (SELECT 1 FROM account WHERE id = account)
        """),
    Rule(
      name: "account.limits",
      meaning: Phrase(
        id: "Tidak ada saldo di luar batas, di akun induk, atau di rekening tertutup",
        en: "No balance beyond its limits, on a header, or on a closed account"),
      examined: "SELECT count(*) FROM account",
      offenders: """
        SELECT a.code FROM account a JOIN accountBalance b ON b.account = a.id
        WHERE b.balance < b.lowest OR b.balance > b.highest
          OR (a.isPostable = 0 AND b.balance <> 0) OR (a.closedOn IS NOT NULL AND b.balance <> 0)
        """),
    Rule(
      name: "account.limitTerms",
      meaning: Phrase(
        id: "Batas setiap akun sama dengan yang dikatakan syarat",
        en: "The limits of every account are what the terms say"),
      examined: "SELECT count(*) FROM account",
      offenders: """
        SELECT code FROM (\(AccountLimits.sql))
        WHERE keptLowest IS NOT lowest OR keptHighest IS NOT highest
        """),
    Rule(
      name: "book.sum",
      meaning: Phrase(id: "Seluruh buku berjumlah nol", en: "The whole book sums to zero"),
      examined: "SELECT 1",
      offenders: """
        SELECT printf('%d sen', sum(balance)) FROM accountBalance HAVING sum(balance) <> 0
        """),
  ]

  /// Entries that reverse another one.
  static let reversals: [Rule] = [
    Rule(
      name: "reversal.mirror",
      meaning: Phrase(
        id: "Jurnal pembalik adalah cermin jurnal asalnya", en: "A reversal mirrors its original"),
      examined: "SELECT count(*) FROM entry WHERE reverses IS NOT NULL",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e WHERE e.reverses IS NOT NULL AND EXISTS (
          SELECT 1 FROM posting p WHERE p.entry IN (e.id, e.reverses)
          GROUP BY p.account HAVING sum(p.amount) <> 0)
        """),
    Rule(
      name: "reversal.once",
      meaning: Phrase(
        id: "Tidak ada jurnal yang dibalik dua kali", en: "No entry is reversed twice"),
      examined: "SELECT count(*) FROM entry WHERE reverses IS NOT NULL",
      // The table itself is read, as the index may be what is damaged.
      offenders: """
        SELECT printf('JU-%06d', max(id)) FROM entry NOT INDEXED
        WHERE reverses IS NOT NULL GROUP BY reverses HAVING count(*) > 1
        """),
  ]
}
