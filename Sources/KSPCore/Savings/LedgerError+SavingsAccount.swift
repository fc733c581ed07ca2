extension LedgerError.Code {
  /// Savings that stay until the member leaves move by a decision only.
  public static let decisionMissing = Self(rawValue: "release.decisionMissing")
  /// Savings that can be withdrawn need no decision.
  public static let releaseNeedless = Self(rawValue: "release.needless")
  /// Released savings go to nobody else.
  public static let releaseToAnother = Self(rawValue: "release.toAnother")
}

extension LedgerError {
  /// Nobody has said who decided.
  package static func decisionMissing(_ code: AccountCode) -> LedgerError {
    LedgerError(
      .decisionMissing,
      message: Phrase(
        id: "Simpanan di \(code) tinggal sampai anggota keluar; tidak ada nomor keputusannya.",
        en: "The savings on \(code) stay until the member leaves; there is no number of a decision."
      ),
      advice: Phrase(
        id: "Sebutkan keputusannya, misalnya “RAT 3/2026”.",
        en: "Name the decision, such as “RAT 3/2026”."),
      remedies: [.again(.nameDecision)])
  }

  /// The product lets its savings be withdrawn.
  package static func releaseNeedless(
    _ code: AccountCode, product: SavingsProduct
  ) -> LedgerError {
    LedgerError(
      .releaseNeedless,
      message: Phrase(
        id: "\(product.name.indonesian) di \(code) boleh diambil; itu tidak perlu keputusan.",
        en: "\(product.name.english) on \(code) may be withdrawn; that needs no decision."),
      advice: Phrase(
        id: "Pakai penarikan atau pemindahan biasa.",
        en: "Use an ordinary withdrawal or transfer."),
      remedies: [.savings(.withdraw(code.text)), .savings(.transfer(from: code.text))])
  }

  /// The receiver is another member's account.
  package static func releaseToAnother(_ code: AccountCode, name: String) -> LedgerError {
    LedgerError(
      .releaseToAnother,
      message: Phrase(
        id: "\(code) milik \(name); simpanan yang dilepas tidak pindah ke anggota lain.",
        en: "\(code) belongs to \(name); released savings do not go to another member."),
      advice: Phrase(
        id: "Lepaskan ke rekening anggota itu sendiri, lalu pindahkan.",
        en: "Release them to an account of the member, and move them on."),
      remedies: [.savings(.transfer(from: nil))])
  }
}

extension LedgerError {
  /// A member has several accounts, and it is not said which is meant.
  package static func accountAmbiguous(_ codes: [AccountCode]) -> LedgerError {
    let list = codes.map(\.text).joined(separator: ", ")
    return LedgerError(
      .accountAmbiguous,
      message: Phrase(
        id: "Ada \(codes.count) rekening; belum disebut yang mana.",
        en: "There are \(codes.count) accounts; it is not said which."),
      advice: Phrase(id: "Sebut salah satu: \(list).", en: "Name one of: \(list).")
    ).stating { $0.accounts = codes }
  }

  /// The account is another member's, or in another product.
  package static func accountOfAnother(
    _ code: AccountCode, member: MemberNumber, product: ProductCode
  ) -> LedgerError {
    LedgerError(
      .accountOfAnother,
      message: Phrase(
        id: "Rekening \(code) bukan rekening \(product) anggota \(member).",
        en: "Account \(code) is no \(product) account of member \(member)."),
      advice: Phrase(
        id: "Lihat rekening anggota itu.",
        en: "See the member's accounts."),
      remedies: [.member(.see(member))])
  }

  /// There is one account of the product for each member.
  package static func accountOnlyOne(
    _ product: SavingsProduct, _ code: AccountCode
  ) -> LedgerError {
    LedgerError(
      .accountOnlyOne,
      message: Phrase(
        id: "\(product.name.indonesian) hanya satu rekening per anggota: \(code).",
        en: "There is one account of \(product.name.english) for each member: \(code)."),
      advice: Phrase(
        id: "Rekening kedua hanya untuk produk jenis sukarela.",
        en: "Only products of the kind sukarela have a second account."))
  }
}
