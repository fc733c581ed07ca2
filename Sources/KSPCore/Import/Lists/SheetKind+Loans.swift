extension SheetKind {
  /// Loans that are running on the day of the opening balances.
  public static let loans = SheetKind(
    "loans", Phrase(id: "pinjaman berjalan", en: "running loans"), keys: ["member"],
    [
      SheetColumn(
        "number", Phrase(id: "No. Pinjaman", en: "Loan No."), .number,
        names: [
          "nomor", "loan", "pinjaman", "no pinjaman", "nomor pinjaman", "loan number", "loan no",
          "no kontrak", "no akad", "nomor akad", "no spk", "no perjanjian",
        ], examples: ["P-118", "P-119"]),
      SheetColumn(
        "member", Phrase(id: "No. Anggota", en: "Member No."), .number,
        names: SheetColumn.memberNumbers.filter { $0 != "nomor" && $0 != "number" }, weak: ["no"],
        examples: ["0001", "0002"]),
      .memberName(["Siti Aminah", "Budi Santoso"]),
      SheetColumn(
        "product", Phrase(id: "Produk", en: "Product"), .text,
        names: ["produk", "jenis pinjaman", "nama produk", "produk pinjaman"], weak: ["jenis"],
        examples: ["flat", "menurun"]),
      SheetColumn(
        "principal", Phrase(id: "Plafon", en: "Principal"), .amount,
        names: [
          "pokok", "plafon", "plafond", "pokok pinjaman", "jumlah pinjaman", "plafon pinjaman",
          "besar pinjaman", "nilai pinjaman", "pinjaman pokok", "loan amount",
        ], examples: ["12000000", "6000000"]),
      SheetColumn(
        "disbursed", Phrase(id: "Tanggal Cair", en: "Disbursed"), .date,
        names: [
          "cair", "tgl cair", "tanggal pencairan", "tgl pencairan", "tanggal realisasi",
          "tgl realisasi", "tanggal pinjam", "tgl pinjam", "tanggal pinjaman", "tgl pinjaman",
          "tanggal akad", "tgl akad", "disbursement date", "date", "tanggal",
        ], examples: ["2025-07-15", "2025-10-01"]),
      SheetColumn(
        "term", Phrase(id: "Jangka Waktu", en: "Term"), .count,
        names: [
          "jangka", "jangka waktu", "tenor", "lama angsuran", "jumlah angsuran", "kali angsuran",
        ],
        examples: ["12", "6"]),
      SheetColumn(
        "rate", Phrase(id: "Suku Jasa", en: "Rate"), .rate,
        names: [
          "suku", "suku jasa", "tingkat jasa", "suku bunga", "bunga", "tingkat bunga",
          "persen jasa", "jasa persen",
          "interest rate",
        ], weak: ["jasa"],
        examplePhrases: [
          Phrase(id: "1,5%/bulan", en: "1.5%/month"), Phrase(id: "2%/bulan", en: "2%/month"),
        ]),
      SheetColumn(
        "first_due", Phrase(id: "Jatuh Tempo Pertama", en: "First Due"), .date,
        names: [
          "tempo pertama", "jatuh tempo pertama", "angsuran pertama", "tgl angsuran pertama",
          "tanggal angsuran pertama", "mulai angsur",
        ]),
      SheetColumn(
        "outstanding", Phrase(id: "Sisa Pokok", en: "Outstanding"), .amount,
        names: [
          "sisa", "sisa pokok", "sisa pinjaman", "saldo pinjaman", "saldo pokok", "baki debet",
          "outstanding principal", "saldo",
        ], examples: ["7000000", "4000000"]),
      SheetColumn(
        "interest_arrears", Phrase(id: "Tunggakan Jasa", en: "Interest Arrears"), .amount,
        names: ["tunggakan jasa", "tunggakan bunga"], examples: ["0", "0"]),
      SheetColumn(
        "interest_ahead", Phrase(id: "Jasa di Muka", en: "Interest Ahead"), .amount,
        names: ["jasa di muka", "bunga di muka"]),
      SheetColumn(
        "paid_until", Phrase(id: "Lunas Sampai", en: "Paid Until"), .date,
        names: ["lunas sampai", "terbayar sampai", "lunas s d"]),
      SheetColumn(
        "principal_arrears", Phrase(id: "Tunggakan Pokok", en: "Principal Arrears"), .amount,
        names: ["tunggakan pokok"]),
      SheetColumn(
        "late_fee", Phrase(id: "Denda", en: "Late Fee"), .amount,
        names: ["denda", "tunggakan denda"]),
      SheetColumn(
        "administration", Phrase(id: "Administrasi", en: "Administration"), .amount,
        names: [
          "administrasi", "adm", "biaya administrasi", "biaya adm", "administrasi angsuran",
          "adm angsuran", "administration fee",
        ]),
      SheetColumn(
        "administration_arrears",
        Phrase(id: "Tunggakan Administrasi", en: "Administration Arrears"),
        .amount, names: ["tunggakan administrasi", "tunggakan adm"]),
      SheetColumn(
        "administration_ahead", Phrase(id: "Administrasi di Muka", en: "Administration Ahead"),
        .amount,
        names: ["administrasi di muka", "adm di muka"]),
      SheetColumn(
        "collateral", Phrase(id: "Agunan", en: "Collateral"), .text, names: ["agunan", "jaminan"]),
      SheetColumn(
        "collateral_kind", Phrase(id: "Jenis Agunan", en: "Collateral Kind"), .text,
        names: ["jenis agunan", "jenis jaminan"]),
      SheetColumn(
        "collateral_value", Phrase(id: "Nilai Agunan", en: "Collateral Value"), .amount,
        names: ["nilai agunan", "nilai jaminan", "taksiran agunan"]),
      SheetColumn(
        "guarantors", Phrase(id: "Penjamin", en: "Guarantors"), .text,
        names: ["penjamin", "penanggung"]),
      .counter, .signature,
    ])
}
