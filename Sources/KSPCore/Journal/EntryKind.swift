/// What an entry records; the raw value is what the file stores.
public enum EntryKind: String, CaseIterable, Sendable, Codable {
  /// Opening balances brought in when the book was started (saldo awal).
  case opening
  /// A member's entry: pokok, first wajib, entrance fee.
  case join
  /// Money brought by a member (setoran).
  case deposit
  /// Money taken by a member (penarikan).
  case withdrawal
  /// Money moved between accounts of members (pindah buku).
  case transfer
  /// A charge taken from an account (biaya).
  case fee
  /// What a product charges its accounts at a month end (biaya bulanan).
  case monthlyFee = "monthly-fee"
  /// Planned savings that are paid out at their maturity (pencairan simpanan berencana).
  case plannedPayment = "planned-payment"
  /// Savings that stay until the member leaves, moved by a decision (pelepasan simpanan).
  case release
  /// Interest brought in from outside a month end, for example by an import (jasa).
  case interest
  /// The interest voucher of a month end (jasa simpanan).
  case savingsInterest
  /// Tax on interest that a month end takes beyond the interest it pays, or claims (PPh jasa).
  case interestTax
  /// Tax on interest of a closed month that is settled now.
  case taxAdjustment
  /// Interest of a closed month that is corrected (koreksi jasa).
  case interestCorrection = "correction"
  /// What was claimed from a member for tax on interest is paid, or forgiven (piutang PPh).
  case taxClaim
  /// Tax that the state got too much comes back, or is set off (restitusi PPh).
  case taxRefund
  /// Tax that was withheld from interest is paid to the state (setoran PPh).
  case taxPayment
  /// The cooperative's own tax, which a month end books (PPh badan).
  case corporateTax = "corporate-tax"
  /// A term deposit is opened (pembukaan berjangka).
  case depositOpening = "deposit-opening"
  /// Interest of a term deposit on its value date (jasa berjangka).
  case depositInterest = "deposit-interest"
  /// A term deposit is paid out, at maturity or before it (pencairan berjangka).
  case depositEnding = "deposit-ending"
  /// A member's exit: everything paid out and closed.
  case leave
  /// What a person who was entered twice had moves to the member who stays (penggabungan anggota).
  case merge
  /// Savings of somebody who left, paid to them or to an heir later than they left.
  case leaverPayment = "leaver-payment"
  /// A loan paid out (pencairan).
  case disbursement
  /// A payment on a loan (angsuran), by hand, from savings or by a payroll list.
  case repayment
  /// What payments on a loan settle is changed, because one before them was entered late or taken
  /// back (alokasi ulang).
  case reallocation
  /// A loan given up against the allowance (hapus buku).
  case writeOff
  /// Money that comes in for a loan given up.
  case recovery
  /// Interest and late fees that a borrower is let off (keringanan).
  case waiver
  /// Interest and late fees that a month end recognises (pengakuan jasa pinjaman).
  case loanInterest
  /// What a month end sets aside for losses, or releases (penyisihan).
  case provision
  /// Money that the cooperative receives and that is no member's (kas masuk, BKM).
  case cashReceipt = "cash-receipt"
  /// Money that the cooperative pays and that is no member's (kas keluar, BKK).
  case cashPayment = "cash-payment"
  /// Something for years is bought (beli aset tetap).
  case assetPurchase = "asset-purchase"
  /// A fixed asset leaves the cooperative (pelepasan aset).
  case assetDisposal = "asset-disposal"
  /// Interest that a month earned and that falls due later, or was paid before (akrual jasa).
  case accrual
  /// What a month makes income of charges that were cut when loans were paid out (provisi).
  case loanFee = "loan-fee"
  /// What a month writes off of the fixed assets (penyusutan).
  case depreciation
  /// Cash that goes from one till to another, to the safe or to the bank (pindah kas).
  case cashMove = "cash-move"
  /// What was counted in a till beyond what the book says, or is missing there (selisih kas).
  case tillDifference = "till-difference"
  /// What is set right on the last day of a year in its closing period (jurnal penyesuaian).
  case yearAdjustment = "year-adjustment"
  /// Income and expenses of a year go to its SHU (jurnal penutup).
  case yearClosing = "year-closing"
  /// The SHU that the meeting ratified waits to be divided (pengesahan SHU).
  case yearRatification = "year-ratified"
  /// Reserves cover the loss of a year (penutupan rugi).
  case lossCover = "loss-cover"
  /// What is set right in the open year of one that a meeting has ratified (koreksi tahun lalu).
  case yearCorrection = "year-correction"
  /// The SHU of a year goes to funds and members (pembagian SHU).
  case shuDistribution = "shu-distribution"
  /// The SHU of members goes into their savings (SHU anggota).
  case shuCredit = "shu-credit"
  /// The SHU of members is handed over (pembayaran SHU).
  case shuPayment = "shu-payment"
  /// A fund of an SHU is paid to somebody by name (pembayaran dana SHU).
  case shuReward = "shu-reward"
  /// The SHU that nobody took goes to a fund (SHU tidak diambil).
  case shuForfeit = "shu-forfeit"
  /// An entry written by hand (jurnal umum).
  case manual
  /// The mirror image of an earlier entry (jurnal balik).
  case reversal

