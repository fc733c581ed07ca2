extension LedgerError.Code {
  /// There is no fixed asset with the number.
  public static let assetUnknown = Self(rawValue: "asset.unknown")
  /// The number belongs to another fixed asset.
  public static let assetExists = Self(rawValue: "asset.exists")
  /// What is said of a fixed asset cannot be.
  public static let assetTermsUnfit = Self(rawValue: "asset.termsUnfit")
  /// The cooperative no longer has the fixed asset.
  public static let assetDisposed = Self(rawValue: "asset.disposed")
  /// Something was written off of the fixed asset, or it was disposed of.
  public static let assetInUse = Self(rawValue: "asset.inUse")
  /// A fixed asset is to be disposed of, and nothing says why.
  public static let assetReasonMissing = Self(rawValue: "asset.reasonMissing")
}

extension LedgerError {
  /// There is no fixed asset with the number.
  package static func assetUnknown(_ number: AssetNumber) -> LedgerError {
    LedgerError(
      .assetUnknown, category: .missing,
      message: Phrase(
        id: "Tidak ada aset “\(number)” di daftar inventaris.",
        en: "There is no asset “\(number)” in the register."),
      advice: Phrase(id: "Lihat daftarnya.", en: "See the register."),
      remedies: [.journal(.seeAssets)])
  }

  /// The number belongs to another fixed asset.
  package static func assetExists(_ number: AssetNumber, name: String) -> LedgerError {
    LedgerError(
      .assetExists,
      message: Phrase(
        id: "Nomor \(number) sudah dipakai: \(name).",
        en: "The number \(number) is taken: \(name)."),
      advice: Phrase(
        id: "Beri nomor lain, atau jangan sebut nomor: yang berikutnya dipakai.",
        en: "Give another number, or none: the next one is used."),
      remedies: [.journal(.seeAssets)])
  }

  /// What is said of a fixed asset cannot be.
  package static func assetTermsUnfit(_ reason: Phrase) -> LedgerError {
    LedgerError(
      .assetTermsUnfit,
      message: Phrase(
        id: "Aset ini tidak bisa dicatat: \(reason.indonesian).",
        en: "This asset cannot be entered: \(reason.english)."),
      advice: Phrase(
        id: "Betulkan harga, nilai sisa, umur atau yang sudah disusutkan.",
        en: "Set its cost, what is left of it, its life or what was written off right."))
  }

  /// The cooperative no longer has the fixed asset.
  package static func assetDisposed(_ number: AssetNumber, on date: BookDate) -> LedgerError {
    LedgerError(
      .assetDisposed,
      message: Phrase(
        id: "Aset \(number) sudah dilepas tanggal \(date).",
        en: "Asset \(number) was disposed of on \(date)."),
      advice: Phrase(
        id: "Kalau keliru, balik bukti pelepasannya.",
        en: "If that was a mistake, reverse the voucher of it."),
      remedies: [.journal(.seeAssets)])
  }

  /// Something was written off of the fixed asset, or it was disposed of.
  package static func assetInUse(_ number: AssetNumber) -> LedgerError {
    LedgerError(
      .assetInUse,
      message: Phrase(
        id: "Aset \(number) sudah disusutkan atau dilepas; pembeliannya tidak bisa dibalik lagi.",
        en: "Asset \(number) was written off in part or disposed of; its purchase can no longer be "
          + "reversed."),
      advice: Phrase(
        id: "Balik dulu bukti pelepasannya, atau lepas aset itu dengan alasannya.",
        en: "Reverse the voucher of its disposal first, or dispose of it and say why."),
      remedies: [.journal(.seeAssets)])
  }

  /// A fixed asset is to be disposed of, and nothing says why.
  package static func assetReasonMissing(_ number: AssetNumber) -> LedgerError {
    LedgerError(
      .assetReasonMissing,
      message: Phrase(
        id: "Aset \(number) mau dilepas, tetapi alasannya tidak ditulis.",
        en: "Asset \(number) is to be disposed of, but nothing says why."),
      advice: Phrase(
        id: "Tulis alasannya, misalnya “dijual” atau “rusak, berita acara 3”.",
        en: "Say why, such as “sold” or “broken, report 3”."),
      remedies: [.again(.giveReason)])
  }
}
