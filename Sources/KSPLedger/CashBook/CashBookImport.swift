import GRDB
import KSPCore

/// Books a cash book by the answers to its proposals: every row, or none.
struct CashBookImport {
  private let session: PostingSession
  private let reader: CashProposalReader
  private let sheets: CashSheets
  private let answers: CashAnswers
  private let note: EntryNote
  private var problems: [LedgerError] = []
  private var lesson: CashLesson
  private var claims: CashClaims
  private var stored = 0
  private var alreadyStored = 0

  /// What one row, or a part of it, is.
  private enum Part {
    /// It is booked now.
    case act(CashMeaning, of: MemberNumber?, months: [BookMonth], Rupiah)
    /// It is in the book by another act.
    case booked(EntryNumber?, Rupiah, LedgerError.Place)
  }

  /// What becomes of a row.
  private enum Outcome {
    case parts([Part])
    case stored
  }

  init(
    _ sheets: CashSheets, _ answers: CashAnswers, cash: AccountCode?, session: PostingSession,
    _ note: EntryNote
  ) throws {
    self.session = session
    self.sheets = sheets
    self.answers = answers
    self.note = note
    reader = try CashProposalReader(session.db, session.memory, session.catalog, cash: cash)
    lesson = CashLesson(reader.words)
    claims = CashClaims(session.db, on: reader.account)
  }

  mutating func run() throws -> CashImportReport {
    if let gap = sheets.gap {
      throw LedgerError.cashBookGap(
        gap.after.month, opening: gap.after.opening.balance, before: gap.before.closing,
        at: LedgerError.Place(
          file: gap.after.file, line: gap.after.opening.line ?? 1, column: 1))
    }
    let proposals = try reader.proposals(sheets)
    refuseStrangers(proposals)
    var keys: [BookMonth: CashReferences] = [:]
    var rows: [(proposal: CashProposal, reference: String)] = []
    for (sheet, proposal) in paired(proposals) {
      var known =
        keys[sheet.month] ?? CashReferences(account: reader.account.code, month: sheet.month)
      rows.append((proposal, known.reference(of: proposal.row)))
      keys[sheet.month] = known
    }
    // By day, and within a day as the sheet has them.
    let ordered = rows.enumerated().sorted {
      ($0.element.proposal.row.date, $0.offset) < ($1.element.proposal.row.date, $1.offset)
    }
    for (_, row) in ordered { try book(row.proposal, row.reference) }
    let booked = try claims.settled(&problems)
    guard problems.isEmpty else {
      let placed = problems.sorted { ($0.place?.line ?? 0) < ($1.place?.line ?? 0) }
      throw LedgerError.importRefused(file: answers.file, problems: placed)
    }
    let learned = try learn()
    let proof = try CashBookProof(db: session.db, account: reader.account, sheets: sheets).run()
    return CashImportReport(
      account: reader.account.code, rows: proposals.rows.count, stored: stored,
      alreadyStored: alreadyStored, booked: booked,
      months: sheets.sheets.map { CashImportReport.Month($0) }, provedDays: proof.days,
      differences: proof.differences, learned: learned, mistakes: proposals.mistakes)
  }

  /// The proposals with their sheets.
  private func paired(_ proposals: CashProposals) -> [(CashSheet, CashProposal)] {
    var rest = proposals.rows[...]
    return proposals.sheets.flatMap { sheet in
      let own = rest.prefix(sheet.rows.count)
      rest = rest.dropFirst(sheet.rows.count)
      return own.map { (sheet, $0) }
    }
  }

  /// Answers to rows that the sheets do not have.
  private mutating func refuseStrangers(_ proposals: CashProposals) {
    let known = Set(
      proposals.rows.map { "\(CashAnswers.name($0.file)) \($0.row.line)" })
    for answer in answers.answers
    where !known.contains("\(CashAnswers.name(answer.file)) \(answer.line)") {
      problems.append(
        LedgerError.cashBookAnswerUnfit(
          Phrase(
            id: "“\(answer.file)” tidak punya transaksi di baris \(answer.line)",
            en: "“\(answer.file)” has no money on line \(answer.line)")
        ).at(answer.place))
    }
  }

  // MARK: - Rows

  private mutating func book(_ proposal: CashProposal, _ first: String) throws {
    let given = answers.answers(to: proposal.file, line: proposal.row.line)
    do {
      switch try outcome(of: proposal, given) {
      case .stored: alreadyStored += 1
      case .parts(let parts):
        var (acts, isReplay) = (0, true)
        for (index, part) in parts.enumerated() {
          switch part {
          case .booked(let entry, let amount, let place):
            try claims.note(proposal, amount, by: entry, at: place)
          case .act(let meaning, let member, let months, let amount):
            acts += 1
            let own = index == 0 ? first : "\(first)/\(index + 1)"
            let reference = try reader.standing(own).reference
            let receipt = try CashRowDesk(session: session, account: reader.account).post(
              amount, proposal.row, as: meaning, of: member, for: months, note.under(reference))
            isReplay = receipt.isReplay && isReplay
          }
        }
        if acts > 0 { if isReplay { alreadyStored += 1 } else { stored += 1 } }
        try teach(parts, proposal)
      }
    } catch let error as LedgerError where error.isRefusal {
      let place = given.first?.place
      problems.append(
        error.place == nil
          ? error.at(
            place ?? LedgerError.Place(file: proposal.file, line: proposal.row.line, column: 1))
          : error)
    }
  }

