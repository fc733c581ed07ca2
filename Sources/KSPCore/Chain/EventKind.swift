/// What an event without legs records; the raw value is what the file stores.
///
/// Events with legs are journal entries: their kind is `entry.` and an ``EntryKind``.
package enum EventKind: String, CaseIterable, Sendable {
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
  /// A name that the cooperative keeps for an account.
  case accountNamed = "account.named"
  /// Who brought or got money that is no member's.
  case cashBooked = "cash.booked"
  /// Somebody may record in the book from a day on.
  case officerAdded = "officer.added"
  /// Somebody records for the last day.
  case officerEnded = "officer.ended"
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
  /// What a product of the kind wajib asks for each month, from a month on.
  case duesAmountSet = "dues.amountSet"
  /// A member owes no dues for some months, or owes them again.
  case duesExempted = "dues.exempted"
  /// Where a member stood with their dues when the book took them over.
  case duesTakenOver = "dues.takenOver"
  /// For which months a payer said that a deposit is.
  case duesNamed = "dues.named"
  /// A fixed asset is bought.
  case assetBought = "asset.bought"
  /// A fixed asset of an earlier book is entered in the register.
  case assetTakenOver = "asset.takenOver"
  /// Where a fixed asset stands, or what it is called.
  case assetChanged = "asset.changed"
  /// A fixed asset left the cooperative.
  case assetDisposed = "asset.disposed"
  /// What a product of term deposits offers from a day on.
  case depositOffered = "deposit.offered"
  /// A term deposit begins, or runs again.
  case depositOpened = "deposit.opened"
  /// Interest of a term deposit was paid on its value date.
  case depositPaid = "deposit.paid"
  /// A term deposit was paid out.
  case depositEnded = "deposit.ended"
  /// A term deposit secures something, or no longer.
  case depositPledged = "deposit.pledged"
  /// Who receives a term deposit when its holder dies.
  case depositHeirNamed = "deposit.heirNamed"
  /// Savings are held for a reason.
  case holdAdded = "hold.added"
  /// Savings are free again.
  case holdReleased = "hold.released"
  /// A member has something taken from their savings every month.
  case orderAdded = "order.added"
  /// A standing order is not carried out any more.
  case orderEnded = "order.ended"
  /// A standing order was carried out for a due day.
  case orderTaken = "order.taken"
  /// A standing order was tried, and nothing was taken.
  case orderMissed = "order.missed"
  /// How the cooperative's own income is taxed from a month on.
  case corporateTaxRuleSet = "tax.corporateRuleSet"
  /// What a product charges its accounts every month.
  case feeRuleSet = "fee.ruleSet"
  /// Accounts were charged for a month.
  case feesCharged = "fee.charged"
  /// What a product offers to those who save every month for a term.
  case plannedTermsSet = "planned.termsSet"
  /// Planned savings were opened.
  case plannedOpened = "planned.opened"
  /// Planned savings were taken over from an earlier book.
  case plannedTakenOver = "planned.takenOver"
  /// Planned savings were given up.
  case plannedEnded = "planned.ended"
  /// Planned savings were paid out.
  case plannedPaid = "planned.paid"
  /// What was set aside as interest is used by a voucher that pays it, or is brought in by one.
  case accrualUsed = "accrual.used"
  /// Interest that waited to be credited was paid to a member who left, or was lost.
  case waitingSettled = "interest.waitingSettled"
  /// Tax of a month was paid to the state.
  case taxPaid = "tax.paid"
  /// Lines of a bank statement were brought in.
  case bankImported = "bank.imported"
  /// Lines of a bank were ticked against vouchers, or ticks taken back.
  case bankMatched = "bank.matched"
  /// Where lines of a bank are booked that hold a text.
  case bankRuleSet = "bank.ruleSet"
  /// What a word of the treasurer's cash book means.
  case cashWordSet = "cashBook.wordSet"
  /// A till, a safe or the bag of a collector is made.
  case tillAdded = "till.added"
  /// Somebody else answers for a till.
  case tillChanged = "till.changed"
  /// A till is opened, counted or closed.
  case tillCounted = "till.counted"
  /// A collector takes a list of what members owe out.
  case tillListTaken = "till.listTaken"
  /// A list of deductions was sent to a payer.
  case claimSent = "claim.sent"
  /// What of a list was deducted.
  case claimDeducted = "claim.deducted"
  /// A list was ended.
  case claimClosed = "claim.closed"
  /// The members' meeting decided about the SHU of a year.
  case shuDecided = "shu.decided"
  /// The SHU of a year was divided.
  case shuPosted = "shu.posted"
  /// Members got their parts of an SHU.
  case shuDivided = "shu.divided"
  /// The pots of an SHU, which say that all parts of it were there.
  case shuFilled = "shu.filled"
  /// Parts of an SHU were paid, or went to a fund.
  case shuPaid = "shu.paid"
  /// Somebody was paid out of a fund of an SHU.
  case shuRewarded = "shu.rewarded"
  /// An insurer paid for a loan.
  case insurancePaid = "insurance.paid"
  /// Days without business.
  case holidayAdded = "holiday.added"
  /// Somebody joins.
  case memberJoined = "member.joined"
  /// What the register says of a member.
  case memberChanged = "member.changed"
  /// A member leaves; their accounts are closed.
  case memberLeft = "member.left"
  /// A member turns out to be another one, who was entered twice.
  case memberMerged = "member.merged"
  /// What somebody who left has yet to take.
  case leaverOwed = "leaver.owed"
  /// Somebody took what a former member had in savings.
  case leaverPaid = "leaver.paid"
  /// A member died.
  case memberDied = "member.died"
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
  /// A year is adjusted in its closing period.
  case yearAdjusted = "year.adjusted"
  /// A year is closed: its income and expenses are its SHU.
  case yearClosed = "year.closed"
  /// The meeting ratified a year.
  case yearRatified = "year.ratified"
  /// Reserves cover a loss.
  case lossCovered = "year.lossCovered"
  /// A ratified year is set right in the open one.
  case yearCorrected = "year.corrected"
  /// A month is closed, with the digests of its evidence.
  case monthClosed = "month.closed"
  /// A copy of the book was made.
  case backupMade = "backup.made"
  /// A backup was put in the place of the book; it is the backup that goes on.
  case bookRestored = "book.restored"

  /// The name for people.
  package var name: Phrase {
    switch self {
    case .bookCreated: Phrase(id: "Buku dibuat", en: "Book created")
    case .settingChanged: Phrase(id: "Pengaturan diubah", en: "Settings changed")
    case .accountAdded: Phrase(id: "Akun ditambah", en: "Account added")
    case .accountOpened: Phrase(id: "Rekening dibuka", en: "Account opened")
    case .accountChanged: Phrase(id: "Akun diubah", en: "Account changed")
    case .roleChanged: Phrase(id: "Peran akun diubah", en: "Role of an account changed")
    case .accountNamed: Phrase(id: "Nama akun", en: "Account named")
    case .cashBooked: Phrase(id: "Kas bukan anggota", en: "Cash that is no member's")
    case .officerAdded: Phrase(id: "Petugas ditambah", en: "Officer added")
    case .officerEnded: Phrase(id: "Petugas berakhir", en: "Office ended")
    case .savingsProductAdded: Phrase(id: "Produk simpanan ditambah", en: "Savings product added")
    case .savingsTermsSet: Phrase(id: "Syarat simpanan diubah", en: "Savings terms set")
    case .loanProductAdded: Phrase(id: "Produk pinjaman ditambah", en: "Loan product added")
    case .loanTermsSet: Phrase(id: "Syarat pinjaman diubah", en: "Loan terms set")
    case .taxRuleSet: Phrase(id: "Aturan pajak ditetapkan", en: "Tax rule set")
    case .interestRecorded: Phrase(id: "Jasa dicatat", en: "Interest recorded")
    case .interestCorrected: Phrase(id: "Jasa dikoreksi", en: "Interest corrected")
    case .taxSettled: Phrase(id: "PPh jasa diselesaikan", en: "Tax on interest settled")
    case .taxClaimSettled: Phrase(id: "Piutang PPh diselesaikan", en: "Tax claim settled")
    case .duesAmountSet: Phrase(id: "Besaran wajib ditetapkan", en: "Dues set")
    case .duesExempted: Phrase(id: "Wajib dibebaskan", en: "Exempted from dues")
    case .duesTakenOver: Phrase(id: "Wajib diambil alih", en: "Dues taken over")
    case .duesNamed: Phrase(id: "Bulan wajib disebut", en: "Months of dues named")
    case .assetBought: Phrase(id: "Aset dibeli", en: "Asset bought")
    case .assetTakenOver: Phrase(id: "Aset diambil alih", en: "Asset taken over")
    case .assetChanged: Phrase(id: "Data aset diubah", en: "Asset changed")
    case .assetDisposed: Phrase(id: "Aset dilepas", en: "Asset disposed of")
    case .depositOffered: Phrase(id: "Suku berjangka ditetapkan", en: "Term deposit rates set")
    case .depositOpened: Phrase(id: "Berjangka berjalan", en: "Term deposit begins")
    case .depositPaid: Phrase(id: "Jasa berjangka dibayar", en: "Term deposit interest paid")
    case .depositEnded: Phrase(id: "Berjangka dicairkan", en: "Term deposit paid out")
    case .holdAdded: Phrase(id: "Simpanan diblokir", en: "Savings held")
    case .holdReleased: Phrase(id: "Blokir dilepas", en: "Hold released")
    case .orderAdded: Phrase(id: "Autodebet baru", en: "New standing order")
    case .orderEnded: Phrase(id: "Autodebet berakhir", en: "Standing order ended")
    case .orderTaken: Phrase(id: "Autodebet diambil", en: "Standing order taken")
    case .orderMissed: Phrase(id: "Autodebet belum terambil", en: "Standing order not taken")
    case .corporateTaxRuleSet: Phrase(id: "Aturan PPh badan", en: "Rule of corporate tax")
    case .feeRuleSet: Phrase(id: "Aturan biaya bulanan", en: "Rule of monthly fees")
    case .feesCharged: Phrase(id: "Biaya bulanan diambil", en: "Monthly fees charged")
    case .plannedTermsSet:
      Phrase(id: "Syarat simpanan berencana", en: "Terms of planned savings")
    case .plannedOpened: Phrase(id: "Simpanan berencana dibuka", en: "Planned savings opened")
    case .plannedTakenOver:
      Phrase(id: "Simpanan berencana diambil alih", en: "Planned savings taken over")
    case .plannedEnded:
      Phrase(id: "Simpanan berencana dihentikan", en: "Planned savings given up")
    case .plannedPaid: Phrase(id: "Simpanan berencana dicairkan", en: "Planned savings paid out")
    case .depositPledged: Phrase(id: "Jaminan berjangka", en: "Pledge of a term deposit")
    case .depositHeirNamed:
      Phrase(id: "Ahli waris berjangka", en: "Heir of a term deposit")
    case .accrualUsed: Phrase(id: "Akrual jasa dipakai", en: "Accrued interest used")
    case .waitingSettled:
      Phrase(id: "Jasa menunggu diselesaikan", en: "Waiting interest settled")
    case .taxPaid: Phrase(id: "PPh jasa disetor", en: "Tax on interest paid")
    case .bankImported: Phrase(id: "Mutasi bank dimasukkan", en: "Bank statement brought in")
    case .bankMatched: Phrase(id: "Bank dicocokkan", en: "Bank lines ticked")
    case .bankRuleSet: Phrase(id: "Aturan bank ditetapkan", en: "Rule of a bank set")
    case .cashWordSet: Phrase(id: "Kata buku kas ditetapkan", en: "Word of the cash book set")
    case .tillAdded: Phrase(id: "Kas dibuat", en: "Till made")
    case .tillChanged: Phrase(id: "Pemegang kas diganti", en: "Keeper of a till changed")
    case .tillCounted: Phrase(id: "Kas dihitung", en: "Till counted")
    case .tillListTaken: Phrase(id: "Daftar tagih dibawa", en: "Collection list taken out")
    case .claimSent: Phrase(id: "Tagihan potong gaji dikirim", en: "Payroll claim sent")
    case .claimDeducted: Phrase(id: "Gaji dipotong", en: "Payroll deducted")
    case .claimClosed: Phrase(id: "Tagihan potong gaji ditutup", en: "Payroll claim closed")
    case .shuDecided: Phrase(id: "Pembagian SHU diputuskan", en: "Division of the SHU decided")
    case .shuPosted: Phrase(id: "SHU dibagi", en: "SHU divided")
    case .shuDivided: Phrase(id: "Bagian SHU anggota", en: "Parts of the SHU")
    case .shuFilled: Phrase(id: "Bagian SHU menurut putusan", en: "Pots of the SHU")
    case .shuRewarded: Phrase(id: "Dana SHU dibayar", en: "SHU fund paid")
    case .shuPaid: Phrase(id: "SHU dibayar", en: "SHU paid")
    case .insurancePaid: Phrase(id: "Asuransi membayar", en: "Insurer paid")
    case .holidayAdded: Phrase(id: "Hari libur ditambah", en: "Holiday added")
    case .memberJoined: Phrase(id: "Anggota masuk", en: "Member joined")
    case .memberChanged: Phrase(id: "Data anggota diubah", en: "Member changed")
    case .memberLeft: Phrase(id: "Anggota keluar", en: "Member left")
    case .memberMerged: Phrase(id: "Anggota digabung", en: "Members merged")
    case .leaverOwed: Phrase(id: "Simpanan belum diambil", en: "Savings yet to be taken")
    case .leaverPaid: Phrase(id: "Simpanan keluar diambil", en: "Savings of a leaver taken")
    case .memberDied: Phrase(id: "Anggota meninggal", en: "Member died")
    case .memberErased: Phrase(id: "Data pribadi dihapus", en: "Personal data erased")
    case .loanApplied: Phrase(id: "Permohonan pinjaman", en: "Loan applied for")
    case .loanEntered: Phrase(id: "Pinjaman dicatat", en: "Loan entered")
    case .loanApproved: Phrase(id: "Pinjaman disetujui", en: "Loan approved")
    case .loanChanged: Phrase(id: "Permohonan pinjaman diubah", en: "Loan application changed")
    case .loanWithdrawn: Phrase(id: "Permohonan pinjaman dicabut", en: "Loan application withdrawn")
    case .loanRejected: Phrase(id: "Pinjaman ditolak", en: "Loan rejected")
    case .loanOpened: Phrase(id: "Akun pinjaman dibuka", en: "Accounts of a loan opened")
    case .loanDisbursed: Phrase(id: "Pinjaman dicairkan", en: "Loan paid out")
    case .loanTakenOver: Phrase(id: "Pinjaman diambil alih", en: "Loan taken over")
    case .loanSplit: Phrase(id: "Pembagian angsuran", en: "Division of a loan payment")
    case .loanReallocated: Phrase(id: "Angsuran dialokasikan ulang", en: "Loan payment reallocated")
    case .loanReplanned: Phrase(id: "Rencana angsuran baru", en: "New plan after paying ahead")
    case .loanRescheduled: Phrase(id: "Pinjaman dijadwalkan ulang", en: "Loan rescheduled")
    case .loanSettled: Phrase(id: "Pinjaman dilunasi", en: "Loan settled")
    case .loanWrittenOff: Phrase(id: "Pinjaman dihapus buku", en: "Loan written off")
    case .loanRecovered: Phrase(id: "Penerimaan hapus buku", en: "Recovery of a loan written off")
    case .loanWaived: Phrase(id: "Keringanan pinjaman", en: "Waiver on a loan")
    case .loanSecured: Phrase(id: "Agunan diterima", en: "Collateral taken")
    case .loanReleased: Phrase(id: "Agunan dikembalikan", en: "Collateral given back")
    case .yearAdjusted: Phrase(id: "Tahun buku disesuaikan", en: "Year adjusted")
    case .yearClosed: Phrase(id: "Tahun buku ditutup", en: "Year closed")
    case .yearRatified: Phrase(id: "Tahun buku disahkan", en: "Year ratified")
    case .lossCovered: Phrase(id: "Rugi ditutup", en: "Loss covered")
    case .yearCorrected:
      Phrase(id: "Tahun yang disahkan dikoreksi", en: "Ratified year corrected")
    case .monthClosed: Phrase(id: "Bulan ditutup", en: "Month closed")
    case .backupMade: Phrase(id: "Cadangan dibuat", en: "Backup made")
    case .bookRestored: Phrase(id: "Buku dipulihkan", en: "Book restored")
    }
  }
}
