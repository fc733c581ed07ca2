extension SheetKind {
  /// What a payroll office deducted: one sum for each member or loan, or a column for each part.
  public static let payroll = SheetKind(
    "payroll", Phrase(id: "daftar potong gaji", en: "payroll list"), keys: ["member", "loan"],
    needsAmount: true,
    [
      .member(["0001", "0002"]),
      .memberName(["Siti Aminah", "Budi Santoso"]),
      SheetColumn(
        "loan", Phrase(id: "No. Pinjaman", en: "Loan No."), .number,
        names: ["pinjaman", "no pinjaman", "nomor pinjaman", "loan number"]),
      SheetColumn(
        "amount", Phrase(id: "Jumlah", en: "Amount"), .amount,
        names: [
          "jumlah", "nominal", "potongan", "jumlah potongan", "nilai", "potong gaji",
          "jumlah potong",
        ]),
      SheetColumn(
        "installment", Phrase(id: "Angsuran", en: "Installment"), .amount,
        names: [
          "angsuran", "angsuran pinjaman", "cicilan", "cicilan pinjaman", "potongan pinjaman",
          "potongan angsuran", "jumlah angsuran",
        ], examples: ["1180000", "590000"]),
      SheetColumn(
        "total", Phrase(id: "Total", en: "Total"), .amount,
        names: ["jumlah total", "total potongan", "grand total"], examples: ["1230000", "690000"]),
      .counter, .signature,
    ])
}
