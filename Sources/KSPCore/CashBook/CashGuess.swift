/// Takes rows of a cash book for something, by words, members and what is asked of them.
package struct CashGuess {
  /// A savings product, as far as rows are told by it.
  package struct Product {
    package let code: ProductCode
    package let name: Phrase
    package let kind: SavingsKind
    /// What a member pays once (pokok); nil where no amount is known.
    package let amount: Rupiah?
    /// What is asked for each month (wajib); nil where nothing is.
    package let dues: DuesRule?

    package init(
      code: ProductCode, name: Phrase, kind: SavingsKind, amount: Rupiah?, dues: DuesRule?
    ) {
      self.code = code
      self.name = name
      self.kind = kind
      self.amount = amount
      self.dues = dues
    }
  }

  private let words: CashWordTable
  let members: CashMembers
  let loans: CashLoans
  private let products: [Product]
  /// Who has paid their pokok, in the book or in a row above.
  private var paidPokok: Set<MemberNumber>

  package init(
    words: CashWordTable, members: CashMembers, loans: CashLoans, products: [Product],
    paidPokok: Set<MemberNumber>
  ) {
    self.words = words
    self.members = members
    self.loans = loans
    self.products = products
    self.paidPokok = paidPokok
  }

  /// What a row is taken for.
  package mutating func proposal(for row: CashSheet.Row, in file: String) throws(LedgerError)
    -> CashProposal
  {
    var proposal = CashProposal(file: file, row: row)
    if isNumbered(&proposal) { return proposal }
    guard let word = word(of: row, &proposal) else { return proposal }
    proposal.meaning = word.meaning
    proposal.meaningName = word.name
    proposal.reasons.append(
      Phrase(id: "kata “\(word.word)”", en: "the word “\(word.word)”"))
    if case .loan = word.meaning {
      let used = CashText.words(CashWord.loans.joined(separator: " "))
      if let member = member(of: row, besides: used, &proposal) { settleLoan(member, &proposal) }
      return proposal
    }
    guard case .product(let code) = word.meaning,
      let product = products.first(where: { $0.code == code })
    else { return proposal }
    let member = member(of: row, besides: CashText.words(word.word), &proposal)
    if product.kind == .wajib, row.isReceipt { try settleDues(product, member, &proposal) }
    if case .product(let code) = proposal.meaning, row.isReceipt, let member,
      products.contains(where: { $0.code == code && $0.kind == .pokok })
    {
      paidPokok.insert(member.choice.number)
    }
    return proposal
  }

  // MARK: - What

  private func word(of row: CashSheet.Row, _ proposal: inout CashProposal) -> CashWord? {
    var found = words.find(in: CashText.words(row.description))
    if found.isEmpty { found = words.find(in: CashText.words(row.remark ?? "")) }
    if found.count > 1 {
      let list = found.map { "“\($0.word)”" }.joined(separator: ", ")
      proposal.reasons.append(
        Phrase(id: "beberapa kata: \(list)", en: "several words: \(list)"))
    } else if found.isEmpty {
      proposal.reasons.append(
        Phrase(id: "tidak ada kata yang dikenal", en: "no word that is known"))
    }
    return found.count == 1 ? found[0] : nil
  }

  // MARK: - Who

  private func member(
    of row: CashSheet.Row, besides used: [String], _ proposal: inout CashProposal
  ) -> CashMembers.Member? {
    let text = CashText.words(row.description) + CashText.words(row.remark ?? "")
    let found = members.find(in: text, besides: used)
    proposal.member = found.member?.choice
    proposal.choices = found.near
    if found.member == nil {
      proposal.reasons.append(
        found.near.isEmpty
          ? Phrase(id: "anggotanya tidak ditemukan", en: "no member was found")
          : Phrase(id: "anggotanya belum pasti", en: "the member is not certain"))
    }
    return found.member
  }

  // MARK: - Dues

  /// The months that a payment of dues is for; or that it is the pokok under the name of dues.
  private func settleDues(
    _ product: Product, _ member: CashMembers.Member?, _ proposal: inout CashProposal
  ) throws(LedgerError) {
    let row = proposal.row
    let named = CashMonths("\(row.remark ?? "") \(row.description)", year: row.date.month.year)
    if named.months.isEmpty, named.count == nil, isPokok(row, member, &proposal) { return }
    guard let member, let due = product.dues?.amount(of: member.facts, in: row.date.month),
      due.isPositive
    else { return }
    let months = row.amount.sen / due.sen
    let isWhole = row.amount.sen % due.sen == 0
    if named.months.count > 1 || named.months.count == 1 && months == 1 {
      guard isWhole, Int(months) == named.months.count else {
        proposal.reasons.append(
          Phrase(
            id: "\(named.months.count) bulan disebut, jumlahnya bukan sebanyak itu; dipakai untuk "
              + "bulan tertua",
            en: "\(named.months.count) months are named, the amount is not for as many; the oldest "
              + "open ones count"))
        return
      }
      proposal.months = named.months
      proposal.reasons.append(
        Phrase(id: "bulan menurut keterangan", en: "months as the remark says"))
      return
    }
    guard isWhole else {
      proposal.reasons.append(
        Phrase(
          id: "bukan kelipatan \(due.formatted)", en: "no multiple of \(due.formatted)"))
      return
    }
    if let count = named.count, count != Int(months) {
      proposal.reasons.append(
        Phrase(
          id: "keterangan menyebut \(count) bulan, jumlahnya \(months) kali \(due.formatted)",
          en: "the remark says \(count) months, the amount is \(months) times \(due.formatted)"))
    } else if months > 1 {
      proposal.reasons.append(
        Phrase(
          id: "\(months) bulan × \(due.formatted), mulai yang tertua",
          en: "\(months) months × \(due.formatted), the oldest first"))
    }
  }

  /// Whether a payment of dues is that of the pokok, which the member has not paid.
  private func isPokok(
    _ row: CashSheet.Row, _ member: CashMembers.Member?, _ proposal: inout CashProposal
  ) -> Bool {
    guard let pokok = products.first(where: { $0.kind == .pokok }), pokok.amount == row.amount,
      let member, !paidPokok.contains(member.choice.number)
    else { return false }
    proposal.meaning = .product(pokok.code)
    proposal.meaningName = pokok.name
    proposal.reasons.append(
      Phrase(
        id: "jumlahnya simpanan pokok, yang belum dibayar anggota ini",
        en: "the amount is that of the pokok, which this member has not paid"))
    return true
  }
}
