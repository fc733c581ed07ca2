# Two tills, a safe and a collector on the last working day of March.
quietly till add brankas --kind safe --keeper Bendahara
quietly till add kolektor-1 --kind field --keeper Budi
quietly till open kas-1 500.000 --from kas --by Sari --date 2026-03-31
quietly till open kas-2 300.000 --from kas --by Dewi --date 2026-03-31
quietly deposit 0001 150.000 --by Sari --date 2026-03-31
quietly withdraw 0004 100.000 --till kas-2 --date 2026-03-31
# The collector goes to two members and comes back with all lines, two thousand short.
quietly till open kolektor-1 --date 2026-03-31
quietly till list-out kolektor-1 --member 0003 0005 --date 2026-03-31
quietly till list-in kolektor-1 --all --date 2026-03-31
quietly till close kolektor-1 8.000 --to brankas --date 2026-03-31
quietly till count kas-1 --denomination 100000=6 50000=1 --date 2026-03-31
quietly till close kas-1 650.000 --to brankas --date 2026-03-31
quietly till close kas-2 199.500 --to brankas --date 2026-03-31
