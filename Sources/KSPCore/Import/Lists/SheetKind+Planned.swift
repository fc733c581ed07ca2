extension SheetKind {
  /// Planned savings that are running on the day of the opening balances.
  public static let planned = SheetKind(
    "planned", Phrase(id: "simpanan berencana berjalan", en: "running planned savings"),
    keys: ["member"],
    [
      .member(["0001", "0002"]), .memberName(["Siti Aminah", "Budi Santoso"]),
      SheetColumn(
        "product", Phrase(id: "Produk", en: "Product"), .text,
        names: ["produk", "jenis simpanan", "nama produk"], weak: ["jenis"],
        examples: ["berencana", "berencana"]),
      SheetColumn(
        "monthly", Phrase(id: "Setoran per Bulan", en: "Monthly"), .amount,
        names: ["setoran", "setoran bulanan", "per bulan", "setoran tiap bulan", "a month"],
        examples: ["100000", "250000"]),
      SheetColumn(
        "opened", Phrase(id: "Tanggal Buka", en: "Opened"), .date,
        names: ["dibuka", "tgl buka", "tanggal mulai", "tgl mulai", "date", "tanggal"],
        examples: ["2025-05-12", "2025-09-03"]),
      SheetColumn(
        "tenor", Phrase(id: "Jangka (bulan)", en: "Tenor (months)"), .count,
        names: ["jangka", "jangka waktu", "term"], examples: ["24", "12"]),
      SheetColumn(
        "months_paid", Phrase(id: "Bulan Lunas", en: "Months Paid"), .count,
        names: ["bulan lunas", "lunas", "bulan dibayar", "setoran ke", "paid"],
        examples: ["8", "3"]),
      SheetColumn(
        "missed", Phrase(id: "Bulan Tertunggak", en: "Months Missed"), .count,
        names: ["tertunggak", "menunggak", "bulan menunggak", "missed months"],
        examples: ["0", "1"]),
      SheetColumn(
        "interest", Phrase(id: "Jasa di Saldo", en: "Interest in the Balance"), .amount,
        names: ["jasa", "bunga", "jasa masuk", "interest"], examples: ["14000", "0"]),
      SheetColumn(
        "rate", Phrase(id: "Suku Jasa", en: "Rate"), .rate,
        names: ["suku", "suku jasa", "tingkat jasa", "suku bunga", "interest rate"]),
      SheetColumn(
        "lapsed_rate", Phrase(id: "Suku Gugur", en: "Lapsed Rate"), .rate,
        names: ["suku gugur", "suku setelah gugur"]),
      SheetColumn(
        "misses", Phrase(id: "Gugur Setelah", en: "Lapses After"), .count,
        names: ["gugur setelah", "batas tunggakan"]),
      SheetColumn(
        "pay_to", Phrase(id: "Cair ke Rekening", en: "Paid To"), .number,
        names: ["cair ke", "rekening tujuan", "tujuan"]),
      .counter, .signature,
    ])
}
