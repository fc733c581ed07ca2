extension LedgerError {
  /// A member has several accounts, and it is not said which is meant.
  public static func accountAmbiguous(_ codes: [AccountCode]) -> LedgerError {
    let list = codes.map(\.text).joined(separator: ", ")
    return LedgerError(
      .accountAmbiguous,
      message: Phrase(
        "Ada \(codes.count) rekening; belum disebut yang mana.",
        "There are \(codes.count) accounts; it is not said which."),
      advice: Phrase("Sebut salah satu: \(list).", "Name one of: \(list)."))
  }

  /// The account is another member's, or in another product.
  public static func accountOfAnother(
    _ code: AccountCode, member: String, product: String
  ) -> LedgerError {
    LedgerError(
      .accountOfAnother,
      message: Phrase(
        "Rekening \(code) bukan rekening \(product) anggota \(member).",
        "Account \(code) is no \(product) account of member \(member)."),
      advice: Phrase(
        "Lihat rekening anggota itu dengan ksp member show \(member).",
        "See the member's accounts with ksp member show \(member)."))
  }

  /// There is one account of the product for each member.
  public static func accountOnlyOne(
    _ product: SavingsProduct, _ code: AccountCode
  ) -> LedgerError {
    LedgerError(
      .accountOnlyOne,
      message: Phrase(
        "\(product.name.indonesian) hanya satu rekening per anggota: \(code).",
        "There is one account of \(product.name.english) for each member: \(code)."),
      advice: Phrase(
        "Rekening kedua hanya untuk produk jenis sukarela.",
        "Only products of the kind sukarela have a second account."))
  }
}
