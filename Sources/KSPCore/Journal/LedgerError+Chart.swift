extension LedgerError.Code {
  /// A chart of accounts contradicts itself.
  public static let chartInvalid = Self(rawValue: "chart.invalid")
  /// A role cannot be given to an account, or taken from it.
  public static let roleRefused = Self(rawValue: "role.refused")
}

extension LedgerError {
  /// A chart of accounts contradicts itself.
  public static func chartInvalid(_ reason: Phrase) -> LedgerError {
    LedgerError(
      .chartInvalid,
      message: Phrase(
        id: "Daftar akun tidak bisa dipakai: \(reason.indonesian).",
        en: "The chart of accounts cannot be used: \(reason.english)."),
      advice: Phrase(
        id: "Perbaiki baris itu; simpan daftar bawaan dengan ksp init --show-chart sebagai contoh.",
        en: "Correct that row; save the standard chart with ksp init --show-chart as an example."))
  }

  /// A chart of accounts has no account for something that the program needs.
  public static func chartLacksRoles(_ missing: [AccountRole]) -> LedgerError {
    let list = missing.map(\.rawValue).joined(separator: ", ")
    return .chartInvalid(
      Phrase(id: "tidak ada akun dengan peran \(list)", en: "no account has role \(list)"))
  }

  /// A role cannot be given to an account, or taken from it.
  public static func roleRefused(
    _ role: AccountRole, _ code: AccountCode, _ reason: Phrase
  ) -> LedgerError {
    LedgerError(
      .roleRefused,
      message: Phrase(
        id: "Peran \(role.rawValue) di akun \(code) tidak bisa diubah: \(reason.indonesian).",
        en: "Role \(role.rawValue) on account \(code) cannot change: \(reason.english)."),
      advice: Phrase(
        id: "Lihat akun dan perannya dengan ksp chart show.",
        en: "See the accounts and their roles with ksp chart show."))
  }
}
