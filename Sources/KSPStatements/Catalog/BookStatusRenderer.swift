/// Writes where a book stands.
public struct BookStatusRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Says where the book stands; in CSV one row.
  public func report(of status: BookStatus) -> Report {
    let data = data(status)
    return Report(
      "ksp.status/1", title: style.words.statusTitle, hasLetterhead: false, data: data,
      rows: ReportRows(
        data,
        [
          "name", "members", "savingsAccounts", "entries", "lastBookDate", "openMonth", "savings",
          "cash", "openingDifference", "lastBackupAt",
        ]),
      blocks: [.fields(fields(status), width: 24)]
        + (status.needsBackup
          ? style.advice(
            style.words.backupIsOld, [.book(.backUp)]
          ).map { .note($0) } : []))
  }

  private func fields(_ status: BookStatus) -> [Report.Field] {
    let words = style.words
    let difference = status.openingDifference
    return [
      Report.Field(words.cooperative, status.name),
      Report.Field(words.members, String(status.members)),
      Report.Field(words.accounts, String(status.savingsAccounts)),
      Report.Field(words.entries, String(status.entries)),
      Report.Field(
        words.lastBookDate, status.lastBookDate.map { words($0.inWords) } ?? words.none),
      Report.Field(words.openMonth, words(status.openMonth.name)),
      Report.Field(words.savings, status.savings.formatted),
      Report.Field(words.cash, status.cash.formatted),
      Report.Field(words.datedLater, status.later.map { later(words, $0) }),
      Report.Field(words.openingDifference, difference.isZero ? nil : difference.formatted),
      Report.Field(words.duesOfWajib, status.dues.map { dues(words, $0) }),
      Report.Field(words("Berjangka", "Term deposits"), status.deposits.map { terms(words, $0) }),
      Report.Field(words.plannedSavings, status.planned.map { terms(words, $0) }),
      Report.Field(words("Potong gaji", "Payroll"), status.claims.map { claims(words, $0) }),
      Report.Field(words.taxToPay, status.tax.map { tax(words, $0) }),
      Report.Field(words.lastBackup, status.lastBackupAt.map(style.moment) ?? words.never),
    ].compactMap(\.self) + status.banks.compactMap { bank(words, $0) }
      + status.tills.compactMap { till(words, $0) }
  }

  /// What a till holds, and whether somebody should count it.
  private func till(_ words: Wording, _ till: Till) -> Report.Field? {
    let state =
      till.openSince.map { day in
        [words("buka sejak \(words.day(day))", "open since \(words.day(day))"), till.keeper]
          .compactMap(\.self).joined(separator: ", ")
      }
    return Report.Field(
      words(till.title),
      [
        till.balance.formatted, state,
        till.isUncounted ? words("belum dihitung", "not counted") : nil,
      ].compactMap(\.self).joined(separator: ", "))
  }

  private func bank(_ words: Wording, _ bank: BookStatus.Bank) -> Report.Field? {
    let moment = bank.lastMatched.map(style.moment) ?? words.never
    let unexplained =
      bank.unexplained.isZero
      ? nil
      : words(
        "selisih tidak terjelaskan \(bank.unexplained.formatted)",
        "unexplained \(bank.unexplained.formatted)")
    return Report.Field(
      "Bank \(bank.account)",
      [
        words(
          "mutasi sampai \(words.day(bank.statedThrough)), dicocokkan \(moment), "
            + "\(bank.open) belum cocok",
          "statement to \(words.day(bank.statedThrough)), ticked \(moment), \(bank.open) open"),
        unexplained,
      ].compactMap(\.self).joined(separator: "; "))
  }

  /// What is dated after today, which the figures above leave out.
  private func later(_ words: Wording, _ later: BookStatus.Later) -> String {
    words(
      "\(later.entries) bukti: simpanan \(later.savings.formatted), kas \(later.cash.formatted)",
      "\(later.entries) entries: savings \(later.savings.formatted), cash \(later.cash.formatted)")
  }

  private func dues(_ words: Wording, _ dues: BookStatus.Dues) -> String {
    words(
      "\(dues.members) anggota, \(dues.owed.formatted)",
      "\(dues.members) members, \(dues.owed.formatted)")
  }

  /// What runs for a term, who is behind, and what matures.
  private func terms(_ words: Wording, _ terms: BookStatus.Terms) -> String {
    var parts = [words("\(terms.running) berjalan", "\(terms.running) running")]
    if terms.behind > 0 {
      parts.append(
        words(
          "\(terms.behind) menunggak \(terms.owed.formatted)",
          "\(terms.behind) behind by \(terms.owed.formatted)"))
    }
    if terms.maturing > 0 {
      let day = words.day(terms.until)
      parts.append(
        words(
          "\(terms.maturing) jatuh tempo s.d. \(day), \(terms.amount.formatted)",
          "\(terms.maturing) maturing by \(day), \(terms.amount.formatted)"))
    }
    return parts.joined(separator: "; ")
  }

  private func data(_ terms: BookStatus.Terms) -> ReportValue {
    .record([
      "running": .count(terms.running), "behind": .count(terms.behind),
      "owed": .amount(terms.owed), "maturing": .count(terms.maturing),
      "amount": .amount(terms.amount), "until": .date(terms.until),
    ])
  }

  private func claims(_ words: Wording, _ claims: BookStatus.Claims) -> String {
    words(
      "\(claims.waiting) tagihan menunggu, \(claims.undeducted) anggota belum dipotong, "
        + "\(claims.held.formatted) pada juru bayar",
      "\(claims.waiting) claim\(claims.waiting == 1 ? "" : "s") waiting, "
        + "\(claims.undeducted) member\(claims.undeducted == 1 ? "" : "s") not deducted, "
        + "\(claims.held.formatted) held by payers")
  }

  private func tax(_ words: Wording, _ tax: BookStatus.TaxDeadline) -> String {
    words(
      "\(tax.left.formatted), \(words(tax.month.name)): setor s.d. \(words.day(tax.payBy)), "
        + "lapor s.d. \(words.day(tax.reportBy))",
      "\(tax.left.formatted), \(words(tax.month.name)): pay by \(words.day(tax.payBy)), "
        + "report by \(words.day(tax.reportBy))")
  }

  private func data(_ status: BookStatus) -> ReportRecord {
    [
      "name": .text(status.name), "members": .count(status.members),
      "savingsAccounts": .count(status.savingsAccounts), "entries": .count(status.entries),
      "lastBookDate": .date(status.lastBookDate), "openMonth": .text(status.openMonth.description),
      "savings": .amount(status.savings), "cash": .amount(status.cash),
      "later": .present(status.later) { later in
        .record([
          "entries": .count(later.entries), "savings": .amount(later.savings),
          "cash": .amount(later.cash),
        ])
      },
      "openingDifference": .amount(status.openingDifference),
      "tax": .present(status.tax) { tax in
        .record([
          "month": .text(tax.month.description), "left": .amount(tax.left),
          "payBy": .date(tax.payBy), "reportBy": .date(tax.reportBy),
        ])
      },
      "claims": .present(status.claims) { claims in
        .record([
          "waiting": .count(claims.waiting), "undeducted": .count(claims.undeducted),
          "held": .amount(claims.held),
        ])
      },
      "deposits": .present(status.deposits, data), "planned": .present(status.planned, data),
      "banks": status.banks.isEmpty
        ? .absent
        : .list(status.banks) { bank in
          [
            "account": .text(bank.account.text), "open": .count(bank.open),
            "lastMatched": .text(bank.lastMatched?.description),
            "statedThrough": .date(bank.statedThrough), "unexplained": .amount(bank.unexplained),
          ]
        },
      "tills": status.tills.isEmpty
        ? .absent
        : .list(status.tills) { till in
          [
            "name": .text(till.name), "account": .text(till.account.text),
            "keeper": .text(till.keeper), "openSince": .date(till.openSince),
            "balance": .amount(till.balance), "uncounted": .flag(till.isUncounted),
          ]
        },
      "lastBackupAt": .text(status.lastBackupAt?.description),
      "dues": status.dues.map { dues in
        .record(["members": .count(dues.members), "owed": .amount(dues.owed)])
      } ?? .absent,
      "needsBackup": .flag(status.needsBackup),
      "nextStep": .present(status.nextStep) { .record(style.record(of: $0)) },
    ]
  }
}

extension Wording {
  fileprivate var duesOfWajib: String { self("Tunggakan wajib", "Dues owed") }
  fileprivate var taxToPay: String { self("PPh belum disetor", "Tax to be paid") }

  fileprivate var backupIsOld: String {
    self(
      "PERIKSA: ada catatan yang sudah lebih dari \(BackupSettings.longestAge) hari belum masuk "
        + "cadangan. Buat sekarang.",
      "CHECK: something was recorded more than \(BackupSettings.longestAge) days ago and is in no "
        + "backup. Make one now.")
  }
}
