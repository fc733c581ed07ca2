extension ChartOfAccounts {
  /// The chart that a new book gets unless it brings its own.
  ///
  /// Codes follow the 1-2-3-4-5 convention common in Indonesian cooperatives; no regulation
  /// prescribes them (Permenkop 2/2024 names lines, not codes).
  public static func standard() throws(LedgerError) -> ChartOfAccounts {
    try ChartOfAccounts(csv: standardCSV, file: "standard")
  }

  /// The standard chart in the form that `--chart` reads, so that it can be saved and edited.
  public static let standardCSV = withCells(standardRows)

  private static let standardRows = """
    code,name,name_en,type,parent,postable,role,contra,cash
    1-0000,ASET,ASSETS,asset,,no,,,
    1-1000,Kas,Cash,asset,1-0000,yes,cash,,yes
    1-1010,Kas teller,Teller cash,asset,1-0000,yes,till,,yes
    1-1020,Kas dalam perjalanan,Cash in transit,asset,1-0000,yes,,,yes
    1-1100,Bank,Bank,asset,1-0000,yes,,,bank
    1-1110,Simpanan pada koperasi sekunder,Deposits at secondary cooperative,asset,1-0000,yes,,,
    1-1200,Pinjaman anggota,Loans to members,asset,1-0000,no,control-loan,,
    1-1210,Pinjaman calon anggota dan koperasi lain,Loans to others,asset,1-0000,yes,,,
    1-1250,Pinjaman anggota belum dirinci,Loans to members not itemised,asset,1-0000,yes,,,
    1-1290,Penyisihan penghapusan pinjaman,Allowance for loan losses,asset,1-0000,yes,loan-allowance,yes,
    1-1300,Jasa yang akan diterima,Accrued interest receivable,asset,1-0000,yes,,,
    1-1310,Jasa pinjaman yang akan diterima,Loan interest receivable,asset,1-0000,no,control-loan-interest,,
    1-1320,Denda yang akan diterima,Late fees receivable,asset,1-0000,no,control-late-fee,,
    1-1330,Piutang PPh anggota,Tax receivable from members,asset,1-0000,yes,tax-receivable,,
    1-1340,Lebih potong PPh,Tax overpaid to the state,asset,1-0000,yes,tax-overpaid,,
    1-1350,Piutang potong gaji,Payroll deductions receivable,asset,1-0000,yes,payroll,,
    1-1360,Piutang asuransi,Claims on insurers,asset,1-0000,yes,insurer,,
    1-1400,Biaya dibayar di muka,Prepaid expenses,asset,1-0000,yes,,,
    1-1410,Persediaan meterai,Stamps,asset,1-0000,yes,,,
    1-1420,Jasa simpanan dibayar di muka,Interest paid in advance,asset,1-0000,yes,prepaid-interest,,
    1-1900,Rekening antar kantor,Inter-branch account,asset,1-0000,yes,,,
    1-2000,Aset tetap,Fixed assets,asset,1-0000,yes,fixed-asset,,
    1-2090,Akumulasi penyusutan,Accumulated depreciation,asset,1-0000,yes,accumulated-depreciation,yes,
    2-0000,KEWAJIBAN,LIABILITIES,liability,,no,,,
    2-1000,Simpanan sukarela,Voluntary savings,liability,2-0000,no,control-sukarela,,
    2-1100,Simpanan berjangka,Term deposits,liability,2-0000,no,,,
    2-1200,Simpanan khusus,Purpose savings,liability,2-0000,no,,,
    2-1300,Jasa simpanan yang masih harus dibayar,Accrued interest payable,liability,2-0000,yes,interest-payable,,
    2-1400,Utang PPh pasal 4 ayat 2,Tax payable PPh 4(2),liability,2-0000,yes,tax-final,,
    2-1410,Utang PPh pasal 23,Tax payable PPh 23,liability,2-0000,yes,tax-organization,,
    2-1420,Utang PPh badan,Corporate income tax payable,liability,2-0000,yes,tax-corporate,,
    2-1430,Utang PPh pasal 21,Tax payable PPh 21,liability,2-0000,yes,tax-employee,,
    2-1500,Utang SHU anggota,SHU payable to members,liability,2-0000,yes,shu-payable,,
    2-1510,Dana pendidikan,Education fund,liability,2-0000,yes,,,
    2-1520,Dana sosial,Social fund,liability,2-0000,yes,,,
    2-1530,Dana pengurus dan karyawan,Board and staff fund,liability,2-0000,yes,,,
    2-1540,Dana pembangunan daerah kerja,Regional development fund,liability,2-0000,yes,,,
    2-1550,Simpanan anggota keluar yang belum diambil,Savings payable to former members,liability,2-0000,yes,leaver-payable,,
    2-1600,Titipan,Pass-through deposits,liability,2-0000,yes,transit,,
    2-1700,Pendapatan diterima di muka,Unearned income,liability,2-0000,yes,unearned-interest,,
    2-2000,Utang bank,Bank loans,liability,2-0000,yes,borrowing,,
    3-0000,EKUITAS,EQUITY,equity,,no,,,
    3-1000,Simpanan pokok,Principal savings,equity,3-0000,no,control-pokok,,
    3-1100,Simpanan wajib,Mandatory savings,equity,3-0000,no,control-wajib,,
    3-1200,Modal penyertaan,Participation capital,equity,3-0000,yes,participation,,
    3-1300,Hibah,Grants,equity,3-0000,yes,,,
    3-1400,Dana abadi,Endowment fund,equity,3-0000,yes,leave-deduction,,
    3-2000,Cadangan umum,General reserve,equity,3-0000,yes,,,
    3-2100,Cadangan risiko,Risk reserve,equity,3-0000,yes,,,
    3-3000,SHU tahun berjalan,SHU of the year,equity,3-0000,yes,shu-current,,
    3-3100,SHU belum dibagi,Undistributed SHU,equity,3-0000,yes,shu-undistributed,,
    3-9000,Saldo awal migrasi,Opening balance clearing,equity,3-0000,yes,opening,,
    4-0000,PENDAPATAN,INCOME,income,,no,,,
    4-1000,Pendapatan jasa pinjaman anggota,Interest on loans to members,income,4-0000,yes,loan-interest,,
    4-1100,Pendapatan administrasi dan denda,Fees and penalties,income,4-0000,yes,fee late-fee,,
    4-1110,Pendapatan provisi,Loan provision income,income,4-0000,yes,,,
    4-1200,Pendapatan bukan anggota dan bank,Income from non-members and banks,income,4-0000,yes,,,
    4-1210,Selisih kas lebih,Cash over,income,4-0000,yes,cash-over,,
    4-1300,Uang pangkal,Entrance fees,income,4-0000,yes,entrance-fee,,
    4-1310,Penerimaan pinjaman hapus buku,Recoveries of loans written off,income,4-0000,yes,loan-recovery,,
    4-1320,Laba pelepasan aset,Gain on disposal of assets,income,4-0000,yes,disposal-gain,,
    5-0000,BEBAN,EXPENSES,expense,,no,,,
    5-1000,Beban jasa simpanan,Interest expense on savings,expense,5-0000,yes,interest-expense,,
    5-1100,Beban jasa pinjaman diterima,Interest on borrowings,expense,5-0000,yes,,,
    5-2000,Beban gaji,Salaries,expense,5-0000,yes,,,
    5-2100,Beban kantor,Office expenses,expense,5-0000,yes,,,
    5-2110,Selisih kas kurang,Cash short,expense,5-0000,yes,cash-short,,
    5-2200,Beban penyusutan,Depreciation,expense,5-0000,yes,depreciation,,
    5-2210,Rugi pelepasan aset,Loss on disposal of assets,expense,5-0000,yes,disposal-loss,,
    5-2900,Beban penyisihan pinjaman,Loan loss expense,expense,5-0000,yes,loan-loss,,
    5-3000,Beban perkoperasian,Cooperative expenses,expense,5-0000,yes,,,
    5-4000,Beban pajak penghasilan,Income tax,expense,5-0000,yes,income-tax,,
    """
}
