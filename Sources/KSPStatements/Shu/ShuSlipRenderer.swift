public import KSPCore

/// Writes the slip of one member (slip SHU): both bases, and how the part was worked out; many are
/// a stream, as statements are.
public struct ShuSlipRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes what comes before the first of many slips.
  public func header(into output: inout TextOutput) {
    style.begin(style.words.shuSlipTitle, schema, columns: columns, into: &output)
  }

  private let schema = "ksp.shu-slip/1"
  private let columns = [
    "member", "capital_base", "activity_base", "capital", "activity", "total", "unpaid",
  ]

  /// Writes what comes after the last of many slips.
  public func footer(into output: inout TextOutput) {
    style.end(into: &output)
  }

  /// Writes what parts two slips: a form feed in text.
  public func separator(into output: inout TextOutput) {
    style.part(into: &output)
  }

  /// Writes one slip of many.
  public func append(_ slip: ShuSlip, into output: inout TextOutput) {
    style.append(report(of: slip), into: &output)
  }

  /// Writes one slip.
  public func report(of slip: ShuSlip) -> Report {
    let words = style.words
    let (part, plan) = (slip.recipient.part, slip.plan)
    return Report(
      schema, title: "\(words.shuSlipTitle) \(slip.year)",
      subject: "\(part.base.member) \(part.base.name ?? "")",
      data: [
        "year": .count(slip.year), "member": .text(part.base.member.text),
        "name": .text(part.base.name), "shu": .amount(slip.shu), "aside": .amount(slip.aside),
        "decision": .present(slip.decision) { .text($0.number) },
        "entry": .present(slip.posting) { .entry($0.entry) },
        "capitalBase": .text(plan.bases.capital.rawValue),
        "activityBase": .text(plan.bases.activity.rawValue),
        "workings": .list(slip.workings) { working in
          [
            "name": .text(working.name), "pot": .amount(working.pot),
            "base": .amount(working.base), "bases": .amount(working.total),
            "part": .amount(working.part),
          ]
        },
        "total": .amount(part.total), "paid": .amount(slip.recipient.paid),
        "forfeited": .amount(slip.recipient.forfeited), "unpaid": .amount(slip.recipient.left),
      ],
      rows: ReportRows(
        columns,
        [
          [
            .text(part.base.member.text), .amount(part.base.capital),
            .amount(part.base.activity), .amount(part.capital), .amount(part.activity),
            .amount(part.total), .amount(slip.recipient.left),
          ]
        ]),
      blocks: marks(slip) + [head(slip)] + slip.workings.flatMap { blocks($0, plan) }
        + [outcome(slip)]
        + (slip.posting.map { posting in
          style.placed(on: posting.date) + [.signatures(signatures(slip), printedOnly: false)]
        } ?? []))
  }

  /// A slip that is worked out before the SHU is booked promises nothing, and nobody signs it.
  private func marks(_ slip: ShuSlip) -> [Report.Block] {
    slip.posting == nil
      ? [
        .note(
          style.words("SIMULASI – SHU belum dibukukan", "SIMULATION – the SHU is not booked"))
      ] : []
  }

  private func head(_ slip: ShuSlip) -> Report.Block {
    let words = style.words
    let base = slip.recipient.part.base
    return .fields(
      Report.Field(words.name, base.name), Report.Field(words.memberNumber, base.member.text),
      Report.Field(words.shuDecision, slip.decision.map(words.decision)),
      Report.Field(words.shuName, slip.shu.formatted),
      Report.Field(
        words("Usaha bukan anggota", "From others"),
        slip.aside.isZero ? nil : slip.aside.formatted), width: 20)
  }

  /// A pot, and the part of it in figures that can be worked out again by hand.
  private func blocks(_ working: ShuSlip.Working, _ plan: ShuPlan) -> [Report.Block] {
    let words = style.words
    let isCapital = working.name == ShuShares.memberPots.capital
    let basis = isCapital ? words(plan.bases.capitalName) : words(plan.bases.activityName)
    let share = isCapital ? plan.shares.capital : plan.shares.activity
    return [
      .heading("\(words.memberPot(working.name)): \(basis)"),
      .fields(
        Report.Field(words("Dibagi", "Pot"), "\(working.pot.formatted) (\(words(share.inWords)))"),
        Report.Field(words("Dasar Anda", "Your base"), working.base.formatted),
        Report.Field(words("Dasar semua anggota", "All members"), working.total.formatted),
        Report.Field(words("Hitungan", "Working"), arithmetic(working, plan)),
        Report.Field(words.memberPot(working.name), working.part.formatted, isStrong: true),
        width: 20),
    ]
  }

  private func arithmetic(_ working: ShuSlip.Working, _ plan: ShuPlan) -> String {
    let words = style.words
    guard working.total.isPositive else {
      return words("tidak dibagi: tidak ada dasar", "not distributed: nobody has a base")
    }
    let figures =
      "\(working.pot.formatted) × \(working.base.formatted) ÷ \(working.total.formatted)"
    let rounding =
      plan.step > 1
      ? words("ke bawah ke \(plan.step.formatted)", "down to \(plan.step.formatted)")
      : words("sisa terbesar ke rupiah", "largest remainder to the rupiah")
    return "\(figures), \(rounding)"
  }

  private func outcome(_ slip: ShuSlip) -> Report.Block {
    let words = style.words
    let recipient = slip.recipient
    return .fields(
      Report.Field(words.total, recipient.part.total.formatted, isStrong: true),
      Report.Field(words.inWords, words(recipient.part.total.inWords)),
      Report.Field(words.shuPaid, recipient.paid.isZero ? nil : recipient.paid.formatted),
      Report.Field(
        words.shuForfeited, recipient.forfeited.isZero ? nil : recipient.forfeited.formatted),
      Report.Field(
        words.shuLeft,
        slip.posting == nil || recipient.left.isZero ? nil : recipient.left.formatted), width: 18)
  }

  private func signatures(_ slip: ShuSlip) -> [Report.Signature] {
    [
      Report.Signature(role: style.words.signatureClerk),
      Report.Signature(
        role: style.words.signatureMember, name: slip.recipient.part.base.name),
    ]
  }
}

extension Wording {
  fileprivate var shuSlipTitle: String { self("SLIP SHU ANGGOTA", "SLIP OF A MEMBER'S SHU") }
}
