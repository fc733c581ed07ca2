extension SheetKind {
  /// A collector's list as it comes back: what was collected on each line.
  public static let collection = SheetKind(
    "collection", Phrase(id: "daftar tagih yang kembali", en: "collection list returned"),
    keys: ["line"],
    [
      SheetColumn(
        "line", Phrase(id: "No", en: "No"), .number, names: ["no", "nomor", "baris", "no baris"],
        examples: ["1", "2"]),
      SheetColumn(
        "round", Phrase(id: "Putaran", en: "Round"), .text, names: ["putaran", "round"]),
      .member(["0001", "0002"]),
      .memberName(["Siti Aminah", "Budi Santoso"]),
      SheetColumn(
        "target", Phrase(id: "Untuk", en: "For"), .text,
        names: ["untuk", "for", "akun lawan", "other side"]),
      SheetColumn(
        "due", Phrase(id: "Tagihan", en: "Due"), .amount, names: ["tagihan", "jatuh tempo", "due"],
        isRemark: true),
      SheetColumn(
        "collected", Phrase(id: "Diterima", en: "Collected"), .amount,
        names: ["diterima", "tertagih", "jumlah diterima", "terima", "jumlah", "amount"],
        examples: ["20000", "150000"]),
      SheetColumn(
        "voucher", Phrase(id: "Bukti", en: "Voucher"), .text, names: ["bukti", "voucher"],
        isRemark: true),
      .signature,
    ])
}
