import KSPCore
import KSPLedger

/// The way of deposit, withdrawal, fee and interest from their arguments to the receipt.
struct CounterRun {
  /// An event at the counter, as the library takes it.
  typealias Event = (Ledger) -> (
    _ amount: Rupiah, _ member: MemberNumber, _ product: ProductCode, _ account: AccountCode?,
    _ counterpart: AccountCode?, _ date: BookDate, _ reference: String?,
    _ note: EntryNote, _ dryRun: Bool
  ) throws(LedgerError) -> Receipt

  let options: CounterOptions
  let write: WriteOptions
  let report: ReportOptions
  let book: BookOptions

  /// Whose money in which account.
  private struct Target {
    var member: MemberNumber
    var product: ProductCode
    var account: AccountCode?
  }

  /// What is missing is asked for, one question at a time, where there is a terminal.
  func post(counterpart: String?, till: TillOptions? = nil, _ event: Event) throws {
    let counterpart = try argument(counterpart, AccountCode.init)
    let words = options.words
    var target = try Question.member.answer(words.member) { text in
      let target = try resolve(words.member == nil ? book.memberAnswered(text) : text)
      if words.amount == nil, Terminal.isInteractive { try introduce(target) }
      return target
    }
    if target.account == nil { target.account = try chosen(of: target) }
    func posted(_ amount: Rupiah, _ ledger: Ledger, _ dryRun: Bool) throws -> Receipt {
      try event(ledger)(
        amount, target.member, target.product, target.account, counterpart,
        write.bookDate(ledger), write.reference, till?.note(write) ?? write.note, dryRun)
    }
    let amount = try Question.amount.answer(words.amount) { text in
      let value = try argument(text, Rupiah.init(parsing:))
      // An amount that was asked for is tried at once, so that another can be asked for.
      if words.amount == nil { try book.withBook(.readWrite) { _ = try posted(value, $0, true) } }
      return value
    }
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try posted(amount, ledger, dryRun)
    }
  }

  /// Whom a word names: a member by number, or the owner of an account.
  private func resolve(_ text: String) throws -> Target {
    try book.withBook(.readOnly) { ledger in
      if options.account == nil, (try? ledger.member(MemberNumber(text))) != nil {
        return Target(
          member: MemberNumber(text), product: options.product ?? "sukarela", account: nil)
      }
      let named = try argument(options.account, AccountCode.init) ?? (try? AccountCode(text))
      let owner = try named.flatMap { code in
        do throws(LedgerError) {
          return try ledger.owner(of: code)
        } catch {
          // A word that is no account is a member's number, which the act itself looks up.
          guard error.code == .accountUnknown, options.account == nil else { throw error }
          return nil
        }
      }
      let isAccount = text == named?.text
      guard let owner, options.account != nil || isAccount else {
        return Target(
          member: MemberNumber(text), product: options.product ?? "sukarela", account: nil)
      }
      return Target(
        member: isAccount ? owner.member : MemberNumber(text),
        product: options.product ?? owner.product,
        account: named)
    }
  }

  /// The account that somebody at the terminal chooses of several; nil where there is no choice.
  private func chosen(of target: Target) throws -> AccountCode? {
    guard Terminal.isInteractive, write.reference == nil,
      let found = try? book.withBook(.readOnly, { try $0.member(target.member) })
    else { return nil }
    let open = found.savings.filter { $0.product == target.product && $0.closedOn == nil }
    guard open.count > 1 else { return nil }
    for savings in open { Terminal.message(line(savings)) }
    let question = Question("Rekening yang mana?", "Which account?")
    return try question.answer(nil) { text in
      guard let code = open.first(where: { $0.account.text == text })?.account else {
        throw UsageProblem(error: .accountAmbiguous(open.map(\.account)))
      }
      return code
    }
  }

  private func line(_ savings: MemberSummary.Savings) -> String {
    "  \(savings.account)   \(savings.balance.formatted)"
  }

  /// Shows who it is and what they hold, before any amount is typed.
  private func introduce(_ target: Target) throws {
    let found = try book.withBook(.readOnly) { try $0.member(target.member) }
    if let day = found.member.leftOn { throw LedgerError.memberLeft(target.member, on: day) }
    let held = found.savings.filter {
      $0.product == target.product && (target.account ?? $0.account) == $0.account
    }
    guard held.count < 2 else { return Terminal.message("  \(found.member.profile.name)") }
    Terminal.message(
      "  \(found.member.profile.name)"
        + (held.first.map { " " + line($0) }
          ?? say(
            "   belum ada rekening \(target.product)", "   no account of \(target.product) yet")))
  }
}
