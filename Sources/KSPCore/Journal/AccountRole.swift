/// The accounts that the posting rules look for; a chart of accounts names one account for each.
public enum AccountRole: String, CaseIterable, Sendable {
  /// Kas: where counter money goes.
  case cash
  /// The clearing account of opening balances (saldo awal migrasi); it must end at zero.
  case openingClearing = "opening"
  /// Uang pangkal.
  case entranceFee = "entrance-fee"
  /// Fees charged to members.
  case feeIncome = "fee"
  /// Beban jasa simpanan.
  case interestExpense = "interest-expense"
  /// Utang PPh pasal 4(2), withheld from persons.
  case taxFinal = "tax-final"
  /// Utang PPh 23, withheld from organisations.
  case taxOrganization = "tax-organization"
  /// Where the part kept back from a leaving member goes (dana abadi).
  case leaveDeduction = "leave-deduction"
  /// Control account of simpanan pokok.
  case controlPokok = "control-pokok"
  /// Control account of simpanan wajib.
  case controlWajib = "control-wajib"
  /// Control account of simpanan sukarela.
  case controlSukarela = "control-sukarela"
  /// Modal penyertaan: equity, but no own capital, by which lending limits are measured. A chart
  /// may do without it.
  case participation

  /// Whether every chart needs an account with the role.
  var isRequired: Bool { self != .participation }
}
