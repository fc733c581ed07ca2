# Savings that look after themselves from March 2026 on, read by Examples/run.

# Interest is worked out every month and credited every quarter.
quietly product add pendidikan "Simpanan pendidikan" --name-en "Education savings" --prefix PDK \
  --control 2-1200 --rate 5%/year --credited quarterly --accrue
quietly deposit 0003 2.000.000 --product pendidikan --date 2026-03-31
# A fixed amount every month for a year, brought by a standing order from the member's sukarela.
quietly product add kurban "Simpanan kurban" --name-en "Sacrifice savings" --prefix KRB \
  --control 2-1200 --rate 2%/year
quietly planned terms kurban --tenor 12 --rate 5%/year --lapsed-rate 2%/year --from 2026-03
quietly planned open 0007 kurban 100.000 --tenor 12 --to SUK-0007 --date 2026-03-05
quietly order add SUK-0007 KRB-0007 100.000 --day 31 --since 2026-03-05 --until 2027-02-28
# Dues of every month; and an order that finds too little.
quietly order add 0004 wajib --day 30 --since 2026-03-01
quietly order add SUK-0014 SUK-0013 50.000.000 --day 31 --since 2026-03-01 --until 2026-03-31
# A part of the savings of I Ketut Suardana (0021) secures the rent of a stall until June.
quietly hold add SUK-0021 100.000 --reason "jaminan sewa kios" --until 2026-06-30 \
  --date 2026-03-16
# From March on small accounts pay for their keeping.
quietly product fee sukarela 500 --free-from 1.000.000 --from 2026-03
