# The loan desk in February 2026, read by Examples/run.

for monday in 02 09; do quietly repay PJ-0008 --date "2026-02-$monday"; done
quietly repay PJ-0003 --from SUK-0010 --date 2026-02-07
quietly repay PJ-0005 --date 2026-02-08
quietly repay PJ-0010 --date 2026-02-13
quietly repay PJ-0012 --from SUK-0012 --date 2026-02-15
quietly repay PJ-0013 --date 2026-02-15
# Yuliana Sari (0011) comes thirteen days late, and brings less than is due.
quietly repay PJ-0009 300.000 --date 2026-02-25
quietly repay --list "$sample/potong-gaji-2026-02.csv" --date 2026-02-28 --ref gaji-2026-02