  private func outcome(
    of proposal: CashProposal, _ given: [CashAnswers.Answer]
  ) throws -> Outcome {
    let row = proposal.row
    func unanswered(_ indonesian: String, _ english: String) -> LedgerError {
      LedgerError.cashBookUnanswered(row.description, Phrase(id: indonesian, en: english))
    }
    guard !given.isEmpty else {
      if proposal.stored != nil { return .stored }
      throw unanswered("belum ada di daftar jawaban", "it is not in the list of answers")
    }
    guard try given.map(\.amount).sum() == row.amount,
      given.allSatisfy({ $0.isReceipt == row.isReceipt })
    else {
      throw LedgerError.cashBookAnswerUnfit(
        Phrase(
          id: "jumlah di buku kas \(row.amount.formatted)",
          en: "the amount in the cash book is \(row.amount.formatted)"))
    }
    // A sheet that was changed since says something else on the same line.
    guard
      given.allSatisfy({
        $0.date ?? row.date == row.date
          && CashText.words($0.description ?? row.description) == CashText.words(row.description)
      })
    else {
      throw LedgerError.cashBookAnswerUnfit(
        Phrase(
          id: "di lembarnya tertulis \(row.date) “\(row.description)”",
          en: "the sheet says \(row.date) “\(row.description)”"))
    }
    if given.contains(where: { if case .no = $0.word { true } else { false } }) {
      throw unanswered("dijawab tidak", "it was answered no")
    }
    let isAnswered = given.count > 1 || given.allSatisfy { $0.isAgreed }
    let said = try given.map { try self.said($0, of: proposal) }
    guard isAnswered || said != [proposal.said] else {
      if proposal.stored != nil { return .stored }
      throw unanswered("belum dijawab", "it has no answer")
    }
    return .parts(
      try zip(given, said).map { answer, said in
        if case .booked(let entry) = answer.word {
          return .booked(entry, answer.amount, answer.place)
        }
        return try part(said, of: proposal.row, unanswered)
      })
  }

  /// What an answer takes a row, or a part of it, for.
  private func said(
    _ answer: CashAnswers.Answer, of proposal: CashProposal
  ) throws -> CashProposal.Said {
    CashProposal.Said(
      meaning: try answer.account.map {
        try CashWordDesk.meaning($0, session.db, reader.words)
      },
      member: answer.member,
      months: try answer.months.map {
        try CashMonths.answer($0, year: proposal.row.date.month.year)
      } ?? [], amount: answer.amount)
  }

  /// What is booked of an answer, if it says all that is needed.
  private func part(
    _ said: CashProposal.Said, of row: CashSheet.Row,
    _ unanswered: (String, String) -> LedgerError
  ) throws -> Part {
    guard let meaning = said.meaning else {
      throw unanswered("akun atau produknya belum diisi", "account or product is missing")
    }
    if case .product = meaning {
      guard said.member != nil else {
        throw unanswered("anggotanya belum diisi", "the member is missing")
      }
    } else if !said.months.isEmpty {
      throw unanswered(
        "bulan hanya untuk simpanan; kosongkan", "months are for savings alone; leave them empty")
    }
    if case .account = meaning, said.member != nil {
      throw unanswered(
        "akun bukan simpanan; kosongkan anggotanya",
        "an account is no savings; leave the member empty")
    }
    if case .loan(nil) = meaning {
      let loan = said.member.flatMap {
        reader.loans.loan(of: $0, said.amount, isReceipt: row.isReceipt)
      }
      guard let loan else {
        throw unanswered("nomor pinjamannya belum diisi", "the number of the loan is missing")
      }
      return .act(.loan(loan.number), of: loan.member, months: [], said.amount)
    }
    return .act(meaning, of: said.member, months: said.months, said.amount)
  }

  // MARK: - Words

  private mutating func teach(_ parts: [Part], _ proposal: CashProposal) throws {
    guard parts.count == 1, case .act(let meaning, let member, _, _) = parts[0] else { return }
    lesson.note(
      proposal.row, means: meaning, of: try member.flatMap { try reader.name(of: $0) },
      isCorrected: proposal.stored == nil && meaning != proposal.meaning)
  }

  private func learn() throws -> [CashWord] {
    let desk = CashWordDesk(session: session)
    var words: [CashWord] = []
    for (word, meaning) in lesson.learned {
      let kept = try desk.set(word, to: meaning, note.under(nil))
      words += kept.filter { $0.word == word }
    }
    return words
  }
}

extension CashProposal {
  /// What a row, or a part of it, is said to be.
  fileprivate struct Said: Equatable {
    let meaning: CashMeaning?
    let member: MemberNumber?
    let months: [BookMonth]
    let amount: Rupiah
  }

  /// What it would be booked as.
  fileprivate var said: Said {
    Said(meaning: meaning, member: member?.number, months: months, amount: row.amount)
  }
}

extension CashAnswers.Answer {
  /// Whether it says yes to what stands beside it, or that it is in the book.
  fileprivate var isAgreed: Bool {
    switch word {
    case .yes, .booked: true
    case .no, nil: false
    }
  }
}
