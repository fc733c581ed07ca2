import KSPCore

/// Posts counter events from a table.
struct TransactionImport {
  private enum Kind {
    case deposit, withdrawal, interest, fee
  }

  private struct TransactionRow {
    let event: CounterEvent
    let kind: Kind
    let place: LedgerError.Place
    let amountPlace: LedgerError.Place
  }

  private static let date = ["date", "tanggal"]
  private static let member = ["member", "anggota"]
  private static let product = ["product", "produk"]
  private static let type = ["type", "jenis"]
  private static let amount = ["amount", "jumlah"]
  private static let reference = ["reference", "referensi", "ref"]

  let session: PostingSession
  let recordedBy: String?

  func run(_ table: CSVTable) throws -> ImportReport {
    var run = try ImportRun(
      table,
      columns: [
        Self.date, Self.member, Self.product, Self.type, Self.amount, Self.reference,
      ])
    let rows = run.parse { cells throws(LedgerError) in try row(cells) }
    var lines: [String: Int] = [:]
    var unique: [TransactionRow] = []
    for row in rows {
      let key = row.event.note.reference ?? ""
      if let first = lines[key] {
        run.refuse(LedgerError.importDuplicate(key, firstLine: first).at(row.place))
      } else {
        lines[key] = row.place.line
        unique.append(row)
      }
    }
    // By date, and within a day in the order of the file: sorting keeps equal rows as they are.
    let ordered = unique.enumerated().sorted {
      ($0.element.event.date, $0.offset) < ($1.element.event.date, $1.offset)
    }
    for (_, row) in ordered {
      try run.store(at: row.amountPlace) { try !post(row).isReplay }
    }
    return try run.finish()
  }

  private func row(_ cells: RowReader) throws(LedgerError) -> TransactionRow {
    let kind = try cells.value(Self.type) { word throws(LedgerError) in
      switch word.lowercased() {
      case "deposit", "setoran", "setor": Kind.deposit
      case "withdrawal", "penarikan", "tarik": Kind.withdrawal
      case "interest", "jasa", "bunga": Kind.interest
      case "fee", "biaya": Kind.fee
      default:
        throw .importWordUnknown(
          word, known: ["deposit/setoran", "withdrawal/penarikan", "interest/jasa", "fee/biaya"])
      }
    }
    let amount = try cells.value(Self.amount) { text throws(LedgerError) in
      let amount = try Rupiah(parsing: text)
      guard amount.isPositive else { throw .amountNotPositive(amount) }
      return amount
    }
    return TransactionRow(
      event: CounterEvent(
        amount: amount, member: try cells.text(Self.member),
        product: try cells.text(Self.product).lowercased(),
        date: try cells.value(Self.date) { text throws(LedgerError) in
          try BookDate(parsing: text)
        },
        note: EntryNote(
          reference: try cells.text(Self.reference),
          memo: try cells.optionalText(["memo", "keterangan"]), recordedBy: recordedBy)),
      kind: kind, place: cells.place(Self.reference), amountPlace: cells.place(Self.amount))
  }

  private func post(_ row: TransactionRow) throws -> Receipt {
    switch row.kind {
    case .deposit: try session.deposit(row.event)
    case .withdrawal: try session.withdraw(row.event)
    case .interest: try session.bringInterest(row.event)
    case .fee: try session.chargeFee(row.event)
    }
  }
}
