extension SheetKind {
  /// Term deposits that are running on the day of the opening balances.
  public static let termDeposits = SheetKind(
    "term-deposits", Phrase(id: "berjangka berjalan", en: "running term deposits"),
    keys: ["member"],
    [
      .member(["0001", "0002"]), .memberName(["Siti Aminah", "Budi Santoso"]),
      SheetColumn(
        "certificate", Phrase(id: "No. Bilyet", en: "Certificate"), .number,
        names: ["bilyet", "no bilyet", "nomor bilyet", "no sertifikat", "certificate no"],
        examples: ["B-118", "B-119"]),
      SheetColumn(
        "product", Phrase(id: "Produk", en: "Product"), .text,
        names: ["produk", "jenis berjangka", "nama produk"], weak: ["jenis"],
        examples: ["berjangka", "berjangka"]),
      SheetColumn(
        "principal", Phrase(id: "Nominal", en: "Principal"), .amount,
        names: ["pokok", "nilai nominal", "jumlah berjangka", "saldo berjangka", "saldo"],
        examples: ["10000000", "25000000"]),
      SheetColumn(
        "opened", Phrase(id: "Tanggal Buka", en: "Opened"), .date,
        names: [
          "dibuka", "tgl buka", "tanggal penempatan", "tgl penempatan", "tanggal mulai",
          "tgl mulai", "perpanjangan terakhir", "date", "tanggal",
        ], examples: ["2025-10-15", "2025-07-30"]),
      SheetColumn(
        "tenor", Phrase(id: "Jangka (bulan)", en: "Tenor (months)"), .count,
        names: ["jangka", "jangka waktu", "bulan", "term"], examples: ["3", "12"]),
      SheetColumn(
        "rate", Phrase(id: "Suku Jasa", en: "Rate"), .rate,
        names: [
          "suku", "suku jasa", "tingkat jasa", "suku bunga", "bunga", "tingkat bunga",
          "interest rate",
        ], weak: ["jasa"],
        examplePhrases: [
          Phrase(id: "6%/tahun", en: "6%/year"), Phrase(id: "9%/tahun", en: "9%/year"),
        ]),
      SheetColumn(
        "payout", Phrase(id: "Cara Bayar", en: "Payout"), .text,
        names: ["cara bayar", "pembayaran jasa", "bayar jasa"],
        examplePhrases: [
          Phrase(id: "simpanan", en: "savings"), Phrase(id: "jatuh-tempo", en: "maturity"),
        ]),
      SheetColumn(
        "interest_paid", Phrase(id: "Jasa Dibayar", en: "Interest Paid"), .amount,
        names: ["jasa dibayar", "jasa terbayar", "bunga dibayar"], examples: ["102000", "0"]),
      SheetColumn(
        "next_due", Phrase(id: "Tanggal Jasa Berikut", en: "Next Value Date"), .date,
        names: ["jasa berikut", "tgl jasa berikut", "tanggal valuta berikut", "next value date"],
        examples: ["2026-01-15", "2026-07-30"]),
      SheetColumn(
        "accrued", Phrase(id: "Akrual Jasa", en: "Accrued"), .amount,
        names: [
          "akrual", "jasa ymh", "jasa ymh dibayar", "bunga ymh", "bunga ymh dibayar",
          "jasa dibayar di muka", "accrued interest",
        ]),
      SheetColumn(
        "roll_over", Phrase(id: "Perpanjangan", en: "Roll Over"), .text,
        names: ["aro", "perpanjangan otomatis"]),
      SheetColumn(
        "interest_to", Phrase(id: "Jasa ke Rekening", en: "Interest To"), .number,
        names: ["jasa ke", "rekening jasa", "rekening tujuan jasa"]),
      SheetColumn(
        "heir", Phrase(id: "Ahli Waris", en: "Heir"), .text, names: ["nama ahli waris"]),
      SheetColumn(
        "heir_relation", Phrase(id: "Hubungan Ahli Waris", en: "Heir Relation"), .text,
        names: ["hubungan"]),
      .counter, .signature,
    ])
}
