import ArgumentParser
import KSPCore
import KSPLedger

/// How an SHU is divided: the shares, by what members take part, and the rounding.
struct ShuPlanOptions: ParsableArguments {
  @Option(
    name: .also("bagian"), parsing: .singleValue,
    help: .say(
      "Bagian satu dana, misalnya cadangan=40%; boleh berulang.",
      "The share of a fund, such as cadangan=40%; may be repeated.",
      Phrase(id: "nama=persen", en: "name=percent")))
  var share: [String] = []
  @Option(
    name: .also("modal"),
    help: .say("Bagian anggota menurut modal.", "Members' share by capital.", .percent))
  var capital: String?
  @Option(
    name: .also("usaha"),
    help: .say("Bagian anggota menurut usaha.", "Members' share by activity.", .percent))
  var activity: String?
  @Option(
    name: .also("dasar-modal"),
    help: .say(
      "Dasar modal: \(words(ShuBaseRules.Capital.self, .indonesian)); bawaan akhir-tahun.",
      "Base of capital: \(words(ShuBaseRules.Capital.self)); default year-end.",
      Phrase(id: "dasar", en: "base")))
  var capitalBase: String?
  @Option(
    name: .also("dasar-usaha"),
    help: .say(
      "Dasar usaha: \(words(ShuBaseRules.Activity.self, .indonesian)); bawaan jasa.",
      "Base of activity: \(words(ShuBaseRules.Activity.self)); default interest.",
      Phrase(id: "dasar", en: "base")))
  var activityBase: String?
  @Option(
    name: .also("poin"), parsing: .singleValue,
    help: .say(
      "Satu poin per jumlah, misalnya jasa=10.000; boleh berulang. Untuk: "
        + "\(words(ShuPointRule.Source.self, .indonesian)).",
      "A point for an amount, such as interest=10.000; may be repeated. For: "
        + "\(words(ShuPointRule.Source.self)).",
      Phrase(id: "apa=jumlah", en: "what=amount")))
  var point: [String] = []
  @Option(
    name: .also("bukan-anggota-ke"),
    help: .say(
      "Bagi hanya SHU dari usaha dengan anggota; sisanya ke dana ini.",
      "Divide only the SHU of business with members; the rest to this fund.", .name))
  var othersTo: String?
  @Option(
    name: .also("produk"), parsing: .singleValue,
    help: .say(
      "Produk yang ikut dasar modal di samping pokok dan wajib; boleh berulang.",
      "A product of the capital base beside pokok and wajib; may be repeated.", .code))
  var product: [String] = []
  @Flag(
    name: .also("keluar-ikut"),
    help: .say(
      "Yang keluar dalam tahun itu ikut dibagi.", "Who left within the year takes part."))
  var leavers = false
  @Option(
    name: .also("bulat-ke"),
    help: .say(
      "Bulatkan bagian anggota: 1 (bawaan), 50, 100, 500 atau 1000.",
      "Round members' parts to 1 (the default), 50, 100, 500 or 1000.", .amount))
  var roundTo: String?
  @Option(
    name: .also("sisa-ke"),
    help: .say(
      "Dana yang menerima sisa pembulatan.", "The fund that gets what rounding leaves.", .name))
  var restTo: String?

  /// Whether shares were given.
  var isGiven: Bool { !share.isEmpty || capital != nil || activity != nil }

  /// The plan that was given.
  func plan() throws -> ShuPlan {
    let funds = try share.map { text in
      let (name, part) = try pair(text, Phrase(id: "NAMA=PERSEN", en: "NAME=PERCENT"))
      return ShuShares.Fund(name, try argument(part, Share.init(parsing:)))
    }
    let capital = try argument(self.capital, Share.init(parsing:)) ?? .zero
    let activity = try argument(self.activity, Share.init(parsing:)) ?? .zero
    let points = try point.map { text in
      let (source, amount) = try pair(text, Phrase(id: "APA=JUMLAH", en: "WHAT=AMOUNT"))
      return ShuPointRule(
        try choice(ShuPointRule.Source.self, source),
        per: try argument(amount, Rupiah.init(parsing:)))
    }
    let bases = ShuBaseRules(
      capital: try capitalBase.map { try choice(ShuBaseRules.Capital.self, $0) } ?? .yearEnd,
      activity: try activityBase.map { try choice(ShuBaseRules.Activity.self, $0) }
        ?? (points.isEmpty ? .interest : .points),
      points: points, products: try product.map { try argument($0, ProductCode.init) },
      includesLeavers: leavers)
    let step = try argument(roundTo, Rupiah.init(parsing:)) ?? 1
    return try argument {
      try ShuPlan(
        ShuShares(capital: capital, activity: activity, funds: funds), bases: bases, step: step,
        restFund: restTo, othersFund: othersTo)
    }
  }
}

extension ShuBaseRules.Capital: OptionWord {
  static var indonesian: [(word: String, value: ShuBaseRules.Capital)] {
    [("akhir-tahun", .yearEnd), ("akhir-bulan", .monthEnds), ("harian", .daily)]
  }
}

extension ShuBaseRules.Activity: OptionWord {
  static var indonesian: [(word: String, value: ShuBaseRules.Activity)] {
    [
      ("jasa", .interest), ("rata-rata-pinjaman", .averageLoan), ("pokok", .principal),
      ("poin", .points),
    ]
  }
}

extension ShuPointRule.Source: OptionWord {
  static var indonesian: [(word: String, value: ShuPointRule.Source)] {
    [
      ("jasa", .interest), ("rata-rata-pinjaman", .averageLoan), ("pokok", .principal),
      ("simpanan", .savings),
    ]
  }
}
