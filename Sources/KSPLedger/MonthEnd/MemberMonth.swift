import KSPCore

/// What a month means for one member: each pass adds what it finds, and later ones stand on it.
struct MemberMonth {
  let id: Int64
  let kind: Member.Kind
  /// The interest that this month end pays, from every source.
  var interest: [PaidInterest] = []
  /// The tax on it, once all of it is known; nil where nothing is paid.
  var tax: MemberTax?
}

/// Interest that a month end pays to a member.
struct PaidInterest {
  /// The table in which its pass keeps evidence of it: says where it comes from.
  let source: String
  /// The account that earned it.
  let earnedOn: AccountID
  /// The account that receives it; nil where the member has yet to get it.
  var creditedTo: AccountID?
  let gross: Rupiah
  /// The part of the member's tax that is taken from it.
  var tax = Rupiah.zero
  /// The voucher that pays it.
  let voucher: MonthVoucher
  /// The place of its product in the catalog.
  let product: Int
  /// What its pass keeps of its working.
  let working: [StoredValue]
}

/// The tax of a member's month (PPh).
struct MemberTax {
  /// The rule and its working; nil where there was no rule in force.
  let working: (rule: InterestTaxRule, tax: InterestTax)?
  /// The interest of the month, with what had been paid before.
  let gross: Rupiah
  /// What is withheld with this month end.
  let withheld: Rupiah
}

/// What the passes say about one account of a member.
struct AccountExplanation {
  var working: InterestWorking?
  var tax: InterestExplanation.MemberTax?
  var posted: InterestExplanation.Posted?
}
