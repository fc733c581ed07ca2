extension SheetKind {
  /// Deposits, withdrawals, fees and interest of members.
  public static let transactions = SheetKind(
    "transactions", Phrase(id: "transaksi", en: "transactions"), keys: ["member"],
    [
      SheetColumn(
        "date", Phrase(id: "Tanggal", en: "Date"), .date,
        names: ["tanggal", "tgl", "tanggal transaksi", "tgl transaksi", "transaction date"],
        examples: ["2026-01-06", "2026-01-12"]),
      .member(["0001", "0002"]),
      .memberName([]),
      SheetColumn(
        "product", Phrase(id: "Produk", en: "Product"), .text,
        names: ["produk", "jenis simpanan", "nama produk", "produk simpanan"], weak: ["simpanan"],
        examples: ["wajib", "sukarela"]),
      SheetColumn(
        "type", Phrase(id: "Jenis", en: "Type"), .text,
        names: ["jenis", "jenis transaksi", "transaksi", "tipe", "kode transaksi"],
        examplePhrases: [
          Phrase(id: "setoran", en: "deposit"), Phrase(id: "penarikan", en: "withdrawal"),
        ]),
      SheetColumn(
        "amount", Phrase(id: "Jumlah", en: "Amount"), .amount,
        names: ["jumlah", "nominal", "nilai"],
        examples: ["25000", "1500000"]),
      SheetColumn(
        "deposit", Phrase(id: "Masuk", en: "In"), .amount,
        names: ["setoran", "setor", "masuk", "penyetoran", "deposits", "uang masuk"]),
      SheetColumn(
        "withdrawal", Phrase(id: "Keluar", en: "Out"), .amount,
        names: ["penarikan", "tarik", "keluar", "pengambilan", "withdrawals", "uang keluar"]),
      SheetColumn(
        "account", Phrase(id: "Rekening", en: "Account"), .number,
        names: ["rekening", "no rekening", "nomor rekening"]),
      SheetColumn(
        "counterpart", Phrase(id: "Akun Lawan", en: "Other Account"), .text,
        names: [
          "akun lawan", "lawan", "rekening lawan", "akun", "kode akun", "no akun", "nomor akun",
          "akun kas", "kas bank", "kas/bank", "contra account", "counter account",
        ],
        examplePhrases: [Phrase(id: "1-1100", en: "1-1100"), Phrase(id: "", en: "")]),
      SheetColumn(
        "from", Phrase(id: "Dari", en: "From"), .text,
        names: ["dari", "dari akun", "dari rekening", "akun asal", "asal dana", "from account"]),
      SheetColumn(
        "to", Phrase(id: "Ke", en: "To"), .text,
        names: ["ke", "ke akun", "ke rekening", "akun tujuan", "tujuan dana", "to account"]),
      SheetColumn(
        "reference", Phrase(id: "Referensi", en: "Reference"), .number,
        names: [
          "referensi", "ref", "no ref", "no referensi", "nomor referensi", "no bukti",
          "nomor bukti", "bukti", "no kwitansi", "kwitansi", "no slip", "no transaksi",
          "nomor transaksi", "voucher",
        ], examples: ["BK-01", "BK-02"]),
      SheetColumn(
        "memo", Phrase(id: "Keterangan", en: "Memo"), .text,
        names: ["keterangan", "uraian", "catatan", "remarks", "description"], weak: ["ket"],
        examplePhrases: [Phrase(id: "iuran wajib", en: "monthly due"), Phrase(id: "", en: "")]),
      SheetColumn(
        "months", Phrase(id: "Bulan jasa", en: "Months of interest"), .text,
        names: ["bulan jasa", "jasa bulan", "months of interest"]),
      .counter, .signature,
    ])
}
