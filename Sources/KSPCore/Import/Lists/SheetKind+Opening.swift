extension SheetKind {
  /// Opening balances: of members' savings, a product in each row or each column, and of accounts
  /// of the chart.
  public static let opening = SheetKind(
    "opening", Phrase("saldo awal", "opening balances"), keys: ["member", "account"],
    needsAmount: true,
    [
      .member(["0001", "0002", "", ""]),
      .memberName(["Siti Aminah", "Budi Santoso", "", ""]),
      SheetColumn(
        "product", Phrase("Produk", "Product"), .text,
        names: ["produk", "jenis simpanan", "nama produk", "produk simpanan"],
        weak: ["simpanan", "jenis"]),
      SheetColumn(
        "account", Phrase("Akun", "Account"), .number,
        names: [
          "akun", "rekening", "no rekening", "nomor rekening", "kode akun", "no akun",
          "nomor akun", "kode perkiraan", "no perkiraan", "nomor perkiraan", "perkiraan", "coa",
          "account code", "account number",
        ], examples: ["", "", "1-1000", "3-2000"]),
      SheetColumn(
        "account_name", Phrase("Nama Akun", "Account Name"), .text,
        names: ["nama akun", "nama perkiraan", "nama rekening", "uraian"], isRemark: true),
      SheetColumn(
        "debit", Phrase("Debet", "Debit"), .amount, names: ["debet", "debit", "saldo debet"],
        examples: ["", "", "4450000", ""]),
      SheetColumn(
        "credit", Phrase("Kredit", "Credit"), .amount, names: ["kredit", "saldo kredit"],
        examples: ["", "", "", "2000000"]),
      SheetColumn(
        "amount", Phrase("Jumlah", "Amount"), .amount,
        names: ["jumlah", "saldo", "saldo awal", "saldo akhir", "nilai", "nominal", "balance"]),
      SheetColumn(
        "total", Phrase("Total", "Total"), .amount,
        names: [
          "jumlah total", "total simpanan", "jumlah simpanan", "total saldo", "jumlah saldo",
        ]),
      .counter, .signature,
    ])
}
