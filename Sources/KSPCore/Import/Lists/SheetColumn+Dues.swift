extension SheetColumn {
  /// Where members stand with their dues: the last month that is paid, or what is owed.
  static func dues(_ examples: [String]) -> [SheetColumn] {
    [
      SheetColumn(
        "dues_paid_until", Phrase(id: "Wajib Lunas Sampai", en: "Dues Paid Until"), .text,
        names: [
          "wajib lunas sampai", "lunas wajib sampai", "wajib lunas s/d", "wajib lunas sd",
          "simpanan wajib lunas sampai",
        ], examples: examples),
      SheetColumn(
        "dues_arrears", Phrase(id: "Tunggakan Wajib", en: "Dues Owed"), .amount,
        names: ["tunggakan wajib", "tunggakan simpanan wajib", "wajib tertunggak", "dues arrears"]),
    ]
  }
}
