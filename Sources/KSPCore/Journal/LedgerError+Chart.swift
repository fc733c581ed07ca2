extension LedgerError.Code {
  /// A chart of accounts contradicts itself.
  public static let chartInvalid = Self(rawValue: "chart.invalid")
}

extension LedgerError {
  /// A chart of accounts contradicts itself.
  public static func chartInvalid(_ reason: Phrase) -> LedgerError {
    LedgerError(
      .chartInvalid,
      message: Phrase(
        "Daftar akun tidak bisa dipakai: \(reason.indonesian).",
        "The chart of accounts cannot be used: \(reason.english)."),
      advice: Phrase(
        "Perbaiki baris itu; simpan daftar bawaan dengan ksp init --show-chart sebagai contoh.",
        "Correct that row; save the standard chart with ksp init --show-chart as an example."))
  }

  /// A chart of accounts has no account for something that the program needs.
  public static func chartLacksRoles(_ missing: [AccountRole]) -> LedgerError {
    let list = missing.map(\.rawValue).joined(separator: ", ")
    return .chartInvalid(
      Phrase("tidak ada akun dengan peran \(list)", "no account has role \(list)"))
  }
}
