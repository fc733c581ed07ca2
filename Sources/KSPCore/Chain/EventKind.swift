/// What an event without legs records; the raw value is what the file stores.
///
/// Events with legs are journal entries: their kind is `entry.` and an ``EntryKind``.
public enum EventKind: String, CaseIterable, Sendable {
  /// A new book.
  case bookCreated = "book.created"
  /// What the book says of itself.
  case settingChanged = "setting.changed"
  /// An account of the chart.
  case accountAdded = "account.added"
  /// An account of a member.
  case accountOpened = "account.opened"
  /// The name or use of an account.
  case accountChanged = "account.changed"
  /// An account of which role, or no longer.
  case roleChanged = "role.changed"
  /// A savings product with its first terms.
  case savingsProductAdded = "savingsProduct.added"
  /// New terms of a savings product.
  case savingsTermsSet = "savingsTerms.set"
  /// A loan product with its first terms.
  case loanProductAdded = "loanProduct.added"
  /// New terms of a loan product.
  case loanTermsSet = "loanTerms.set"
  /// A rule of the tax on interest.
  case taxRuleSet = "taxRule.set"
  /// Interest that no month end computed, with the months it belongs to.
  case interestRecorded = "interest.recorded"
  /// Interest of a closed month is corrected.
  case interestCorrected = "interest.corrected"
  /// Tax on a member's interest of a month is settled outside of its month end.
  case taxSettled = "tax.settled"
  /// What is claimed from a member for tax on interest was paid or forgiven.
  case taxClaimSettled = "tax.claimSettled"
  /// Days without business.
  case holidayAdded = "holiday.added"
  /// Somebody joins.
  case memberJoined = "member.joined"
  /// What the register says of a member.
  case memberChanged = "member.changed"
  /// A member leaves; their accounts are closed.
  case memberLeft = "member.left"
  /// Personal data of a member is erased.
  case memberErased = "member.erased"
  /// An application for a loan.
  case loanApplied = "loan.applied"
  /// A loan of an earlier book is entered in the register.
  case loanEntered = "loan.entered"
  /// A loan is granted.
  case loanApproved = "loan.approved"
  /// What is asked for is changed.
  case loanChanged = "loan.changed"
  /// An application is taken back.
  case loanWithdrawn = "loan.withdrawn"
  /// A loan is turned down.
  case loanRejected = "loan.rejected"
  /// The accounts of a loan are opened.
  case loanOpened = "loan.opened"
  /// A loan is paid out, with its plan.
  case loanDisbursed = "loan.disbursed"
  /// A running loan is taken over from an earlier book, with its plan.
  case loanTakenOver = "loan.takenOver"
  /// What is known of a payment beside its legs: that the payer said its parts, and what went into
  /// savings.
  case loanSplit = "loan.split"
  /// A payment settles something else than before.
  case loanReallocated = "loan.reallocated"
  /// Principal paid ahead makes a new plan.
  case loanReplanned = "loan.replanned"
  /// A loan gets a new plan.
  case loanRescheduled = "loan.rescheduled"
  /// A loan is settled before its time.
  case loanSettled = "loan.settled"
  /// A loan is given up.
  case loanWrittenOff = "loan.writtenOff"
  /// Money comes in for a loan given up.
  case loanRecovered = "loan.recovered"
  /// A borrower is let off interest or late fees.
  case loanWaived = "loan.waived"
  /// Something secures a loan that was applied for before.
  case loanSecured = "loan.secured"
  /// What secured a loan is given back.
  case loanReleased = "loan.released"
  /// A month is closed, with the digests of its evidence.
  case monthClosed = "month.closed"
  /// A copy of the book was made.
  case backupMade = "backup.made"
  /// A backup was put in the place of the book; it is the backup that goes on.
  case bookRestored = "book.restored"

  /// The name for people.
  public var name: Phrase {
    switch self {
    case .bookCreated: Phrase("Buku dibuat", "Book created")
    case .settingChanged: Phrase("Pengaturan diubah", "Settings changed")
    case .accountAdded: Phrase("Akun ditambah", "Account added")
    case .accountOpened: Phrase("Rekening dibuka", "Account opened")
    case .accountChanged: Phrase("Akun diubah", "Account changed")
    case .roleChanged: Phrase("Peran akun diubah", "Role of an account changed")
    case .savingsProductAdded: Phrase("Produk simpanan ditambah", "Savings product added")
    case .savingsTermsSet: Phrase("Syarat simpanan diubah", "Savings terms set")
    case .loanProductAdded: Phrase("Produk pinjaman ditambah", "Loan product added")
    case .loanTermsSet: Phrase("Syarat pinjaman diubah", "Loan terms set")
    case .taxRuleSet: Phrase("Aturan pajak ditetapkan", "Tax rule set")
    case .interestRecorded: Phrase("Jasa dicatat", "Interest recorded")
    case .interestCorrected: Phrase("Jasa dikoreksi", "Interest corrected")
    case .taxSettled: Phrase("PPh jasa diselesaikan", "Tax on interest settled")
    case .taxClaimSettled: Phrase("Piutang PPh diselesaikan", "Tax claim settled")
    case .holidayAdded: Phrase("Hari libur ditambah", "Holiday added")
    case .memberJoined: Phrase("Anggota masuk", "Member joined")
    case .memberChanged: Phrase("Data anggota diubah", "Member changed")
    case .memberLeft: Phrase("Anggota keluar", "Member left")
    case .memberErased: Phrase("Data pribadi dihapus", "Personal data erased")
    case .loanApplied: Phrase("Permohonan pinjaman", "Loan applied for")
    case .loanEntered: Phrase("Pinjaman dicatat", "Loan entered")
    case .loanApproved: Phrase("Pinjaman disetujui", "Loan approved")
    case .loanChanged: Phrase("Permohonan pinjaman diubah", "Loan application changed")
    case .loanWithdrawn: Phrase("Permohonan pinjaman dicabut", "Loan application withdrawn")
    case .loanRejected: Phrase("Pinjaman ditolak", "Loan rejected")
    case .loanOpened: Phrase("Akun pinjaman dibuka", "Accounts of a loan opened")
    case .loanDisbursed: Phrase("Pinjaman dicairkan", "Loan paid out")
    case .loanTakenOver: Phrase("Pinjaman diambil alih", "Loan taken over")
    case .loanSplit: Phrase("Pembagian angsuran", "Division of a loan payment")
    case .loanReallocated: Phrase("Angsuran dialokasikan ulang", "Loan payment reallocated")
    case .loanReplanned: Phrase("Rencana angsuran baru", "New plan after paying ahead")
    case .loanRescheduled: Phrase("Pinjaman dijadwalkan ulang", "Loan rescheduled")
    case .loanSettled: Phrase("Pinjaman dilunasi", "Loan settled")
    case .loanWrittenOff: Phrase("Pinjaman dihapus buku", "Loan written off")
    case .loanRecovered: Phrase("Penerimaan hapus buku", "Recovery of a loan written off")
    case .loanWaived: Phrase("Keringanan pinjaman", "Waiver on a loan")
    case .loanSecured: Phrase("Agunan diterima", "Collateral taken")
    case .loanReleased: Phrase("Agunan dikembalikan", "Collateral given back")
    case .monthClosed: Phrase("Bulan ditutup", "Month closed")
    case .backupMade: Phrase("Cadangan dibuat", "Backup made")
    case .bookRestored: Phrase("Buku dipulihkan", "Book restored")
    }
  }
}
