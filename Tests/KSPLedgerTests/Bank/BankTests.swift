import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The statement of the bank beside the book: brought in once, ticked, booked by rule, reconciled.
@Suite struct BankTests {
  let folder: TestFolder
  let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    try ledger.join("0001")
  }

  static let statement = """
    Tanggal;Keterangan;Debet;Kredit;Saldo
    05/01/2026;SETORAN TUNAI JU-000001;0;500.000;500.000
    06/01/2026;TRSF MASUK;0;250.000;750.000
    31/01/2026;JASA GIRO;0;1.000;751.000
    31/01/2026;PAJAK JASA GIRO;200;0;750.800
    31/01/2026;BIAYA ADM;15.000;0;735.800
    """

  private func bring(_ text: String = statement) throws -> ImportReport {
    try ledger.importBankStatement(SheetText(text, file: "mutasi.csv"))
  }

  private func code(_ text: String) throws -> AccountCode { try AccountCode(text) }

  private func deposit(_ amount: Rupiah, on date: String) throws -> EntryNumber {
    try ledger.deposit(amount, member: "0001", from: code("1-1100"), on: day(date)).entry
  }

  private func rules() throws {
    try ledger.setBankRule("jasa giro", to: code("4-1200"))
    try ledger.setBankRule("pajak jasa giro", to: code("5-4000"))
    try ledger.setBankRule("biaya adm", to: code("5-4000"))
  }

  @Test("K8: a statement is brought in once")
  func once() throws {
    let first = try bring()
    #expect(first.stored == 5 && first.alreadyStored == 0)
    let before = try BookContent(folder)
    let again = try bring()
    #expect(again.stored == 0 && again.alreadyStored == 5)
    #expect(try BookContent(folder) == before)
    // The next statement overlaps, and comes with the latest line first.
    let next = try bring(
      """
      Tanggal;Keterangan;Debet;Kredit;Saldo
      02/02/2026;TRSF KELUAR;35.800;0;700.000
      31/01/2026;BIAYA ADM;15.000;0;735.800
      """)
    #expect(next.stored == 1 && next.alreadyStored == 1)
    #expect(try ledger.verify().isOK)
  }

  @Test("balances must follow from line to line, and from statement to statement")
  func balances() throws {
    let broken = refused { try bring(Self.statement.replacing("751.000", with: "752.000")) }
    #expect(broken?.code == .importRefused)
    #expect(broken?.details.map(\.code) == [.bankBalanceBroken])
    _ = try bring()
    let gap = refused {
      try bring("Tanggal;Keterangan;Jumlah;D/K;Saldo\n03/02/2026;X;1.000;K;9.000\n")
    }
    #expect(gap?.details.map(\.code) == [.bankGap])
    let signed = try bring("Tanggal;Keterangan;Jumlah;D/K;Saldo\n03/02/2026;X;800;D;735.000\n")
    #expect(signed.stored == 1)
  }

  @Test("K8: ticked by amount and day, booked by rule, reconciled")
  func matching() throws {
    let first = try deposit(500_000, on: "2026-01-03")
    let second = try deposit(250_000, on: "2026-01-06")
    let late = try deposit(70_000, on: "2026-01-31")
    _ = try bring()
    try rules()
    let preview = try ledger.matchBank(dryRun: true)
    let match = try ledger.matchBank()
    #expect(preview.pairs.map(\.entry) == match.pairs.map(\.entry))
    #expect(match.pairs.map(\.line.number) == [1, 2, 3, 4, 5])
    #expect(match.pairs.prefix(2).map(\.entry) == [first, second])
    #expect(match.pairs.suffix(3).map(\.booked?.text) == ["4-1200", "5-4000", "5-4000"])
    #expect(match.open.isEmpty && match.doubtful.isEmpty)
    #expect(try ledger.account(code("4-1200")).balance == 1_000)
    #expect(try ledger.account(code("5-4000")).balance == 15_200)
    let state = try ledger.bankReconciliation(on: day("2026-01-31"))
    #expect(state.bank == 735_800 && state.book == 805_800)
    #expect(state.difference == -70_000)
    #expect(state.entries.map(\.entry) == [late] && state.lines.isEmpty)
    #expect(state.unexplained == 0 && !state.isSettled)
    #expect(try ledger.matchBank().pairs.isEmpty)
    let standing = try #require(try ledger.bankStandings().first)
    #expect(standing.open == 1 && standing.lastMatched != nil)
    #expect(try ledger.verify().isOK)
  }

  @Test("a rule whose account was closed is named, and can be ended")
  func closedTarget() throws {
    _ = try bring()
    try rules()
    try ledger.addAccount(
      ChartOfAccounts.Entry(
        code: code("4-1900"), name: Phrase(id: "Jasa giro", en: "Interest of the bank"),
        type: .income, parent: code("4-0000"), isPostable: true))
    try ledger.setBankRule("jasa giro", to: code("4-1900"))
    try ledger.closeAccount(code("4-1900"), on: day("2026-01-31"))
    let error = try #require(refused { try ledger.matchBank() })
    #expect(error.code == .bankLineUnfit)
    #expect(error.message.indonesian.contains("Aturan “jasa giro”"))
    #expect(try error.remedies.first == .counter(.endBankRule("jasa giro", of: code("1-1100"))))
    try ledger.setBankRule("jasa giro", to: nil)
    #expect(try ledger.matchBank().pairs.map(\.line.number) == [4, 5])
  }

  @Test("nothing is guessed where two vouchers fit, and a person ticks")
  func doubtful() throws {
    let first = try deposit(250_000, on: "2026-01-05")
    let second = try deposit(250_000, on: "2026-01-07")
    _ = try bring()
    let match = try ledger.matchBank()
    #expect(match.doubtful.map(\.number) == [2])
    #expect(match.open.map(\.number) == [1, 3, 4, 5])
    #expect(refusal { try ledger.tickBankLine(1, against: first) } == .bankLineUnfit)
    #expect(refusal { try ledger.tickBankLine(9, against: first) } == .bankLineUnknown)
    #expect(try ledger.tickBankLine(2, against: second).entry == second)
    #expect(refusal { try ledger.tickBankLine(2, against: first) } == .bankLineUnfit)
    #expect(try ledger.tickBankLine(2, against: nil).entry == nil)
    #expect(try ledger.tickBankLine(2, against: first).entry == first)
    // What is reversed is open again.
    _ = try ledger.reverse(first, on: day("2026-01-08"))
    #expect(
      try ledger.bankReconciliation(on: day("2026-01-31")).lines.map(\.number)
        == [1, 2, 3, 4, 5])
    #expect(try ledger.matchBank().pairs.map(\.entry) == [second])
    #expect(try ledger.verify().isOK)
  }

  @Test("a line of a closed month is booked on the first open day")
  func closedMonth() throws {
    try rules()
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try bring()
    let match = try ledger.matchBank()
    #expect(match.pairs.count == 3)
    var days: Set<BookDate> = []
    try ledger.entries { entry in
      if match.pairs.map(\.entry).contains(entry.number) { days.insert(entry.bookDate) }
    }
    #expect(try days == [day("2026-02-01")])
    try ledger.setBankRule("biaya adm", to: nil)
    #expect(try ledger.bankRules().map(\.text) == ["jasa giro", "pajak jasa giro"])
    #expect(try ledger.verify().isOK)
  }

  @Test("of two rules that hold for a line the longer decides; of one length none does")
  func tiedRules() throws {
    try ledger.setBankRule("jasa", to: code("4-1200"))
    try ledger.setBankRule("GIRO", to: code("5-4000"))
    try ledger.setBankRule("biaya adm", to: code("5-4000"))
    try ledger.setBankRule("BIAYA", to: code("5-2100"))
    _ = try bring()
    let match = try ledger.matchBank()
    #expect(match.pairs.map(\.line.number) == [5] && match.pairs[0].booked == "5-4000")
    #expect(match.tied.map(\.line.number) == [3, 4])
    #expect(match.tied.first?.rules.map(\.text) == ["GIRO", "jasa"])
    #expect(match.open.map(\.number) == [1, 2])
    let state = try ledger.bankReconciliation(on: day("2026-01-31"))
    #expect(state.ties == match.tied && state.lines.map(\.number) == [1, 2, 3, 4])
    // Two rules that lead to the same account say the same.
    try ledger.setBankRule("GIRO", to: code("4-1200"))
    try ledger.setBankRule("pajak jasa", to: code("5-4000"))
    let later = try ledger.matchBank()
    #expect(later.tied.isEmpty && later.pairs.map(\.line.number) == [3, 4])
    #expect(later.pairs.map(\.booked?.text) == ["4-1200", "5-4000"])
    #expect(try ledger.verify().isOK)
  }

  @Test("which bank is meant must be clear")
  func whichBank() throws {
    #expect(refusal { try ledger.bankReconciliation(of: code("1-1000")) } == .bankUnknown)
    #expect(refusal { try ledger.setBankRule("x", to: code("SUK-0001")) } == .accountUnknown)
  }

  @Test("A difference that nothing open explains is named, at the bank and at a month end")
  func unexplained() throws {
    _ = try deposit(500_000, on: "2026-01-05")
    // The bank had 9.000 before that the book knows nothing of.
    _ = try bring(
      "Tanggal;Keterangan;Debet;Kredit;Saldo\n05/01/2026;SETORAN JU-000002;0;500.000;509.000\n")
    try ledger.matchBank()
    let standing = try #require(try ledger.bankStandings().first)
    #expect(standing.open == 0 && standing.unexplained == 9_000)
    #expect(try standing.statedThrough == day("2026-01-05"))
    let finding = try ledger.monthEndOutlook().findings.first { $0.kind == .bankOpen }
    #expect(finding?.amount == 9_000 && finding?.count == 0)
    #expect(finding?.places.map(\.english) == ["1-1100: 0"])
  }

  @Test("A rule books to no account that keeps what is its own, nor to the bank itself")
  func rulesThatFit() throws {
    for target in ["1-1100", "3-9000", "1-1330", "2-1420"] {
      let error = refused { try ledger.setBankRule("ADM", to: code(target)) }
      #expect(error?.code == .accountOwnAct, "\(target)")
    }
    #expect(try ledger.bankRules().isEmpty)
  }
}
