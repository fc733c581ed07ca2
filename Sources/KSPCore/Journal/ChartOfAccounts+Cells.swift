extension ChartOfAccounts {
  /// The cell of the health worksheet (KKPKK) of each account of the standard chart. Where the
  /// worksheet is finer than the chart, an account stands in the first cell that fits.
  static let standardCells: [String: Int] = [
    "1-1000": 1, "1-1010": 1, "1-1020": 1, "1-1100": 2, "1-1110": 5, "1-1200": 8, "1-1210": 9,
    "1-1250": 8, "1-1290": 13, "1-1300": 17, "1-1310": 11, "1-1320": 12, "1-1330": 19,
    "1-1340": 19, "1-1350": 19, "1-1360": 19, "1-1400": 16, "1-1410": 15, "1-1420": 16,
    "1-1900": 19, "1-2000": 26, "1-2090": 30,
    "2-1000": 38, "2-1100": 40, "2-1200": 38, "2-1300": 45, "2-1400": 44, "2-1410": 44,
    "2-1420": 44, "2-1430": 44,
    "2-1500": 48, "2-1510": 48, "2-1520": 48, "2-1530": 48, "2-1540": 48, "2-1550": 53,
    "2-1600": 53,
    "2-1700": 46, "2-2000": 42, "3-1000": 62, "3-1100": 63, "3-1200": 65, "3-1300": 66,
    "3-1400": 67, "3-2000": 67, "3-2100": 68, "3-3000": 70, "3-3100": 69, "4-1000": 71,
    "4-1100": 72, "4-1110": 73, "4-1200": 78, "4-1210": 108, "4-1300": 74, "4-1310": 106,
    "4-1320": 107, "5-1000": 79,
    "5-1100": 86, "5-2000": 87, "5-2100": 102, "5-2110": 109, "5-2200": 102,
    "5-2210": 109, "5-2900": 102, "5-3000": 104,
    "5-4000": 110,
  ]

  /// The rows of a chart with a column of their cells.
  static func withCells(_ rows: String) -> String {
    rows.split(separator: "\n").enumerated().map { index, row in
      guard index > 0 else { return row + ",cell" }
      let code = row.prefix { $0 != "," }
      return row + "," + (standardCells[String(code)].map { "\($0)" } ?? "")
    }.joined(separator: "\n")
  }
}
