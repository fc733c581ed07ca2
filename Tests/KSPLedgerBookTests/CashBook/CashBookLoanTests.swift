import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Rows of a cash book about loans, and rows that are in the book by another act.
@Suite struct CashBookLoanTests {
  let folder: TestFolder
  let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for (number, name) in [
      ("0001", "Siti Aminah"), ("0002", "Budi Santoso"), ("0003", "Rahma Wati"),
    ] {
      _ = try ledger.addMember(
        NewMember(
          number: MemberNumber(number), profile: MemberProfile(name: name),
          joinedOn: day("2026-01-01")))
    }
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1000,50000000,\n", file: "awal.csv", on: day("2025-12-31"))
  }

  /// A loan of ten installments of 120.000, from the bank.
  private func lend(_ member: MemberNumber, _ amount: Rupiah = 1_000_000) throws -> LoanNumber {
    try ledger.disburse(
      LoanApplication(
        member: member, product: "flat", amount: amount, count: 10,
        rate: .percent("2", per: .month), date: day("2026-01-02"),
        note: EntryNote(memo: "cair")), to: "1-1100"
    ).loan.number
  }

  private func sheet(_ rows: CashSheetWriter.Row...) throws -> [SheetText] {
    var writer = CashSheetWriter(received: 50_000_000, paid: 0)
    return [SheetText(try writer.sheet("Pebruari 2026", rows), file: "feb.csv")]
  }

  private func row(
    _ date: String, _ text: String, in received: Rupiah = .zero, out paid: Rupiah = .zero
  ) throws -> CashSheetWriter.Row {
    .init(try day("2026-02-\(date)"), text, in: received, out: paid, remark: "")
  }

  private func book(
    _ sheets: [SheetText], _ change: (CashProposal) -> [String]? = { _ in nil }
  ) throws -> CashImportReport {
    try ledger.importCashBook(
      sheets,
      answers: SheetText(
        CashAnswerList.text(try ledger.cashBookProposals(sheets), change), file: "j.csv"))
  }

  private func problems(
    _ sheets: [SheetText], _ change: (CashProposal) -> [String]?
  ) -> [String] {
    (refused { _ = try book(sheets, change) }?.details ?? []).map(\.message.english)
  }

  @Test("A payment is proposed for the member's loan by words or by its number, and booked as one")
  func payments() throws {
    let (first, second) = (try lend("0001"), try lend("0002"))
    let other = try lend("0002", 2_000_000)
    let sheets = try sheet(
      row("02", "Angsuran pinjaman Siti Aminah", in: 120_000),
      row("02", "Cicilan pokok Budi Santoso", in: 240_000),
      row("03", "Angsuran \(second) ke-1", in: 120_000),
      row("03", "Angsuran Budi Santoso", in: 50_000),
      row("04", "Angsuran Rahma Wati", in: 10_000))
    let rows = try ledger.cashBookProposals(sheets).rows
    #expect(
      rows.map { $0.meaning } == [
        .loan(first), .loan(other), .loan(second), .loan(nil), .loan(nil),
      ])
    #expect(rows.map { $0.member?.number } == ["0001", "0002", "0002", "0002", "0003"])
    #expect(rows[3].reasons.contains { $0.english == "which loan: \(second), \(other)" })
    #expect(rows[4].reasons.contains { $0.english == "no loan is running" })
    let report = try book(sheets) { proposal in
      switch proposal.row.line {
      case 9: ["0002", "\(second)", "", "ya"]
      case 10: ["0003", "sukarela", "", "ya"]
      default: nil
      }
    }
    #expect(report.stored == 5 && report.learned.isEmpty && report.differences.isEmpty)
    for (loan, paid) in [(first, 120_000), (second, 170_000), (other, 240_000)]
      as [(LoanNumber, Rupiah)]
    {
      let card = try ledger.loan(loan)
      #expect(try card.history.map { try $0.parts.total() }.sum() == paid, "\(loan)")
    }
    let before = try BookContent(folder)
    #expect(
      try book(sheets) { proposal in
        proposal.stored == nil
          ? nil
          : [
            proposal.member?.number.text ?? "", proposal.meaning?.text ?? "", "", "",
          ]
      }.alreadyStored == 5)
    #expect(try BookContent(folder) == before)
    #expect(try ledger.verify().isOK)
  }

  @Test("A loan that waits is paid out by its row, when that says what it pays out")
  func disbursement() throws {
    let loan = try ledger.applyForLoan(
      LoanApplication(
        member: "0003", product: "flat", amount: 1_000_000, count: 10, date: day("2026-02-01"))
    ).number
    if try ledger.loan(loan).loan.terms.needsApproval {
      _ = try ledger.approveLoan(loan, on: day("2026-02-01"))
    }
    let sheets = try sheet(row("05", "Pencairan pinjaman Rahma Wati", out: 900_000))
    #expect(try ledger.cashBookProposals(sheets).rows[0].meaning == .loan(loan))
    #expect(problems(sheets) { _ in nil }.first?.contains("pays out Rp1.000.000") == true)
    let right = try sheet(row("05", "Pencairan pinjaman Rahma Wati", out: 1_000_000))
    #expect(try book(right).stored == 1)
    #expect(try ledger.loan(loan).loan.status == .running)
    #expect(try ledger.verify().isOK)
  }

  @Test("What would settle a loan, and a loan of somebody else, is asked about")
  func doubts() throws {
    let loan = try lend("0001")
    let settling = try sheet(row("05", "Pelunasan Siti Aminah", in: 1_100_000))
    #expect(problems(settling) { _ in nil }.first?.contains("answer booked") == true)
    let sheets = try sheet(row("05", "Angsuran Siti Aminah", in: 120_000))
    #expect(
      problems(sheets) { _ in ["0002", "\(loan)", "", "ya"] }
        .first?.contains("is of member 0001") == true)
    #expect(
      problems(sheets) { _ in ["0003", "pinjaman", "", "ya"] }
        .first?.contains("number of the loan is missing") == true)
    #expect(try book(sheets) { _ in ["0001", "pinjaman", "", "ya"] }.stored == 1)
    #expect(refusal { try ledger.setCashWord("kredit", to: .loan(nil)) } == .cashWordUnknown)
  }

  // MARK: - Booked already

  @Test("Who says that a row is booked is shown the voucher, or asked for its number")
  func booked() throws {
    let one = try ledger.deposit(50_000, member: "0001", on: day("2026-02-05"))
    let two = try ledger.deposit(50_000, member: "0002", on: day("2026-02-05"))
    let join = try ledger.deposit(125_000, member: "0003", on: day("2026-02-06"))
    let sheets = try sheet(
      row("05", "Setoran Siti", in: 50_000), row("06", "Pokok Rahma", in: 100_000),
      row("06", "Wajib Rahma", in: 25_000))
    // Two vouchers have the amount.
    let asked = problems(sheets) { proposal in
      ["", "", "", proposal.row.line == 6 ? "sudah" : "sudah \(join.entry)"]
    }
    #expect(asked.first?.contains("\(one.entry), \(two.entry)") == true)
    // Two rows share one voucher, and must come to what it moves.
    let wrong = problems(sheets) { proposal in
      ["", "", "", "sudah \(proposal.row.line == 6 ? one.entry : two.entry)"]
    }
    #expect(wrong.count == 2 && wrong[0].contains("moves Rp50.000"))
    let report = try book(sheets) { proposal in
      ["", "", "", "SUDAH \(proposal.row.line == 6 ? one.entry : join.entry)"]
    }
    #expect(report.stored == 0)
    #expect(report.booked.map(\.entry) == [one.entry, join.entry, join.entry])
    #expect(report.booked.map(\.amount) == [50_000, 100_000, 25_000])
    // The deposit that the sheet does not have is a difference of both days.
    #expect(report.differences.count == 2)
    #expect(problems(sheets) { _ in ["", "", "", "sudah JU-000999"] }.count == 3)
  }

  @Test("As many rows as vouchers of a day are theirs; a part may be booked and another not")
  func alike() throws {
    let two = try [1, 2].map { _ in
      try ledger.deposit(50_000, member: "0001", on: day("2026-02-05")).entry
    }
    let sheets = try sheet(
      row("05", "Setoran Siti", in: 50_000), row("05", "Setoran Siti", in: 50_000))
    let report = try book(sheets) { _ in ["", "", "", "sudah"] }
    #expect(report.booked.map(\.entry) == two && report.differences.isEmpty)

    let mixed = [
      try ledger.deposit(30_000, member: "0002", on: day("2026-02-07")).entry
    ]
    let shared = try sheet(
      row("05", "Setoran Siti", in: 50_000), row("05", "Setoran Siti", in: 50_000),
      row("07", "Setoran Budi dan Rahma", in: 50_000))
    let list = """
      berkas;baris;masuk;keluar;anggota;rekening/akun;bulan yang dibayar;jawaban
      feb.csv;6;50.000;;;;;sudah
      feb.csv;7;50.000;;;;;sudah
      feb.csv;8;30.000;;;;;sudah
      feb.csv;8;20.000;;0003;sukarela;;ya
      """
    let parts = try ledger.importCashBook(shared, answers: SheetText(list, file: "j.csv"))
    #expect(parts.stored == 1 && parts.booked.map(\.entry) == two + mixed)
    #expect(parts.differences.isEmpty)
    #expect(try ledger.verify().isOK)
  }
}
