extension SheetKind {
  /// Opening balances: of members' savings, a product in each row or each column, of their running
  /// loans in the same row, and of accounts of the chart.
  public static let opening = SheetKind(
    "opening", Phrase(id: "saldo awal", en: "opening balances"), keys: ["member", "account"],
    needsAmount: true,
    [
      .member(["0001", "0002", "", ""]),
      .memberName(["Siti Aminah", "Budi Santoso", "", ""]),
      SheetColumn(
        "product", Phrase(id: "Produk", en: "Product"), .text,
        names: ["produk", "jenis simpanan", "nama produk", "produk simpanan"],
        weak: ["simpanan", "jenis"]),
      SheetColumn(
        "account", Phrase(id: "Akun", en: "Account"), .number,
        names: [
          "akun", "rekening", "no rekening", "nomor rekening", "kode akun", "no akun",
          "nomor akun", "kode perkiraan", "no perkiraan", "nomor perkiraan", "perkiraan", "coa",
          "account code", "account number",
        ], examples: ["", "", "1-1000", "3-2000"]),
      SheetColumn(
        "account_name", Phrase(id: "Nama Akun", en: "Account Name"), .text,
        names: ["nama akun", "nama perkiraan", "nama rekening", "uraian"], isRemark: true),
      SheetColumn(
        "debit", Phrase(id: "Debet", en: "Debit"), .amount,
        names: ["debet", "debit", "saldo debet"],
        examples: ["", "", "4450000", ""]),
      SheetColumn(
        "credit", Phrase(id: "Kredit", en: "Credit"), .amount, names: ["kredit", "saldo kredit"],
        examples: ["", "", "", "9000000"]),
      SheetColumn(
        "amount", Phrase(id: "Jumlah", en: "Amount"), .amount,
        names: ["jumlah", "saldo", "saldo awal", "saldo akhir", "nilai", "nominal", "balance"]),
      SheetColumn(
        "total", Phrase(id: "Total", en: "Total"), .amount,
        names: [
          "jumlah total", "total simpanan", "jumlah simpanan", "total saldo", "jumlah saldo",
        ]),
      .counter, .signature,
    ] + SheetColumn.dues(["2025-12", "2025-10", "", ""]) + loanColumns)

  /// The columns of a running loan beside the savings of its member: as ``loans`` has them, but for
  /// names that mean something else there.
  private static var loanColumns: [SheetColumn] {
    let taken: Set<String> = [
      "pokok", "saldo pokok", "saldo", "nomor", "loan", "pinjaman", "date", "tanggal", "produk",
      "nama produk",
    ]
    let renamed: [String: (name: String, heading: Phrase)] = [
      "number": ("loan_number", Phrase(id: "No. Pinjaman", en: "Loan No.")),
      "product": ("loan_product", Phrase(id: "Produk Pinjaman", en: "Loan Product")),
    ]
    let own = ["member", "name", "counter", "signature"]
    return loans.columns.filter { !own.contains($0.name) }.map { column in
      let (name, heading) = renamed[column.name] ?? (column.name, column.heading)
      // One word for a loan above amounts is what is left of it.
      let more = column.name == "outstanding" ? ["pinjaman", "loan", "loans"] : []
      return SheetColumn(
        name, heading, column.content,
        names: column.names.filter { !taken.contains($0) } + more,
        examplePhrases: column.examples.isEmpty
          ? [] : [column.examples[0]])
    }
  }
}
