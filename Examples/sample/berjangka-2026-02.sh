# Term deposits in February 2026, read by Examples/run.

# What fell due by Friday the 13th is paid that day; the month end pays the rest.
quietly term pay --through 2026-02-13
# The one that was taken over matured on the 15th, and runs again for a year.
quietly term renew BJK-0006 --tenor 12 --date 2026-02-16
