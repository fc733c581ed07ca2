# Term deposits in March 2026, read by Examples/run.

# Wahyu Nugroho (0018) needs the money a month early, and pays the penalty.
quietly term break BJK-0018 --date 2026-03-09 --memo "biaya sekolah"
