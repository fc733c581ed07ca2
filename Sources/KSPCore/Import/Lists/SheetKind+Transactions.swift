extension SheetKind {
  /// Deposits, withdrawals, fees and interest of members.
  public static let transactions = SheetKind(
    "transactions", Phrase("transaksi", "transactions"), keys: ["member"],
    [
      SheetColumn(
        "date", Phrase("Tanggal", "Date"), .date,
        names: ["tanggal", "tgl", "tanggal transaksi", "tgl transaksi", "transaction date"],
        examples: ["2026-01-06", "2026-01-12"]),
      .member(["0001", "0002"]),
      .memberName([]),
      SheetColumn(
        "product", Phrase("Produk", "Product"), .text,
        names: ["produk", "jenis simpanan", "nama produk", "produk simpanan"], weak: ["simpanan"],
        examples: ["wajib", "sukarela"]),
      SheetColumn(
        "type", Phrase("Jenis", "Type"), .text,
        names: ["jenis", "jenis transaksi", "transaksi", "tipe", "kode transaksi"],
        examplePhrases: [Phrase("setoran", "deposit"), Phrase("penarikan", "withdrawal")]),
      SheetColumn(
        "amount", Phrase("Jumlah", "Amount"), .amount, names: ["jumlah", "nominal", "nilai"],
        examples: ["25000", "1500000"]),
      SheetColumn(
        "deposit", Phrase("Masuk", "In"), .amount,
        names: ["setoran", "setor", "masuk", "penyetoran", "deposits", "uang masuk"]),
      SheetColumn(
        "withdrawal", Phrase("Keluar", "Out"), .amount,
        names: ["penarikan", "tarik", "keluar", "pengambilan", "withdrawals", "uang keluar"]),
      SheetColumn(
        "account", Phrase("Rekening", "Account"), .number,
        names: ["rekening", "no rekening", "nomor rekening"]),
      SheetColumn(
        "counterpart", Phrase("Akun Lawan", "Other Account"), .text,
        names: [
          "akun lawan", "lawan", "rekening lawan", "akun", "kode akun", "no akun", "nomor akun",
          "akun kas", "kas bank", "kas/bank", "contra account", "counter account",
        ],
        examplePhrases: [Phrase("1-1100", "1-1100"), Phrase("", "")]),
      SheetColumn(
        "from", Phrase("Dari", "From"), .text,
        names: ["dari", "dari akun", "dari rekening", "akun asal", "asal dana", "from account"]),
      SheetColumn(
        "to", Phrase("Ke", "To"), .text,
        names: ["ke", "ke akun", "ke rekening", "akun tujuan", "tujuan dana", "to account"]),
      SheetColumn(
        "reference", Phrase("Referensi", "Reference"), .number,
        names: [
          "referensi", "ref", "no ref", "no referensi", "nomor referensi", "no bukti",
          "nomor bukti", "bukti", "no kwitansi", "kwitansi", "no slip", "no transaksi",
          "nomor transaksi", "voucher",
        ], examples: ["BK-01", "BK-02"]),
      SheetColumn(
        "memo", Phrase("Keterangan", "Memo"), .text,
        names: ["keterangan", "uraian", "catatan", "remarks", "description"], weak: ["ket"],
        examplePhrases: [Phrase("iuran wajib", "monthly due"), Phrase("", "")]),
      SheetColumn(
        "months", Phrase("Bulan jasa", "Months of interest"), .text,
        names: ["bulan jasa", "jasa bulan", "months of interest"]),
      .counter, .signature,
    ])
}
