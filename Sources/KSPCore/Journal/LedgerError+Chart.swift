extension LedgerError.Code {
  /// A chart of accounts contradicts itself.
  public static let chartInvalid = Self(rawValue: "chart.invalid")
  /// A role cannot be given to an account, or taken from it.
  public static let roleRefused = Self(rawValue: "role.refused")
}

extension LedgerError {
  /// A chart of accounts contradicts itself.
  package static func chartInvalid(_ reason: Phrase) -> LedgerError {
    LedgerError(
      .chartInvalid,
      message: Phrase(
        id: "Daftar akun tidak bisa dipakai: \(reason.indonesian).",
        en: "The chart of accounts cannot be used: \(reason.english)."),
      advice: Phrase(
        id: "Perbaiki baris itu; pakai daftar bawaan sebagai contoh.",
        en: "Correct that row; take the standard chart as an example."),
      remedies: [.journal(.seeStandardChart)])
  }

  /// A chart of accounts has no account for something that the program needs.
  package static func chartLacksRoles(_ missing: [AccountRole]) -> LedgerError {
    let names = missing.map(\.cited)
    return .chartInvalid(
      Phrase(
        id: "tidak ada akun dengan peran "
          + names.map(\.indonesian).joined(separator: ", "),
        en: "no account has role " + names.map(\.english).joined(separator: ", ")))
  }

  /// A role cannot be given to an account, or taken from it.
  package static func roleRefused(
    _ role: AccountRole, _ code: AccountCode, _ reason: Phrase
  ) -> LedgerError {
    LedgerError(
      .roleRefused,
      message: Phrase(
        id: "Peran \(role.cited.indonesian) di akun \(code) tidak bisa diubah: "
          + "\(reason.indonesian).",
        en: "Role \(role.cited.english) on account \(code) cannot change: \(reason.english)."),
      advice: Phrase(
        id: "Lihat akun dan perannya.",
        en: "See the accounts and their roles."),
      remedies: [.journal(.seeChart)])
  }
}
