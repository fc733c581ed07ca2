extension Remedy {
  /// What was refused once more, with something said that was not.
  public enum Again: Hashable, Sendable {
    /// A day after today is meant.
    case allowFutureDate
    /// The month is to end before its last day, for a reason that is given.
    case endMonthEarly
    /// The reason, or what the money is for.
    case giveReason
    /// Who records it.
    case nameAuthor
    /// The decision that allows it.
    case nameDecision
    /// A reference of its own.
    case giveReference
    /// The account on the other side.
    case chooseOtherSide
    /// What is owed is set off against the savings that are paid out.
    case setOffLoans
    /// Collateral goes back although the loan is owed, for a reason that is given.
    case returnWhileOwed
    /// The payment settles the loan.
    case settle
    /// The payment is paid ahead.
    case payAhead
    /// What is left over goes into savings.
    case keepRestInSavings
    /// Another amount, term, rate or purpose.
    case changeTerms
    /// The whole order in which payments are divided.
    case nameAllocation
    /// Interest is paid with each installment.
    case payInterestWithEach
    /// Another method of the plan.
    case chooseMethod
    /// The late fee has no limit.
    case dropLateFeeCap
    /// The tax number (NPWP).
    case giveTaxNumber
    /// The day from which a voucher counts.
    case countFrom
    /// A column of the sheet is left out; nil where it is not known which.
    case ignoreColumn(String?)
    /// Members get numbers in the order of the file.
    case assignNumbers
    /// The file is right: what was posted before is reversed.
    case replacePosted
    /// Money of a payroll goes to loans in the order of their product.
    case divideInOrder
    /// Leave the slip of a member out of the file, to be entered at the tax office by hand.
    case leaveMemberOut(MemberNumber)
    /// The bases of members, by a list.
    case giveBases

    var code: Code {
      switch self {
      case .allowFutureDate: .allowFutureDate
      case .endMonthEarly: .endMonthEarly
      case .giveReason: .giveReason
      case .nameAuthor: .nameAuthor
      case .nameDecision: .nameDecision
      case .giveReference: .giveReference
      case .chooseOtherSide: .chooseOtherSide
      case .setOffLoans: .setOffLoans
      case .returnWhileOwed: .returnWhileOwed
      case .settle: .settleWithPayment
      case .payAhead: .payAhead
      case .keepRestInSavings: .keepRestInSavings
      case .changeTerms: .changeTerms
      case .nameAllocation: .nameAllocation
      case .payInterestWithEach: .payInterestWithEach
      case .chooseMethod: .chooseMethod
      case .dropLateFeeCap: .dropLateFeeCap
      case .giveTaxNumber: .giveTaxNumber
      case .countFrom: .countFrom
      case .ignoreColumn: .ignoreColumn
      case .assignNumbers: .assignNumbers
      case .replacePosted: .replacePosted
      case .divideInOrder: .divideInOrder
      case .leaveMemberOut: .leaveMemberOut
      case .giveBases: .giveBases
      }
    }

    var name: Phrase {
      switch self {
      case .allowFutureDate: Phrase(id: "Tanggalnya memang begitu", en: "The date is meant")
      case .endMonthEarly:
        Phrase(id: "Tutup sekarang, dengan alasan", en: "End it now, and say why")
      case .giveReason: Phrase(id: "Tulis alasannya", en: "Say why")
      case .nameAuthor: Phrase(id: "Sebut petugasnya", en: "Name who records it")
      case .nameDecision: Phrase(id: "Sebut keputusannya", en: "Name the decision")
      case .giveReference: Phrase(id: "Beri referensi sendiri", en: "Give a reference of its own")
      case .chooseOtherSide: Phrase(id: "Pilih akun lawan", en: "Choose the other side")
      case .setOffLoans: Phrase(id: "Potong dari simpanan", en: "Set it off against savings")
      case .returnWhileOwed:
        Phrase(id: "Kembalikan walau belum lunas", en: "Give it back while owed")
      case .settle: Phrase(id: "Lunasi dengan pembayaran ini", en: "Settle with this payment")
      case .payAhead: Phrase(id: "Bayar di muka", en: "Pay ahead")
      case .keepRestInSavings: Phrase(id: "Sisanya masuk simpanan", en: "Put the rest into savings")
      case .changeTerms: Phrase(id: "Sebut yang berubah", en: "Say what changes")
      case .nameAllocation: Phrase(id: "Tulis urutannya", en: "Name the whole order")
      case .payInterestWithEach:
        Phrase(id: "Jasa dibayar tiap angsuran", en: "Pay interest with each installment")
      case .chooseMethod: Phrase(id: "Pilih cara lain", en: "Choose another method")
      case .dropLateFeeCap: Phrase(id: "Denda tanpa batas", en: "No limit of the late fee")
      case .giveTaxNumber: Phrase(id: "Tulis NPWP tersendiri", en: "Give the NPWP apart")
      case .countFrom: Phrase(id: "Sebut hari berlakunya", en: "Name the day it counts from")
      case .ignoreColumn(let column?):
        Phrase(id: "Lewati kolom “\(column)”", en: "Leave column “\(column)” out")
      case .ignoreColumn(nil): Phrase(id: "Lewati kolomnya", en: "Leave the column out")
      case .assignNumbers: Phrase(id: "Nomor dibuatkan", en: "Have numbers given out")
      case .replacePosted: Phrase(id: "Ganti yang lama", en: "Replace what was posted")
      case .divideInOrder: Phrase(id: "Bagi menurut urutan", en: "Divide it in order")
      case .leaveMemberOut(let member):
        Phrase(id: "Berkas tanpa \(member)", en: "A file without \(member)")
      case .giveBases: Phrase(id: "Beri daftar dasarnya", en: "Give a list of the bases")
      }
    }

    var arguments: [Argument?] {
      switch self {
      case .ignoreColumn(let column): [Argument("column", column)]
      case .leaveMemberOut(let member): [Argument("member", member)]
      default: []
      }
    }
  }
}
