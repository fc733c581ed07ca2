import KSPCore

/// Posts counter events from a table.
///
/// The rows are read twice: once for their days, which give the order, and once to post them. Only
/// the day and the place of each row are kept between, so that the memory of a large file is
/// little more than the file.
struct TransactionImport {
  private let session: PostingSession
  private let desk: SavingsDesk
  private let note: EntryNote
  private let table: CSVTable
  private let date, member, product, account, type, amount, reference, memo: CSVColumn

  init(_ table: CSVTable, session: PostingSession, note: EntryNote) {
    self.session = session
    desk = SavingsDesk(session: session)
    self.note = note
    self.table = table
    date = table.column(["date", "tanggal"])
    member = table.column(["member", "anggota"])
    product = table.column(["product", "produk"])
    account = table.column(["account", "rekening"])
    type = table.column(["type", "jenis"])
    amount = table.column(["amount", "jumlah"])
    reference = table.column(["reference", "referensi", "ref"])
    memo = table.column(["memo", "keterangan"])
  }

  func run(progress: ((Int) -> Void)?) throws -> ImportReport {
    var run = try ImportRun(
      table, needed: [date, member, product, type, amount, reference], progress: progress)
    let firstOfFile = session.journal.next
    /// The lines whose rows were stored now, in the order of their entries.
    var lines: [Int] = []
    for position in order(&run) {
      guard let row = table.row(at: position), let event = run.read(row, { read(&$0) })
      else { continue }
      try run.count(event.total, event.amount)
      try run.store(row, at: amount) {
        let receipt: Receipt
        do {
          receipt = try desk.post(event)
        } catch let error as LedgerError where error.code == .referenceReused {
          throw try duplicate(event, row, firstOfFile, lines)
            ?? error.at(table.place(row, reference))
        }
        if receipt.isReplay {
          if let twice = try duplicate(event, row, firstOfFile, lines) { throw twice }
          return false
        }
        lines.append(row.position.line)
        return true
      }
    }
    return try run.finish()
  }

  /// What must be said when a row's reference stands in an earlier row of the same file.
  private func duplicate(
    _ event: SavingsEvent, _ row: CSVRow, _ firstOfFile: EntryNumber, _ lines: [Int]
  ) throws -> LedgerError? {
    guard let key = event.note.reference,
      let entry = try session.entryNumber(reference: key), entry >= firstOfFile
    else { return nil }
    let line = lines[Int(entry.value - firstOfFile.value)]
    return LedgerError.importDuplicate(key, firstLine: line).at(table.place(row, reference))
  }

  /// Where the rows begin: by day, and within a day in the order of the file.
  ///
  /// A row whose day cannot be read comes first; reading it again says what is wrong with it.
  private func order(_ run: inout ImportRun) -> [CSVPosition] {
    var days: [(day: BookDate, position: CSVPosition)] = []
    var unreadable: [LedgerError] = []
    table.forEachRow { row in
      var cells = RowReader(row, file: table.file)
      let day = cells.value(date) { text throws(LedgerError) in try BookDate(parsing: text) }
      days.append((day ?? .earliest, row.position))
    } unreadable: { problem in
      unreadable.append(problem)
    }
    for problem in unreadable { run.refuse(problem) }
    days.sort { ($0.day, $0.position) < ($1.day, $1.position) }
    return days.map(\.position)
  }

  private func read(_ cells: inout RowReader) -> SavingsEvent? {
    let day = cells.value(date) { text throws(LedgerError) in try BookDate(parsing: text) }
    let member = cells.text(member)
    let product = cells.text(product)
    let account = cells.optionalValue(account) { text throws(LedgerError) in
      try AccountCode(text)
    }
    let kind = cells.value(type) { word throws(LedgerError) in
      switch word.lowercased() {
      case "deposit", "setoran", "setor": SavingsEvent.Kind.deposit
      case "withdrawal", "penarikan", "tarik": SavingsEvent.Kind.withdrawal
      case "interest", "jasa", "bunga": SavingsEvent.Kind.interest
      case "fee", "biaya": SavingsEvent.Kind.fee
      default:
        throw .importWordUnknown(
          word, known: ["deposit/setoran", "withdrawal/penarikan", "interest/jasa", "fee/biaya"])
      }
    }
    let amount = cells.value(amount) { text throws(LedgerError) in
      let amount = try Rupiah(parsing: text)
      guard amount.isPositive else { throw .amountNotPositive(amount) }
      return amount
    }
    let reference = cells.text(reference)
    let memo = cells.optionalText(memo)
    guard let day, let member, let product, let kind, let amount, let reference else { return nil }
    return SavingsEvent(
      kind, amount, member: member, product: product.lowercased(), account: account, on: day,
      note: EntryNote(
        reference: reference, memo: memo ?? note.memo, recordedBy: note.recordedBy,
        exceptions: note.exceptions))
  }
}

extension SavingsEvent {
  /// The sum of an import that the event is part of.
  fileprivate var total: ImportReport.Total.Kind {
    switch kind {
    case .deposit: .deposit
    case .withdrawal: .withdrawal
    case .interest: .interest
    case .fee: .fee
    case .opening: .savings
    }
  }
}
