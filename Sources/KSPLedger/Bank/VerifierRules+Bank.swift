import KSPCore

extension VerifierRules {
  /// Statements of banks and what they were ticked against.
  static let bank: [Rule] = [
    Rule(
      name: "bank.lines",
      meaning: Phrase(
        id: "Saldo setiap baris mutasi bank adalah saldo sebelumnya dan mutasinya",
        en: "The balance of every bank line is the one before with its amount"),
      examined: "SELECT count(*) FROM bankLine",
      offenders: """
        SELECT printf('%s %d', ifnull(a.code, '#' || l.account), l.number) FROM bankLine l
        LEFT JOIN account a ON a.id = l.account
        LEFT JOIN bankLine b ON b.account = l.account AND b.number = l.number - 1
        WHERE l.number > 1 AND l.balance IS NOT b.balance + l.amount
        """),
    Rule(
      name: "bank.matches",
      meaning: Phrase(
        id: "Baris bank yang dicocokkan sama jumlahnya dengan buktinya, setiap bukti satu kali",
        en: "Bank lines are ticked against vouchers of their amount, each voucher once"),
      examined: "SELECT count(*) FROM bankMatch",
      offenders: """
        WITH ticked AS (
          SELECT m.account, m.number, m.voucher FROM bankMatch m WHERE m.voucher IS NOT NULL
            AND m.version = (SELECT max(version) FROM bankMatch o
              WHERE o.account = m.account AND o.number = m.number))
        SELECT printf('JU-%06d', t.voucher) FROM ticked t
        JOIN bankLine l ON l.account = t.account AND l.number = t.number
        WHERE l.amount <> ifnull((SELECT sum(p.amount) FROM posting p
          WHERE p.entry = t.voucher AND p.account = t.account), 0)
        UNION ALL
        SELECT printf('JU-%06d', voucher) FROM ticked GROUP BY account, voucher
        HAVING count(*) > 1
        """),
  ]
}
