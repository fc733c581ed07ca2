# The loan desk in March 2026, read by Examples/run.

# Ni Made Widiastuti (0022) missed three weeks, and pays for one of them.
quietly repay PJ-0008 250.000 --date 2026-03-09
quietly repay PJ-0003 --from SUK-0010 --date 2026-03-07
quietly repay PJ-0005 1.000.000 --date 2026-03-08 --memo "dua angsuran sekaligus"
# Fitri Handayani (0013) pays everything at once, five months before the end.
quietly loan settle PJ-0010 --date 2026-03-10
quietly repay PJ-0012 --from SUK-0012 --date 2026-03-15
# Rudi Hartono (0014) never paid an installment; what he owes is spread over eighteen months.
quietly loan reschedule PJ-0011 --term 18 --date 2026-03-18 --memo "baru sembuh, belum bekerja" \
  --by "Ketua"
# The board lets Ni Made off a part of her late fees.
quietly loan waive PJ-0008 --late-fee 2.000 --date 2026-03-20 --memo "keputusan pengurus 20 Maret"
quietly repay --list "$sample/potong-gaji-2026-03.csv" --date 2026-03-28 --ref gaji-2026-03
# The board gives Eko Prasetyo's loan up; his brother brings a part of it all the same.
quietly loan write-off PJ-0007 --date 2026-03-30 --memo "keputusan rapat pengurus 30 Maret"
quietly loan recover PJ-0007 300.000 --date 2026-03-31 --memo "dibawa adiknya"
# One application is granted and waits for the money.
quietly loan apply 0021 5.000.000 --product menurun --term 10 --date 2026-03-27 \
  --purpose "kandang babi" --guarantor "Ni Made Widiastuti (0022)"
quietly loan approve PJ-0015 --date 2026-03-30 --by "Ketua"
