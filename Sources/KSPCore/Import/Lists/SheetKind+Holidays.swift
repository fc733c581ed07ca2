extension SheetKind {
  /// Days without business, each with its name.
  public static let holidays = SheetKind(
    "holidays", Phrase(id: "hari libur", en: "holidays"), keys: ["date"],
    [
      SheetColumn(
        "date", Phrase(id: "Tanggal", en: "Date"), .date,
        names: ["tanggal", "tgl", "tanggal libur", "tgl libur", "hari libur", "day"],
        examples: ["2026-08-17", "2026-12-25"]),
      SheetColumn(
        "name", Phrase(id: "Keterangan", en: "Name"), .text,
        names: [
          "keterangan", "nama", "nama libur", "nama hari libur", "libur", "uraian", "peringatan",
          "holiday", "description",
        ],
        examplePhrases: [
          Phrase(id: "Hari Kemerdekaan", en: "Independence Day"),
          Phrase(id: "Hari Natal", en: "Christmas Day"),
        ]),
      .counter, .signature,
    ])
}
