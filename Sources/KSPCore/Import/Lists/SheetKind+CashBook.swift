extension SheetKind {
  /// A month of the cash book as treasurers keep it (buku kas umum). `CashSheet` reads it; it is no
  /// list with a template.
  static let cashBook = SheetKind(
    "cash-book", Phrase(id: "buku kas", en: "cash book"), keys: ["description"],
    [
      SheetColumn(
        "number", Phrase(id: "No.", en: "No."), .count,
        names: ["no", "nomor", "no urut", "nomor urut", "urut"], isRemark: true),
      SheetColumn(
        "date", Phrase(id: "Tanggal", en: "Date"), .date,
        names: ["tanggal", "tgl", "hari tanggal", "tanggal transaksi"]),
      SheetColumn(
        "description", Phrase(id: "Uraian", en: "Description"), .text,
        names: [
          "uraian", "uraian transaksi", "keterangan transaksi", "transaksi", "deskripsi",
          "uraian kegiatan",
        ]),
      SheetColumn(
        "voucher", Phrase(id: "Bukti", en: "Voucher"), .text,
        names: ["bukti", "no bukti", "nomor bukti", "kode bukti", "kwitansi"]),
      SheetColumn(
        "in", Phrase(id: "Debet", en: "In"), .amount,
        names: ["debet", "debit", "masuk", "penerimaan", "pemasukan", "kas masuk", "terima"]),
      SheetColumn(
        "out", Phrase(id: "Kredit", en: "Out"), .amount,
        names: ["kredit", "credit", "keluar", "pengeluaran", "kas keluar", "bayar"]),
      SheetColumn(
        "balance", Phrase(id: "Saldo", en: "Balance"), .amount,
        names: ["saldo", "saldo akhir", "sisa"]),
      SheetColumn(
        "remark", Phrase(id: "Keterangan", en: "Remark"), .text,
        names: ["keterangan", "ket", "catatan", "remarks"]),
      .signature,
    ])
}