  /// The name for people.
  public var name: Phrase {
    switch self {
    case .opening: Phrase(id: "Saldo awal", en: "Opening balance")
    case .join: Phrase(id: "Anggota masuk", en: "Joining")
    case .deposit: Phrase(id: "Setoran", en: "Deposit")
    case .withdrawal: Phrase(id: "Penarikan", en: "Withdrawal")
    case .transfer: Phrase(id: "Pindah buku", en: "Transfer")
    case .fee: Phrase(id: "Biaya", en: "Fee")
    case .release: Phrase(id: "Pelepasan simpanan", en: "Release of savings")
    case .interest: Phrase(id: "Jasa simpanan", en: "Interest")
    case .savingsInterest: Phrase(id: "Jasa simpanan", en: "Interest")
    case .interestTax: Phrase(id: "PPh jasa simpanan", en: "Tax on interest")
    case .taxAdjustment: Phrase(id: "Pembetulan PPh jasa", en: "Tax on interest adjusted")
    case .interestCorrection: Phrase(id: "Koreksi jasa", en: "Interest corrected")
    case .taxClaim: Phrase(id: "Piutang PPh jasa", en: "Tax claim settled")
    case .taxRefund: Phrase(id: "Restitusi PPh", en: "Tax refunded")
    case .taxPayment: Phrase(id: "Setoran PPh", en: "Tax paid")
    case .corporateTax: Phrase(id: "PPh badan", en: "Corporate tax")
    case .depositOpening: Phrase(id: "Pembukaan berjangka", en: "Term deposit opened")
    case .depositInterest: Phrase(id: "Jasa berjangka", en: "Term deposit interest")
    case .depositEnding: Phrase(id: "Pencairan berjangka", en: "Term deposit paid out")
    case .leave: Phrase(id: "Anggota keluar", en: "Leaving")
    case .merge: Phrase(id: "Penggabungan anggota", en: "Members merged")
    case .leaverPayment: Phrase(id: "Simpanan anggota keluar", en: "Savings of a former member")
    case .disbursement: Phrase(id: "Pencairan pinjaman", en: "Loan paid out")
    case .repayment: Phrase(id: "Angsuran pinjaman", en: "Loan payment")
    case .reallocation: Phrase(id: "Alokasi ulang angsuran", en: "Loan payment reallocated")
    case .writeOff: Phrase(id: "Hapus buku pinjaman", en: "Loan written off")
    case .recovery: Phrase(id: "Penerimaan hapus buku", en: "Recovery of a loan written off")
    case .waiver: Phrase(id: "Keringanan pinjaman", en: "Waiver on a loan")
    case .loanInterest: Phrase(id: "Pengakuan jasa pinjaman", en: "Loan interest recognised")
    case .provision: Phrase(id: "Penyisihan pinjaman", en: "Allowance for loan losses")
    case .cashReceipt: Phrase(id: "Kas masuk", en: "Cash received")
    case .cashPayment: Phrase(id: "Kas keluar", en: "Cash paid")
    case .plannedPayment:
      Phrase(id: "Pencairan simpanan berencana", en: "Planned savings paid out")
    case .monthlyFee: Phrase(id: "Biaya bulanan", en: "Monthly fee")
    case .assetPurchase: Phrase(id: "Beli aset tetap", en: "Fixed asset bought")
    case .assetDisposal: Phrase(id: "Pelepasan aset tetap", en: "Fixed asset disposed of")
    case .loanFee: Phrase(id: "Provisi menjadi pendapatan", en: "Loan fees earned")
    case .accrual: Phrase(id: "Akrual jasa simpanan", en: "Accrued interest")
    case .depreciation: Phrase(id: "Penyusutan aset tetap", en: "Depreciation")
    case .cashMove: Phrase(id: "Pindah kas", en: "Cash moved")
    case .tillDifference: Phrase(id: "Selisih kas", en: "Cash over or short")
    case .yearAdjustment: Phrase(id: "Penyesuaian akhir tahun", en: "Year-end adjustment")
    case .yearClosing: Phrase(id: "Jurnal penutup tahun", en: "Closing of the year")
    case .yearRatification: Phrase(id: "Pengesahan SHU", en: "SHU ratified")
    case .lossCover: Phrase(id: "Penutupan rugi", en: "Loss covered")
    case .yearCorrection:
      Phrase(id: "Koreksi tahun lalu", en: "Correction of a former year")
    case .shuDistribution: Phrase(id: "Pembagian SHU", en: "SHU divided")
    case .shuCredit: Phrase(id: "SHU anggota", en: "Member's SHU")
    case .shuPayment: Phrase(id: "Pembayaran SHU", en: "SHU paid")
    case .shuReward: Phrase(id: "Pembayaran dana SHU", en: "SHU fund paid")
    case .shuForfeit: Phrase(id: "SHU tidak diambil", en: "SHU not taken")
    case .manual: Phrase(id: "Jurnal umum", en: "Journal entry")
    case .reversal: Phrase(id: "Jurnal pembalik", en: "Reversal")
    }
  }

  /// What one leg of an entry of this kind is called on a statement.
  ///
  /// The debit of a month-end voucher on a member's account is the tax withheld from the interest.
  package func lineName(side: Side) -> Phrase {
    guard self == .savingsInterest, side == .debit else { return name }
    return EntryKind.interestTax.name
  }
}
