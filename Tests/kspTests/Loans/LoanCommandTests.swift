import Foundation
import KSPTestSupport
import Testing

/// Loans through the built program, from the application to the end.
@Suite struct LoanCommandTests {
  typealias Book = LoanBookFolder

  @Test func aLoanIsAppliedForApprovedPaidOutAndPaidBack() throws {
    let folder = try Book.empty()
    try Book.run(
      folder,
      "pinjaman produk ubah menurun --approval --fee provisi=1%:4-1110 --fee w=25000:savings/wajib "
        + "--late-fee 0,1%/day:arrears --late-fee-grace 3 --yes")
    let card = try Book.run(
      folder,
      "pinjaman ajukan 0001 12.000.000 --product menurun --term 3 --date 2026-01-10 "
        + "--collateral vehicle=15000000:BPKB --guarantor 0002 --by Rina --yes")
    for text in ["Diajukan", "BPKB", "0002", "4.000.000"] { #expect(card.contains(text)) }
    let tooEarly = try CommandTests.ksp(
      folder, "cairkan", "PJ-0001", "--date", "2026-01-15", "--yes")
    #expect(tooEarly.status == 65)
    try Book.run(folder, "pinjaman setujui PJ-0001 --date 2026-01-12 --by Ketua --yes")
    let paid = try Book.run(
      folder, "cairkan PJ-0001 --date 2026-01-15 --ref C1 --format json --yes")
    #expect(paid.contains(#""amount":"11855000""#), "\(paid)")
    // Exact, late, and ahead of time.
    let exact = try Book.run(folder, "angsur PJ-0001 --date 2026-02-15 --format csv --yes")
    #expect(exact.contains(",4180000,1,interest,180000,8000000"), "\(exact)")
    let late = try Book.run(folder, "angsur PJ-0001 --date 2026-03-25 --format csv --yes")
    #expect(late.contains(",late-fee,28840,"), "\(late)")
    let ahead = try Book.run(folder, "angsur PJ-0001 --date 2026-03-26 --yes")
    #expect(ahead.contains("empat juta enam puluh ribu rupiah"))
    let end = try Book.run(folder, "statement loan PJ-0001 --as-of 2026-03-31 --format json")
    #expect(end.contains(#""status":"settled","asOf":"2026-03-31","outstanding":"0""#))
    for step in ["applied", "approved", "disbursed"] {
      #expect(end.contains("{\"kind\":\"\(step)\""))
    }
    #expect(end.contains(#""recordedBy":"Ketua""#))
    try Book.run(folder, "verify")
  }

  @Test func aLateLoanIsRescheduledWrittenOffAndRecovered() throws {
    let folder = try Book.lent()
    for month in 1...4 { try Book.run(folder, "month-end run 2026-0\(month) --yes") }
    let classes = try Book.run(folder, "kolektibilitas --as-of 2026-05-31 --format json")
    #expect(classes.contains(#""daysPastDue":105,"class":3,"className":"Kurang lancar""#))
    let list = try Book.run(folder, "pinjaman daftar --as-of 2026-05-31")
    #expect(list.contains("91–180                 1"), "\(list)")
    let dry = try Book.run(
      folder,
      "pinjaman jadwal-ulang PJ-0001 --term 24 --rate 1%/bulan --date 2026-05-31 --dry-run")
    #expect(dry.contains("24×") || dry.contains("  24 2028-05-31"), "\(dry)")
    let card = try Book.run(
      folder, "pinjaman jadwal-ulang PJ-0001 --term 24 --rate 1%/bulan --date 2026-05-31 --yes")
    #expect(card.contains("Dijadwal ulang"), "\(card)")
    #expect(card.contains("2028-05-31"))
    let off = try Book.run(
      folder, "pinjaman hapus-buku PJ-0001 --date 2026-05-31 --format json --yes")
    #expect(off.contains(#""kind":"writeOff""#))
    let back = try Book.run(
      folder, "pinjaman terima PJ-0001 500.000 --date 2026-05-31 --format json --yes")
    #expect(back.contains(#""kind":"recovery""#))
    let nominative = try Book.run(folder, "pinjaman nominatif --as-of 2026-05-31")
    #expect(nominative.contains("COCOK"))
    // The loans of an earlier day are those of that day, and the ledger said the same then.
    for day in ["01-10", "01-15", "03-31", "05-30"] {
      #expect(try Book.run(folder, "loan nominative --as-of 2026-\(day)").contains("COCOK"))
    }
    #expect(try Book.run(folder, "loan list --as-of 2026-05-30 --format csv").contains(",running,"))
    let all = try Book.run(folder, "loan list --all --as-of 2026-05-31 --format csv")
    #expect(all.contains(",menurun,written-off,"))
    #expect(try !Book.run(folder, "loan list --as-of 2026-05-31 --format csv").contains("PJ-0001"))
    try Book.run(folder, "verify")
  }

  @Test func aLoanIsExplainedAndATamperedOneGivesOne() throws {
    let folder = try Book.lent()
    let open = try Book.run(folder, "jelaskan PJ-0001 2026-01")
    #expect(open.contains("belum ditutup") && open.contains("30/360"), "\(open)")
    try Book.run(folder, "month-end run 2026-01 --yes")
    try Book.run(folder, "angsur PJ-0001 --date 2026-02-15 --yes")
    try Book.run(folder, "month-end run 2026-02 --yes")
    let json = try Book.run(folder, "explain PJ-0001 2026-02 --format json")
    for text in [
      #"{"schema":"ksp.loan-explanation/1","month":"2026-02","number":"PJ-0001""#,
      #""exact":"180000""#, #""agrees":true}"#,
    ] { #expect(json.contains(text), "\(json)") }
    let csv = try Book.run(folder, "explain PJ-0001 2026-02 --format csv")
    #expect(csv.contains("PJ-0001,2026-02,interest,1,,2026-02-15,,,,,180000,180000,180000,"))
    // A savings account and its member's number are explained as before; a stranger is not.
    #expect(
      try Book.run(folder, "explain POK-0001 2026-02 --format json").contains("ksp.explain/1"))
    #expect(try CommandTests.ksp(folder, "explain", "PJ-0009", "2026-02").status == 65)
    try tamper(with: folder, "koperasi.ksp", "UPDATE loanMonth SET class = 2")
    let tampered = try CommandTests.ksp(folder, "explain", "PJ-0001", "2026-02")
    #expect(tampered.status == 1 && tampered.output.contains("TIDAK COCOK"))
    let whole = try CommandTests.ksp(folder, "month-end", "status", "2026-02", "--format", "csv")
    #expect(whole.output.contains("2026-02,loan,menurun,,,,,PJ-0001,2,11000000,0,0,0,55000,"))
  }

  @Test func aLoanIsQuotedAndSettled() throws {
    let folder = try Book.lent()
    try Book.run(folder, "setor 0001 20000000 --date 2026-01-16 --yes")
    let quote = try Book.run(
      folder, "pinjaman hitung-lunas PJ-0001 --date 2026-01-31 --format json")
    #expect(
      quote.hasPrefix(#"{"schema":"ksp.settlement/1","loan":"PJ-0001","memberNumber":"0001""#))
    for field in [
      #""interest":"180000","lateFee":"0""#, #""penalty":"0""#,
      #""total":"12180000","product":"menurun","known":"#,
    ] { #expect(quote.contains(field)) }
    let other = try CommandTests.ksp(
      folder, "pinjaman", "lunasi", "PJ-0001", "12000000", "--date", "2026-01-31", "--yes")
    #expect(other.status == 65)
    let paid = try Book.run(
      folder, "pinjaman lunasi PJ-0001 --from 0001 --date 2026-01-31 --ref L1 --format json --yes")
    #expect(paid.contains(#""outstanding":"0""#))
    let again = try CommandTests.ksp(
      folder, "loan", "settle", "PJ-0001", "--from", "0001", "--date", "2026-01-31", "--ref", "L1",
      "--yes")
    #expect(again.status == 0)
    #expect(again.messages.contains("Sudah dibukukan"))
    let savings = try Book.run(
      folder, "statement account SUK-0001 --from 2026-01-01 --to 2026-01-31 --format json")
    #expect(savings.contains("\"closing\":\"7820000\",\"known\":"), "\(savings)")
  }

  @Test func aPayrollListIsOneVoucherWithAReceiptForEachRow() throws {
    let folder = try Book.lent()
    try Book.run(folder, "disburse 0002 6000000 --product flat --term 6 --date 2026-01-15 --yes")
    let file = URL(fileURLWithPath: folder.file("gaji.csv"))
    try Data("member;amount\n0001;1.180.000\n0002;1.090.000\n".utf8).write(to: file)
    let line = "angsur --list gaji.csv --ref GAJI-02 --date 2026-02-15 --yes"
    let text = try Book.run(folder, line)
    for part in ["Rp2.270.000", "Siti Aminah", "Budi", "5.000.000", "11.000.000"] {
      #expect(text.contains(part), "\(text)")
    }
    let before = try Book.content(folder)
    let again = try CommandTests.run(folder, line.split(separator: " ").map(String.init))
    #expect(again.status == 0)
    #expect(again.messages.contains("Sudah dibukukan"))
    try Data("member;amount\n0001;1.000\n0099;1.000\nPJ-0002;x\n".utf8).write(to: file)
    let refused = try CommandTests.ksp(
      folder, "angsur", "--list", "gaji.csv", "--date", "2026-02-16", "--yes")
    #expect(refused.status == 65)
    #expect(refused.messages.contains("gaji.csv:4"), "\(refused.messages)")
    try Data("member;amount\n0099;1.000\n".utf8).write(to: file)
    let stranger = try CommandTests.ksp(
      folder, "angsur", "--list", "gaji.csv", "--date", "2026-02-16", "--yes")
    #expect(stranger.status == 65)
    #expect(stranger.messages.contains("0099"))
    #expect(try Book.content(folder) == before)
  }

  @Test func installmentsOfAPeriodAreListed() throws {
    let folder = try Book.lent()
    try Book.run(folder, "repay PJ-0001 1000000 --date 2026-01-20 --yes")
    let due = try Book.run(folder, "tagihan --from 2026-02-01 --to 2026-03-31 --format csv")
    #expect(
      due == """
        due,loan,member_number,member,product,number,principal,interest,total\r
        2026-02-15,PJ-0001,0001,Siti Aminah,menurun,1,180000,0,180000\r
        2026-03-15,PJ-0001,0001,Siti Aminah,menurun,2,1000000,165000,1165000\r

        """)
  }

  /// Loans are added up from plans and payments, the ledger from its postings.
  @Test func theNominativeListSaysWhenTheLedgerDiffers() throws {
    let folder = try Book.lent()
    #expect(try CommandTests.ksp(folder, "loan", "nominative", "--as-of", "2026-01-31").status == 0)
    try tamper(
      with: folder, "koperasi.ksp",
      """
      UPDATE posting SET amount = amount - 100000
      WHERE account = (SELECT id FROM account WHERE code = 'PJ-0001')
      """)
    let outcome = try CommandTests.ksp(folder, "loan", "nominative", "--as-of", "2026-01-31")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("TIDAK COCOK"))
    #expect(outcome.output.contains("12.000.000         11.999.000"), "\(outcome.output)")
  }

  @Test func aMemberLeavesWithTheLoanSetOff() throws {
    let folder = try Book.empty()
    try Book.run(folder, "setor 0001 20000000 --date 2026-01-03 --yes")
    try Book.run(folder, "disburse 0001 12000000 --product menurun --date 2026-01-15 --yes")
    let refused = try CommandTests.ksp(
      folder, "member", "leave", "0001", "--date", "2026-01-31", "--yes")
    #expect(refused.status == 65)
    #expect(refused.messages.contains("--potong-pinjaman"))
    let paid = try Book.run(
      folder, "member leave 0001 --set-off-loans --date 2026-01-31 --format json --yes")
    #expect(paid.contains(#""amount":"7920000""#), "\(paid)")
    try Book.run(folder, "verify")
  }

  @Test func whatGoesBeyondARuleIsNamedAndStored() throws {
    let folder = try Book.empty()
    let outcome = try CommandTests.ksp(
      folder, "disburse", "0001", "100000000", "--product", "flat", "--rate", "3%/bulan", "--date",
      "2026-01-15", "--yes")
    #expect(outcome.status == 0)
    for rule in ["pasal 27", "pasal 45"] { #expect(outcome.messages.contains(rule)) }
    let mild = try CommandTests.ksp(
      folder, "disburse", "0002", "1000000", "--product", "flat", "--date", "2026-01-15", "--yes")
    #expect(!mild.messages.contains("pasal"))
  }

  @Test func aProductIsAddedWithEveryTerm() throws {
    let folder = try Book.empty()
    try Book.run(
      folder,
      "loan product add musiman Musiman --method bullet --rate 2%/month --term 6 "
        + "--interest-due end --account interest-income=4-1200 --yes")
    try Book.run(
      folder,
      "loan product set musiman --day-count actual/365 --round-to 100 --rounding up --shift next "
        + "--minimum 500000 --maximum 9000000 --max-term 12 --approval --penalty 1,5% "
        + "--late-fee 5000/month:installment --late-fee-grace 2 --late-fee-cap 10% "
        + "--allocation principal,interest,late-fee --prepayment savings:sukarela "
        + "--settlement elapsed --recognition daily --collectibility lkm --provision rpm --yes")
    let shown = try Book.run(folder, "loan product show musiman --format json")
    for text in [
      #""interestIncome":"4-1200""#, #""method":"bullet","rate":"2%/month","term":6"#,
      #""dayCount":"actual/365","interestDue":"end""#, #""roundTo":"100","rounding":"up""#,
      #""shift":"next","minimum":"500000","maximum":"9000000","maxTerm":12,"approval":true"#,
      #""lateFee":"5000/month:installment","lateFeeGrace":2,"lateFeeCap":"10%""#,
      #""allocation":"principal,interest,late-fee","prepayment":"savings:sukarela""#,
      #""settlement":"elapsed","penalty":"1.5%","advanceReturned":false,"recognition":"daily""#,
      #""collectibility":"lkm","provision":"rpm""#,
    ] {
      #expect(shown.contains(text), "\(text)\n\(shown)")
    }
    try Book.run(folder, "loan product set musiman --no-late-fee --no-approval --yes")
    let after = try Book.run(folder, "loan product show musiman --format json")
    #expect(after.contains(#""approval":false"#) && after.contains(#""lateFee":null"#))
  }

  static let refusals: [(line: String, status: Int32)] = [
    ("repay PJ-0009 --date 2026-02-15 --yes", 65), ("repay PJ-0001 0 --date 2026-02-15 --yes", 65),
    ("repay PJ-0001 1.5 --date 2026-02-15 --yes", 64),
    ("repay PJ-0001 --date 2026-01-14 --yes", 65), ("repay PJ-0001 --date 2026-02-30 --yes", 64),
    ("repay PJ-0001 --from 0002 --date 2026-02-15 --yes", 65), ("repay --yes", 64),
    ("repay PJ-0001 --list gaji.csv --yes", 64), ("repay --list none.csv --yes", 66),
    ("repay PJ-0001 12600000 --date 2026-01-20 --yes", 65),
    ("repay PJ-0001 99000000 --no-settle --date 2026-01-20 --yes", 65),
    ("repay PJ-0001 12000000 --settle --date 2026-01-20 --yes", 65),
    ("repay PJ-0001 --principal 13000000 --date 2026-01-20 --yes", 65),
    ("repay PJ-0001 5 --principal 4 --date 2026-01-20 --yes", 65),
    ("repay PJ-0001 --interest x --date 2026-01-20 --yes", 64),
    ("repay --list gaji.csv --principal 4 --yes", 64),
    ("repay --list gaji.csv --settle --yes", 64),
    ("repay PJ-0001 --date 2025-12-31 --yes", 65), ("repay PJ-0001 --date 2026-02-15", 64),
    ("disburse PJ-0001 --date 2026-01-20 --yes", 65), ("disburse PJ-0009 --yes", 65),
    ("disburse 0009 1000000 --product flat --date 2026-01-20 --yes", 65),
    ("disburse 0002 1000000 --product kredit --date 2026-01-20 --yes", 65),
    ("disburse 0002 1000000 --date 2026-01-20 --yes", 64),
    ("disburse 0002 0 --product flat --date 2026-01-20 --yes", 65),
    ("disburse 0002 1000000 --product flat --term 0 --date 2026-01-20 --yes", 65),
    ("disburse 0002 1000000 --product flat --term 1201 --date 2026-01-20 --yes", 65),
    ("disburse 0002 1000000 --product flat --rate 1001%/year --date 2026-01-20 --yes", 64),
    ("disburse 0002 1000000 --product flat --first-due 2026-01-20 --date 2026-01-20 --yes", 65),
    ("loan apply 0002 1000000 --product flat --collateral gold=5:x --date 2026-01-20 --yes", 64),
    ("loan apply 0002 1000000 --product flat --collateral land --date 2026-01-20 --yes", 64),
    ("loan approve PJ-0001 --date 2026-01-20 --yes", 65),
    ("loan reject PJ-0001 --date 2026-01-20 --yes", 65),
    ("loan recover PJ-0001 5000 --date 2026-01-20 --yes", 65),
    ("loan reschedule PJ-0001 --term 0 --date 2026-01-20 --yes", 65),
    ("loan reschedule PJ-0001 --term 9 --method x --date 2026-01-20 --yes", 64),
    ("loan reschedule PJ-0001 --term 9 --date 2026-01-14 --yes", 65),
    ("loan write-off PJ-0001 --date 2026-01-14 --yes", 65),
    ("loan settle PJ-0001 1 --date 2026-01-20 --yes", 65),
    ("loan quote PJ-0009", 65), ("loan show PJ-0009", 65), ("loan list --member 0009", 65),
    ("loan list --product x", 65), ("statement loan X", 65),
    ("collectibility --as-of 2026-02-30", 64), ("due --from 2026-02-02 --to 2026-02-01", 64),
    ("loan product show x", 65), ("loan product set x --rate 1%/month --yes", 65),
    ("loan product set flat --rate 1 --yes", 64), ("loan product set flat --term 0 --yes", 65),
    ("loan product set flat --effective 2026-13 --yes", 64),
    ("loan product set flat --fee a=1% --yes", 64),
    ("loan product set flat --fee a=1%:9-9999 --yes", 65),
    ("loan product set flat --fee a=1%:savings/x --yes", 65),
    ("loan product set flat --fee a=1%:4-1110 --no-fees --yes", 64),
    ("loan product set flat --late-fee 1%/year:arrears --yes", 64),
    ("loan product set flat --late-fee 1%/day --yes", 64),
    ("loan product set flat --late-fee-grace 3 --yes", 64),
    ("loan product set flat --allocation interest,interest --yes", 65),
    ("loan product set flat --allocation interest,principal --yes", 65),
    ("loan product set flat --allocation dnda --yes", 64),
    ("loan product set flat --prepayment savings: --yes", 64),
    ("loan product set flat --settlement 0 --yes", 64),
    ("loan product set flat --collectibility x --yes", 65),
    ("loan product set flat --provision x --yes", 65),
    ("loan product add flat Flat --yes", 65), ("loan product add x X --like y --yes", 65),
    ("loan product add x X --account income=4-1000 --yes", 64),
    ("loan product add x X --account interest-income=1-1000 --yes", 65),
    ("loan product add x X --account interest-income=9-9999 --yes", 65),
  ]

  @Test func refusalsSayWhyAndChangeNothing() throws {
    let folder = try Book.lent()
    let before = try Book.content(folder)
    for (line, status) in Self.refusals {
      let outcome = try CommandTests.run(folder, line.split(separator: " ").map(String.init))
      #expect(outcome.status == status, "\(line): \(outcome.messages)")
      #expect(outcome.output.isEmpty, "\(line)")
      #expect(outcome.messages.contains("petunjuk: "), "\(line): \(outcome.messages)")
      for name in ["LedgerError", "Error(", "KSPCore", "Optional"] {
        #expect(!outcome.messages.contains(name), "\(line): \(outcome.messages)")
      }
    }
    #expect(try Book.content(folder) == before)
  }

  @Test func whatIsEndedOrClosedIsRefused() throws {
    let folder = try Book.lent()
    try Book.run(folder, "loan settle PJ-0001 --date 2026-01-31 --yes")
    try Book.run(folder, "disburse 0002 1000000 --product flat --date 2026-01-31 --yes")
    try Book.run(folder, "month-end run 2026-01 --yes")
    let before = try Book.content(folder)
    for line in [
      "repay PJ-0001 --date 2026-02-15 --yes", "repay PJ-0002 5000 --date 2026-01-31 --yes",
      "loan settle PJ-0001 --date 2026-02-15 --yes",
      "disburse 0001 1000000 --product flat --date 2026-01-31 --yes",
      "loan product set flat --effective 2026-01 --rate 1%/month --yes",
    ] {
      let outcome = try CommandTests.run(folder, line.split(separator: " ").map(String.init))
      #expect(outcome.status == 65, "\(line): \(outcome.messages)")
    }
    #expect(try Book.content(folder) == before)
  }

  @Test func aDryRunLendsNothing() throws {
    let folder = try Book.lent()
    let before = try Book.content(folder)
    for line in [
      "disburse 0002 1000000 --product flat --date 2026-01-20 --dry-run",
      "loan apply 0002 1000000 --product flat --date 2026-01-20 --dry-run",
      "repay PJ-0001 --date 2026-01-20 --dry-run", "loan settle PJ-0001 --date 2026-01-20 -n",
      "loan write-off PJ-0001 --date 2026-01-20 -n", "loan product set flat --term 3 -n",
      "loan reschedule PJ-0001 --term 20 --date 2026-01-20 -n",
    ] { #expect(try !Book.run(folder, line).isEmpty) }
    // Paper that hands nothing out says so.
    for line in [
      "disburse 0002 1000000 --product flat --date 2026-01-20 -n",
      "repay PJ-0001 --date 2026-01-20 -n", "loan settle PJ-0001 --date 2026-01-20 -n",
    ] {
      for form in ["text", "html"] {
        let paper = try Book.run(folder, "\(line) --format \(form)")
        #expect(paper.contains("PERCOBAAN") && !paper.contains("JU-"), "\(paper)")
      }
    }
    #expect(try Book.content(folder) == before)
  }

  #if os(Linux)
    /// The number shows whose loan it is and what is due; Enter takes that.
    @Test func thePaymentIsAskedFor() throws {
      let folder = try Book.lent()
      try TerminalSession.agreeToMonths(in: folder)
      let session = try TerminalSession(folder, ["angsur", "--date", "2026-02-15"], [:])
      try session.type("PJ-0099\nPJ-0001\n")
      session.read(until: "Enter:")
      for text in ["Tidak ada pinjaman", "Siti Aminah   PJ-0001   jatuh tempo Rp1.180.000"] {
        #expect(session.screen.contains(text), "\(session.screen)")
      }
      try session.type("\n")
      session.read(until: "Simpan?")
      for text in ["Jasa angsuran ke-1", "Rp11.000.000", "satu juta seratus delapan puluh ribu"] {
        #expect(session.screen.contains(text), "\(session.screen)")
      }
      try session.type("\n")
      let outcome = session.finish()
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("KUITANSI ANGSURAN"))
    }

    /// A loan beyond a rule needs a typed yes.
    @Test func beyondARuleEnterIsNo() throws {
      let folder = try Book.empty()
      let before = try Book.content(folder)
      let words = [
        "disburse", "0001", "100000000", "--product", "flat", "--date", "2026-01-15",
      ]
      let outcome = try TerminalTests.type("\n", folder, words)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("PERIKSA"))
      #expect(outcome.messages.contains("pasal 45"))
      #expect(try Book.content(folder) == before)
    }
  #endif
}
