extension SheetKind {
  /// A payroll list as the paymaster returns it: what was deducted from each member.
  public static let claim = SheetKind(
    "claim", Phrase(id: "hasil potong gaji", en: "payroll list returned"), keys: ["member"],
    [
      .member(["0001", "0002"]),
      .memberName(["Siti Aminah", "Budi Santoso"]),
      SheetColumn(
        "phone", Phrase(id: "Telepon", en: "Telephone"), .text, names: ["telepon", "hp", "no hp"],
        isRemark: true),
      SheetColumn(
        "asked", Phrase(id: "Diminta", en: "Asked"), .amount,
        names: ["diminta", "tagihan", "ditagih", "jumlah tagihan"],
        examples: ["1230000", "690000"]),
      SheetColumn(
        "deducted", Phrase(id: "Dipotong", en: "Deducted"), .amount,
        names: [
          "dipotong", "jumlah dipotong", "potongan", "jumlah potongan", "realisasi", "terpotong",
          "jumlah", "amount",
        ], examples: ["1230000", "690000"]),
      SheetColumn(
        "open", Phrase(id: "Belum dipotong", en: "Not deducted"), .amount,
        names: ["belum dipotong", "belum dibayar", "sisa"], isRemark: true),
      SheetColumn(
        "for", Phrase(id: "Untuk", en: "For"), .text, names: ["untuk", "rincian"],
        isRemark: true),
      .counter, .signature,
    ])
}
