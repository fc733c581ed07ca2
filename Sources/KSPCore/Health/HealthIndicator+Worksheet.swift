extension HealthIndicator {
  /// The indicators of governance of the worksheet (KKPKK, Juknis 15/2021), in short words. The
  /// questions were seen in one public program; see `Docs/AccountingPolicy.md`.
  public static let worksheet: [HealthIndicator] = principles + institution + management

  private static let principles = [
    HealthIndicator(
      .principles, 1, id: "Keanggotaan terbuka", en: "Open membership",
      [
        Phrase(
          id: "AD/ART: masuk dan keluar anggota sukarela, tanpa paksaan",
          en: "The articles: joining and leaving are voluntary"),
        Phrase(
          id: "AD/ART: terbuka bagi semua suku, agama dan golongan",
          en: "The articles: open to people of every origin and belief"),
        Phrase(
          id: "Anggota yang masuk lebih banyak daripada yang keluar",
          en: "More members joined than left"),
        Phrase(
          id: "Dokumen penerimaan dan pengunduran anggota sah",
          en: "The papers of joining and leaving are valid"),
      ]),
    HealthIndicator(
      .principles, 2, id: "Pengelolaan demokratis", en: "Democratic control",
      [
        Phrase(
          id: "Kebijakan diputuskan rapat anggota: satu anggota, satu suara",
          en: "The meeting decides on policy: one member, one vote"),
        Phrase(
          id: "Pengelolaan mengikuti keputusan rapat anggota yang demokratis",
          en: "Management follows what the meeting decided in that way"),
        Phrase(
          id: "Semua anggota berhak memilih dan dipilih menjadi pengurus",
          en: "Every member may elect the board and be elected to it"),
        Phrase(
          id: "Semua anggota berhak memilih dan dipilih menjadi pengawas",
          en: "Every member may elect the supervisors and be one"),
        Phrase(
          id: "Anggota dilibatkan dalam menetapkan peraturan",
          en: "Members take part in making the rules"),
      ]),
    HealthIndicator(
      .principles, 3, id: "Pembagian SHU yang adil", en: "Fair division of the SHU",
      [
        Phrase(
          id: "AD/ART: SHU anggota sebanding dengan jasa usahanya",
          en: "The articles: SHU of members in proportion to their business"),
        Phrase(
          id: "AD/ART: SHU anggota sebanding dengan modalnya",
          en: "The articles: SHU of members in proportion to their capital"),
        Phrase(
          id: "AD/ART: SHU anggota tidak dibagi sama rata",
          en: "The articles: SHU of members is not divided equally"),
      ]),
    HealthIndicator(
      .principles, 4, id: "Balas jasa terbatas atas modal", en: "Limited return on capital",
      [
        Phrase(
          id: "Jasa simpanan sukarela wajar dan disepakati rapat anggota",
          en: "Interest on voluntary savings is fair, and agreed by the meeting"),
        Phrase(
          id: "Jasa simpanan berjangka wajar dan disepakati rapat anggota",
          en: "Interest on term deposits is fair, and agreed by the meeting"),
        Phrase(
          id: "Imbalan modal penyertaan wajar dan disepakati rapat anggota",
          en: "The return on participation is fair, and agreed by the meeting"),
        Phrase(
          id: "Ada peraturan khusus tentang balas jasa",
          en: "There is a special rule on such returns"),
      ]),
    HealthIndicator(
      .principles, 5, id: "Kemandirian", en: "Independence",
      [
        Phrase(
          id: "Dikelola atas kekuatan sendiri: modal dalam melebihi modal luar",
          en: "Run on its own strength: inner capital exceeds outer capital"),
        Phrase(
          id: "Tidak tergantung pihak luar: modal sendiri dan dana anggota melebihi pinjaman luar",
          en: "Not dependent: own capital and members' money exceed loans of others"),
        Phrase(
          id: "Bantuan dan pinjaman luar hanya sarana, bukan sumber utama",
          en: "Aid and loans of others are a means, not the main source"),
        Phrase(
          id: "Ada kebijakan tertulis tentang modal yang menunjang kemandirian",
          en: "There is a written policy of capital that serves independence"),
      ]),
    HealthIndicator(
      .principles, 6, id: "Pengembangan koperasi", en: "Development",
      [
        Phrase(
          id: "SHU disisihkan untuk pendidikan pengurus, rutin dan berjenjang",
          en: "Part of the SHU trains the board, regularly and step by step"),
        Phrase(
          id: "SHU disisihkan untuk pendidikan pengawas, rutin dan berjenjang",
          en: "Part of the SHU trains the supervisors, in the same way"),
        Phrase(
          id: "SHU disisihkan untuk pendidikan pengelola, rutin dan berjenjang",
          en: "Part of the SHU trains the managers, in the same way"),
        Phrase(
          id: "SHU disisihkan untuk pendidikan anggota, rutin dan berjenjang",
          en: "Part of the SHU trains the members, in the same way"),
      ]),
    HealthIndicator(
      .principles, 7, id: "Kerja sama", en: "Cooperation",
      [
        Phrase(
          id: "Ada kerja sama usaha dengan koperasi atau lembaga lain",
          en: "Works with cooperatives or others in business"),
        Phrase(
          id: "Ada kerja sama permodalan dengan koperasi atau lembaga lain",
          en: "Works with cooperatives or others in capital"),
        Phrase(
          id: "Ada kerja sama organisasi, SDM, pemasaran atau sistem informasi",
          en: "Works with others in people, marketing or systems"),
        Phrase(
          id: "Kerja sama itu memajukan koperasi dan anggota",
          en: "That work serves the cooperative and its members"),
      ]),
  ]

  private static let institution = [
    HealthIndicator(
      .institution, 1, id: "Legalitas badan hukum", en: "Legal person",
      [
        Phrase(id: "Dokumen badan hukum sah", en: "The papers of the legal person are valid"),
        Phrase(
          id: "Jenis usaha sesuai dengan dokumen badan hukum",
          en: "Its business is the one those papers name"),
        Phrase(id: "Lokasi sesuai dengan dokumen badan hukum", en: "It is where those papers say"),
      ]),
    HealthIndicator(
      .institution, 2, id: "Izin usaha simpan pinjam", en: "Licence",
      [
        Phrase(
          id: "Izin usaha simpan pinjam sah",
          en: "The licence for savings and loans is valid"),
        Phrase(id: "Dokumen kantor cabang sah", en: "The papers of branch offices are valid"),
        Phrase(id: "Ada papan nama", en: "There is a name board"),
      ]),
    HealthIndicator(
      .institution, 3, id: "Isi anggaran dasar", en: "Contents of the articles",
      [
        Phrase(id: "Daftar nama pendiri", en: "Names of the founders"),
        Phrase(id: "Nama dan tempat kedudukan", en: "Name and seat"),
        Phrase(id: "Jenis koperasi", en: "Kind of cooperative"),
        Phrase(id: "Maksud dan tujuan", en: "Purpose"),
        Phrase(id: "Jangka waktu berdirinya", en: "How long it exists"),
        Phrase(id: "Keanggotaan", en: "Membership"),
        Phrase(
          id: "Simpanan pokok dan wajib sebagai modal awal",
          en: "Pokok and wajib as initial capital"),
        Phrase(id: "Permodalan", en: "Capital"),
        Phrase(id: "Rapat anggota", en: "Meeting of members"),
        Phrase(id: "Pengurus", en: "Board"),
        Phrase(id: "Pengawas", en: "Supervisors"),
        Phrase(id: "Pengelolaan dan pengendalian", en: "Management and control"),
        Phrase(id: "Bidang usaha", en: "Field of business"),
        Phrase(id: "Pembagian SHU", en: "Division of the SHU"),
        Phrase(
          id: "Pembubaran, penyelesaian dan hapusnya badan hukum",
          en: "Dissolution and its settlement"),
        Phrase(id: "Sanksi", en: "Sanctions"),
        Phrase(id: "Peraturan khusus", en: "Special rules"),
      ]),
    HealthIndicator(
      .institution, 4, id: "Keanggotaan", en: "Members",
      [
        Phrase(id: "Ada buku daftar anggota", en: "There is a register of members"),
        Phrase(
          id: "Anggota tidak berkurang lebih dari 9 orang",
          en: "Members have not become fewer by more than 9"),
        Phrase(id: "Anggota aktif menyimpan dan meminjam", en: "Members save and borrow actively"),
        Phrase(
          id: "Anggota ikut serta dalam rapat anggota",
          en: "Members take part in the meeting"),
      ]),
    HealthIndicator(
      .institution, 5, id: "Kelengkapan organisasi", en: "Organs",
      [
        Phrase(id: "Rapat anggota dilaksanakan", en: "The meeting of members is held"),
        Phrase(id: "Ada pengurus", en: "There is a board"),
        Phrase(id: "Ada pengawas dan pengelola", en: "There are supervisors and managers"),
      ]),
  ]

  private static let management = [
    HealthIndicator(
      .management, 1, id: "Manajemen umum", en: "General management",
      [
        Phrase(id: "Ada visi, misi dan tujuan", en: "There are a vision, a mission and aims"),
        Phrase(
          id: "Ada rencana kerja jangka panjang dan jangka pendek",
          en: "There are plans for the long and the short term"),
        Phrase(
          id: "Pelaksanaan rencana kerja diukur dan dievaluasi",
          en: "What became of the plans is measured and judged"),
      ]),
    HealthIndicator(
      .management, 2, id: "Manajemen kelembagaan", en: "Management of the institution",
      [
        Phrase(id: "Ada struktur organisasi", en: "There is a structure of organisation"),
        Phrase(id: "Ada uraian tugas", en: "There are descriptions of duties"),
        Phrase(id: "Ada SOM dan SOP", en: "There are manuals of management and procedure"),
        Phrase(id: "Dokumen diamankan", en: "Documents are kept safe"),
      ]),
    HealthIndicator(
      .management, 3, id: "Manajemen permodalan", en: "Management of capital",
      [
        Phrase(id: "Modal sendiri tumbuh", en: "Own capital grows"),
        Phrase(id: "Simpanan anggota tumbuh", en: "Savings of members grow"),
        Phrase(id: "Cadangan bertambah", en: "Reserves grow"),
        Phrase(id: "Investasi dibiayai modal sendiri", en: "Investments are paid from own capital"),
      ]),
    HealthIndicator(
      .management, 4, id: "Manajemen aset", en: "Management of assets",
      [
        Phrase(id: "Pinjaman didukung agunan", en: "Loans are secured"),
        Phrase(
          id: "Kolektibilitas angsuran dijaga",
          en: "Collectibility of installments is looked after"),
        Phrase(id: "Pinjaman macet masih dapat ditagih", en: "Lost loans can still be collected"),
        Phrase(id: "Pinjaman diberikan dengan hati-hati", en: "Loans are given with care"),
      ]),
    HealthIndicator(
      .management, 5, id: "Manajemen likuiditas", en: "Management of liquidity",
      [
        Phrase(
          id: "Ada kebijakan tertulis pengendalian likuiditas",
          en: "There is a written policy of liquidity"),
        Phrase(
          id: "Ada fasilitas pembiayaan dari lembaga keuangan lain",
          en: "Other institutions grant facilities"),
        Phrase(
          id: "Ada peraturan khusus standar likuiditas",
          en: "There is a special rule on standards of liquidity"),
        Phrase(
          id: "Ada sistem informasi yang memantau likuiditas",
          en: "A system watches liquidity"),
      ]),
  ]
}
