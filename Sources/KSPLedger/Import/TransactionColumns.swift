import KSPCore

/// The columns of a sheet of transactions, and how a row of it is read: a word says what happened,
/// or the column in which the amount stands.
struct TransactionColumns {
  let date, name, reference, memo: CSVColumn
  private let member, product, type, amount, deposit, withdrawal, months: CSVColumn
  private let sides: TransactionSides
  private let products: ProductWords
  /// Whether what happened is said by the column of the amount.
  private var isTwoSided: Bool { !amount.isThere && (deposit.isThere || withdrawal.isThere) }

  /// `products` knows the words that mean a product, `accounts` those that mean an account.
  init(_ sheet: Sheet, products: SheetKind, accounts: AccountWords) {
    self.products = ProductWords(products)
    date = sheet.column("date")
    name = sheet.column("name")
    member = sheet.column("member")
    product = sheet.column("product")
    type = sheet.column("type")
    amount = sheet.column("amount")
    deposit = sheet.column("deposit")
    withdrawal = sheet.column("withdrawal")
    reference = sheet.column("reference")
    memo = sheet.column("memo")
    months = sheet.column("months")
    sides = TransactionSides(sheet, accounts)
  }

  var needed: [CSVColumn] {
    [date, member, product] + (isTwoSided ? [] : [type, amount]) + [reference]
  }

  /// What must be said of columns that would not be read.
  func contradiction(_ sheet: Sheet) -> LedgerError? {
    guard let heading = amount.heading else { return nil }
    for column in [deposit, withdrawal] {
      guard let twin = column.heading else { continue }
      return .importColumnTwice(twin, like: heading, at: sheet.headingPlace(column))
    }
    return nil
  }

  /// The column of which a refusal speaks.
  func column(for code: LedgerError.Code, of event: SavingsEvent) -> CSVColumn? {
    switch code {
    case .referenceReused: reference
    case .memberUnknown, .memberLeft, .memberNotYetJoined: member
    case .productUnknown, .depositOwnActs: product
    case .periodClosed, .dateFuture: date
    case .accountOwnAct, .accountNotPostable: sides.filled(for: event.kind)
    case .memoMissing: memo
    default: nil
    }
  }

  /// The column in which the amount of an event stands.
  func amount(of event: SavingsEvent) -> CSVColumn {
    guard isTwoSided else { return amount }
    return event.kind == .withdrawal ? withdrawal : deposit
  }

  /// The event of a row. `known` is its day where that has been read; a day that cannot be read is
  /// a mistake.
  func read(
    _ cells: inout RowReader, on known: BookDate?, _ names: NameCheck, _ note: EntryNote
  ) -> SavingsEvent? {
    let day = known ?? cells.date(date)
    let member: MemberNumber? = cells.number(member)
    names.check(member, &cells)
    let product = cells.text(product)
    let event = isTwoSided ? readSides(&cells) : readWord(&cells)
    let accounts = sides.read(&cells, event?.kind)
    let reference: String? = cells.number(reference)
    let memoText = cells.optionalText(memo)
    if let memoText, SheetWords.saysCancelled(memoText) {
      cells.refuse(.importRowMarked(memoText), at: memo)
    }
    let months = cells.optionalValue(months, BookMonth.range)
    guard let day, let member, let product, let event, let reference else { return nil }
    return SavingsEvent(
      event.kind, event.amount, member: member,
      product: products.product(product), account: accounts.own,
      counterpart: accounts.other, on: day,
      reference: reference,
      note: EntryNote(
        memo: memoText ?? note.memo, recordedBy: note.recordedBy, exceptions: note.exceptions),
      months: event.kind == .interest ? months : nil)
  }

  private typealias Event = (kind: SavingsEvent.Kind, amount: Rupiah)

  private func readWord(_ cells: inout RowReader) -> Event? {
    let kind = cells.value(type, Self.kind)
    let amount = cells.amount(amount) { amount throws(LedgerError) in
      guard amount.isPositive else { throw .amountNotPositive(amount) }
    }
    guard let kind, let amount else { return nil }
    return (kind, amount)
  }

  private func readSides(_ cells: inout RowReader) -> Event? {
    var events: [Event] = []
    for (kind, column) in [(SavingsEvent.Kind.deposit, deposit), (.withdrawal, withdrawal)] {
      guard let amount = cells.optionalAmount(column), !amount.isZero else { continue }
      guard amount.isPositive else {
        cells.refuse(.amountNotPositive(amount), at: column)
        continue
      }
      events.append((kind, amount))
    }
    if events.count > 1 {
      let names = [deposit, withdrawal].map { $0.heading ?? $0.names[0] }
      cells.refuse(.importBothSides(names[0], names[1]), at: withdrawal)
    }
    if let word = cells.optionalText(type), let first = events.first,
      let named = cells.optionalValue(type, Self.kind), named != first.kind
    {
      cells.refuse(.importRowMarked(word), at: type)
    }
    return events.first
  }

  private static func kind(_ word: String) throws(LedgerError) -> SavingsEvent.Kind {
    switch word.lowercased() {
    case "deposit", "setoran", "setor", "masuk", "penyetoran", "setor tunai", "setoran tunai":
      .deposit
    case "withdrawal", "penarikan", "tarik", "keluar", "pengambilan", "tarik tunai",
      "penarikan tunai":
      .withdrawal
    case "interest", "jasa", "bunga": .interest
    case "fee", "biaya": .fee
    default:
      throw .importWordUnknown(
        word, known: ["deposit/setoran", "withdrawal/penarikan", "interest/jasa", "fee/biaya"])
    }
  }
}
