import KSPCore

/// The columns of a table of running loans, and how a row is read.
struct LoanColumns {
  let number, member: CSVColumn
  private let product, principal, disbursed, term, rate, firstDue: CSVColumn
  private let outstanding, interestArrears, interestAhead, paidUntil: CSVColumn
  private let principalArrears, lateFee: CSVColumn
  private let collateral, collateralKind, collateralValue, guarantors: CSVColumn

  init(_ table: CSVTable) {
    number = table.column(["number", "nomor", "loan", "pinjaman"])
    member = table.column(["member", "anggota"])
    product = table.column(["product", "produk"])
    principal = table.column(["principal", "pokok", "plafon"])
    disbursed = table.column(["disbursed", "cair", "tanggal_cair"])
    term = table.column(["term", "jangka", "jangka_waktu"])
    rate = table.column(["rate", "suku", "suku_jasa"])
    firstDue = table.column(["first_due", "tempo_pertama", "jatuh_tempo_pertama"])
    outstanding = table.column(["outstanding", "sisa", "sisa_pokok"])
    interestArrears = table.column(["interest_arrears", "tunggakan_jasa"])
    interestAhead = table.column(["interest_ahead", "jasa_di_muka"])
    paidUntil = table.column(["paid_until", "lunas_sampai"])
    principalArrears = table.column(["principal_arrears", "tunggakan_pokok"])
    lateFee = table.column(["late_fee", "denda"])
    collateral = table.column(["collateral", "agunan"])
    collateralKind = table.column(["collateral_kind", "jenis_agunan"])
    collateralValue = table.column(["collateral_value", "nilai_agunan"])
    guarantors = table.column(["guarantors", "penjamin"])
  }

  /// What no table can do without. Interest is told by what is unpaid, or by the day through which
  /// the loan is paid.
  func needed(_ table: CSVTable) -> [CSVColumn] {
    [member, product, principal, disbursed, term, outstanding]
      + (table.missing(paidUntil) == nil ? [] : [interestArrears])
  }

  /// The column that a refusal speaks of.
  func column(for code: LedgerError.Code) -> CSVColumn {
    switch code {
    case .loanNumberTaken, .accountCodeUnreadable, .referenceReused: number
    case .loanProductUnknown: product
    case .loanOpeningDate: disbursed
    case .loanPlanInvalid, .loanPlanUnroundable: term
    case .loanOpeningPrincipal: outstanding
    case .loanOpeningInterest: interestArrears
    case .loanOpeningArrears: principalArrears
    case .loanOpeningPaidUntil: paidUntil
    case .noteUnacceptable: guarantors
    default: member
    }
  }

  func read(_ cells: inout RowReader) -> LoanOpening? {
    let number = cells.optionalText(number)
    let member = cells.text(member)
    let product = cells.text(product)
    let principal = cells.value(principal, Self.positive)
    let disbursedOn = cells.value(disbursed, Self.day)
    let count = cells.value(term, Self.count)
    let rate = cells.optionalValue(rate) { text throws(LedgerError) in try Rate(parsing: text) }
    let firstDue = cells.optionalValue(firstDue, Self.day)
    let outstanding = cells.value(outstanding, Self.notNegative)
    let interest = (
      arrears: cells.optionalValue(interestArrears, Self.notNegative),
      ahead: cells.optionalValue(interestAhead, Self.notNegative)
    )
    let paidUntil = cells.optionalValue(paidUntil, Self.day)
    let told = [interestArrears, interestAhead, self.paidUntil]
    if !told.contains(where: { cells.hasText($0) }) {
      let names = [interestArrears, self.paidUntil].map { $0.names.joined(separator: " / ") }
      cells.refuse(.importCellMissing(names.joined(separator: " / ")), at: interestArrears)
    }
    let principalArrears = cells.optionalValue(principalArrears, Self.notNegative)
    let lateFee = cells.optionalValue(lateFee, Self.notNegative)
    let collaterals = collaterals(&cells)
    let guarantors = cells.optionalText(guarantors)?.split(separator: "/").map(Self.trimmed)
    guard let member, let product, let principal, let disbursedOn, let count, let outstanding
    else { return nil }
    return LoanOpening(
      number: number, member: member, product: product.lowercased(), principal: principal,
      disbursedOn: disbursedOn, count: count, rate: rate, firstDue: firstDue,
      outstanding: outstanding, interestArrears: interest.arrears, interestAhead: interest.ahead,
      paidUntil: paidUntil, principalArrears: principalArrears, lateFee: lateFee ?? .zero,
      collaterals: collaterals, guarantors: guarantors ?? [])
  }

  private func collaterals(_ cells: inout RowReader) -> [Collateral] {
    let columns = [collateral, collateralKind, collateralValue]
    guard columns.contains(where: { cells.hasText($0) }) else { return [] }
    let description = cells.text(collateral)
    let value = cells.value(collateralValue, Self.notNegative)
    let kind = cells.optionalValue(collateralKind) { word throws(LedgerError) in
      switch word.lowercased() {
      case "deposit", "simpanan": Collateral.Kind.deposit
      case "mortgage", "hak tanggungan": Collateral.Kind.mortgage
      case "land", "tanah": Collateral.Kind.land
      case "vehicle", "kendaraan", "bpkb": Collateral.Kind.vehicle
      case "other", "lainnya": Collateral.Kind.other
      default:
        throw .importWordUnknown(
          word,
          known: [
            "deposit/simpanan", "mortgage/hak tanggungan", "land/tanah", "vehicle/kendaraan",
            "other/lainnya",
          ])
      }
    }
    guard let description, let value else { return [] }
    return [Collateral(kind: kind ?? .other, description: description, value: value)]
  }

  // MARK: - Cells

  private static func day(_ text: String) throws(LedgerError) -> BookDate {
    try BookDate(parsing: text)
  }

  private static func positive(_ text: String) throws(LedgerError) -> Rupiah {
    let amount = try Rupiah(parsing: text)
    guard amount.isPositive else { throw .amountNotPositive(amount) }
    return amount
  }

  private static func notNegative(_ text: String) throws(LedgerError) -> Rupiah {
    let amount = try Rupiah(parsing: text)
    guard !amount.isNegative else { throw .amountNotPositive(amount) }
    return amount
  }

  private static func count(_ text: String) throws(LedgerError) -> Int {
    guard let count = Int(text) else {
      throw .loanPlanInvalid(
        Phrase(
          "jumlah angsuran “\(text)” bukan bilangan bulat",
          "the number of installments “\(text)” is not a whole number"))
    }
    return count
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
