extension SheetKind {
  /// The statement of a bank: each line with the balance after it.
  public static let bank = SheetKind(
    "bank", Phrase(id: "mutasi bank", en: "bank statement"), keys: ["date"], needsAmount: true,
    [
      SheetColumn(
        "date", Phrase(id: "Tanggal", en: "Date"), .date,
        names: [
          "tanggal", "tgl", "tanggal transaksi", "tgl transaksi", "tanggal posting", "tgl posting",
          "posting date", "transaction date", "post date", "value date", "tanggal mutasi",
        ],
        examples: ["2026-01-05", "2026-01-31"]),
      SheetColumn(
        "description", Phrase(id: "Keterangan", en: "Description"), .text,
        names: [
          "keterangan", "uraian", "uraian transaksi", "deskripsi", "keterangan transaksi", "remark",
          "remarks", "details", "berita", "transaksi",
        ],
        examplePhrases: [
          Phrase(id: "TRSF DARI KAS", en: "TRANSFER FROM CASH"),
          Phrase(id: "BIAYA ADM", en: "ADMIN FEE"),
        ]),
      SheetColumn(
        "amount", Phrase(id: "Jumlah", en: "Amount"), .amount,
        names: ["jumlah", "nominal", "mutasi", "nilai"]),
      SheetColumn(
        "debit", Phrase(id: "Debet", en: "Debit"), .amount,
        names: ["debet", "debit", "keluar", "penarikan", "withdrawal", "withdrawals", "db"],
        examples: ["0", "15000"]),
      SheetColumn(
        "credit", Phrase(id: "Kredit", en: "Credit"), .amount,
        names: ["kredit", "masuk", "setoran", "deposit", "deposits", "cr"],
        examples: ["500000", "0"]),
      SheetColumn(
        "mark", Phrase(id: "D/K", en: "D/C"), .text,
        names: ["d/k", "d/c", "dk", "dc", "db/cr", "jenis", "tipe", "type"]),
      SheetColumn(
        "balance", Phrase(id: "Saldo", en: "Balance"), .amount,
        names: ["saldo", "saldo akhir", "running balance", "closing balance"],
        examples: ["500000", "485000"]),
      .counter, .signature,
    ])
}
