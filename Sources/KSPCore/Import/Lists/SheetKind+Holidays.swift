extension SheetKind {
  /// Days without business, each with its name.
  public static let holidays = SheetKind(
    "holidays", Phrase("hari libur", "holidays"), keys: ["date"],
    [
      SheetColumn(
        "date", Phrase("Tanggal", "Date"), .date,
        names: ["tanggal", "tgl", "tanggal libur", "tgl libur", "hari libur", "day"],
        examples: ["2026-08-17", "2026-12-25"]),
      SheetColumn(
        "name", Phrase("Keterangan", "Name"), .text,
        names: [
          "keterangan", "nama", "nama libur", "nama hari libur", "libur", "uraian", "peringatan",
          "holiday", "description",
        ],
        examplePhrases: [
          Phrase("Hari Kemerdekaan", "Independence Day"), Phrase("Hari Natal", "Christmas Day"),
        ]),
      .counter, .signature,
    ])
}
