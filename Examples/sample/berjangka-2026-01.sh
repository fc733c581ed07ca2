# Term deposits in January 2026, read by Examples/run: one for every way interest is paid.

# Into savings on every value date; Siti Aminah (0001) moves it out of her own savings.
quietly term open 0001 5.000.000 --tenor 3 --from SUK-0001 --certificate BLY-0011 \
  --heir "Ahmad Fauzi" --relation suami --date 2026-01-05
# In cash on every value date.
quietly term open 0009 10.000.000 --tenor 6 --payout cash --certificate BLY-0012 --date 2026-01-06
# Added to the principal; it will be a collateral.
quietly term open 0010 6.000.000 --tenor 12 --payout capitalise --certificate BLY-0013 \
  --date 2026-01-07
# Once, at maturity; then it runs again with its interest.
quietly term open 0020 8.000.000 --tenor 1 --payout maturity --roll-over with-interest \
  --certificate BLY-0014 --date 2026-01-30
# In advance: Joko Susilo (0012) hands over that much less.
quietly term open 0012 4.000.000 --tenor 6 --payout advance --certificate BLY-0015 \
  --date 2026-01-12
# This one will be broken.
quietly term open 0018 3.000.000 --tenor 3 --certificate BLY-0016 --date 2026-01-13
# The employees' cooperative pays another tax, and gets the rate of large sums.
quietly term open 0024 50.000.000 --tenor 12 --from SUK-0024 --certificate BLY-0017 \
  --date 2026-01-19
quietly term pledge BJK-0010 --loan PJ-0003 --date 2026-01-19
