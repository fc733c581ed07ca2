import KSPCore

/// The first parts of the kinds of events, for people: `member` and `anggota` are all that happened
/// to members.
enum EventGroup: String, CaseIterable {
  case book, setting, account, role, officer, savingsProduct, savingsTerms, loanProduct, loanTerms
  case taxRule, holiday, member, leaver, dues, deposit, interest, hold, order, fee, planned
  case accrual, loan, claim, insurance, cash, cashBook, till, bank, asset, tax, month, year, shu
  case backup, entry
}

extension EventGroup: OptionWord {
  static var indonesian: [(word: String, value: EventGroup)] {
    [
      ("buku", .book), ("pengaturan", .setting), ("akun", .account), ("peran", .role),
      ("petugas", .officer), ("produk-simpanan", .savingsProduct),
      ("syarat-simpanan", .savingsTerms), ("produk-pinjaman", .loanProduct),
      ("syarat-pinjaman", .loanTerms), ("aturan-pajak", .taxRule), ("libur", .holiday),
      ("anggota", .member), ("keluar", .leaver), ("wajib", .dues), ("berjangka", .deposit),
      ("jasa", .interest), ("blokir", .hold), ("autodebet", .order), ("biaya", .fee),
      ("berencana", .planned), ("akrual", .accrual), ("pinjaman", .loan), ("tagihan", .claim),
      ("asuransi", .insurance), ("kas", .cash), ("buku-kas", .cashBook), ("kasir", .till),
      ("rekening-koran", .bank), ("aset", .asset), ("pajak", .tax), ("bulan", .month),
      ("tahun", .year),
      ("sisa-hasil-usaha", .shu), ("cadangan", .backup), ("bukti", .entry),
    ]
  }

  /// The code of a kind, or of a group of kinds that a word of either language names.
  static func code(_ text: String) throws -> String {
    text.contains(".") ? text : try choice(EventGroup.self, text).rawValue
  }
}
