// Term deposits: value dates with the tax of the member's month, roll-overs, accruals. For deposits
// that are paid every month into savings or onto themselves, or once at maturity, actual/365, half up
// to the rupiah, at a rate a year, of individuals; which is what the workload opens.
#include "floor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum { toSavings, capitalised, atMaturity } Payout;
typedef enum { ends, principalAgain, withInterest } RollOver;

typedef struct {
  int64_t account, member, product, period, opened, principal, balance, rate, step;
  int tenor, paid;
  Payout payout;
  RollOver rollOver;
  char code[48], number[32];
} Deposit;

static sqlite3_stmt *find, *accrued, *used, *parts, *settled, *settledLast, *payer, *savings;
static sqlite3_stmt *addPart, *addSettled, *addUse, *addInterest, *addPeriod, *offers, *rates;
static int64_t payable, interestPayable;

static Payout payoutOf(const char *text) {
  if (!strcmp(text, "savings")) return toSavings;
  if (!strcmp(text, "capitalise")) return capitalised;
  if (!strcmp(text, "maturity")) return atMaturity;
  fail(text);
  return ends;
}

static const char *const payouts[] = {"savings", "capitalise", "maturity"};
static const char *const rollOvers[] = {"none", "principal", "with-interest"};

static RollOver rollOverOf(const char *text) {
  for (int i = 0; i < 3; i++)
    if (!strcmp(text, rollOvers[i])) return i;
  fail(text);
  return ends;
}

static int64_t valueDate(int64_t opened, int number) {
  int y, m, d;
  civil(opened, &y, &m, &d);
  return monthsLater(opened, number, d);
}

static int isMonthly(const Deposit *deposit) { return deposit->payout != atMaturity; }

static int64_t interestOn(int64_t amount, int64_t rate, int64_t days, int64_t step) {
  return rounded((__int128)amount * rate * days, (__int128)1000000000 * 365, step);
}

int64_t taxOn(int64_t gross) { return gross > 24000000 ? gross / 1000 * 100 : 0; }

static void prepareDeposits(void) {
  find = prepare(
      "SELECT t.account, s.member, m.number, s.product, t.period, t.openedOn, t.principal, "
      "b.balance, t.tenor, t.rateBillionths, t.payout, t.roundingStep, t.rollOver, a.code, "
      "(SELECT max(number) FROM depositInterest i "
      "WHERE i.account = t.account AND i.period = t.period) "
      "FROM account a JOIN termDeposit t ON t.account = a.id "
      "JOIN savingsAccount s ON s.account = t.account JOIN member m ON m.id = s.member "
      "JOIN accountBalance b ON b.account = t.account "
      "WHERE a.code = ? AND t.period = "
      "(SELECT max(period) FROM termDeposit l WHERE l.account = t.account)");
  accrued = prepare("SELECT held, sum(amount) FROM interestAccrual WHERE account = ? AND month < ? "
                    "GROUP BY held");
  used = prepare("SELECT held, sum(amount) FROM accrualUse WHERE account = ? AND usedOn <= ? "
                 "GROUP BY held");
  parts = prepare("SELECT ifnull(sum(gross), 0) FROM interestPart p WHERE taxedIn = ? AND member = ? "
                  "AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = p.entry)");
  settled = prepare("SELECT ifnull(sum(tax), 0) FROM taxSettled WHERE member = ? AND month = ?");
  settledLast = prepare("SELECT ifnull(max(ordinal), 0) FROM taxSettled "
                        "WHERE member = ? AND month = ?");
  payer = prepare(
      "SELECT m.kind, (SELECT s.kind FROM membership s WHERE s.member = m.id AND s.since <= ?2 "
      "ORDER BY s.since DESC LIMIT 1), m.hasTaxNumber FROM member m WHERE m.id = ?1");
  savings = prepare("SELECT s.account FROM savingsAccount s JOIN savingsProduct p "
                    "ON p.id = s.product JOIN account a ON a.id = s.account WHERE s.member = ? "
                    "AND p.kind = 'sukarela' AND a.closedOn IS NULL ORDER BY p.id, s.ordinal");
  addPart = prepare("INSERT INTO interestPart (entry, account, earnedIn, member, taxedIn, gross) "
                    "VALUES (?, ?, ?, ?, ?, ?)");
  addSettled = prepare("INSERT INTO taxSettled (member, month, ordinal, voucher, known, payer, "
                       "article, rateBillionths, gross, monthTax, tax, withheld, recovered) "
                       "VALUES (?, ?, ?, ?, ?, 'individual', 'pph-4-2', 100000000, ?, ?, ?, ?, 0)");
  addUse = prepare("INSERT INTO accrualUse (entry, account, held, amount, usedOn) "
                   "VALUES (?, ?, ?, ?, ?)");
  addInterest = prepare("INSERT INTO depositInterest (account, period, number, dueOn, nextDue, "
                        "voucher, gross, tax, isAdded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  addPeriod = prepare(
      "INSERT INTO termDeposit (account, period, openedOn, principal, tenor, rateBillionths, "
      "rateBasis, depositDayCount, payout, roundingMode, roundingStep, breakPenalty, rollOver, "
      "paidBefore, interestBefore, firstDue) "
      "VALUES (?, ?, ?, ?, ?, ?, 'year', 'actual/365', ?, 'half-up', ?, 'forfeit', ?, 0, 0, ?)");
  offers = prepare("SELECT event, roundingStep FROM depositOffer WHERE product = ? "
                   "AND offeredFrom <= ? ORDER BY offeredFrom DESC, event DESC LIMIT 1");
  rates = prepare("SELECT rateBillionths FROM depositRate WHERE event = ? AND tenor = ? "
                  "AND threshold <= ? ORDER BY threshold DESC LIMIT 1");
  payable = number("SELECT account FROM accountRole WHERE role = 'tax-final'");
  interestPayable = number("SELECT account FROM accountRole WHERE role = 'interest-payable'");
}

static void bind(sqlite3_stmt *statement, int count, const int64_t *values) {
  for (int i = 0; i < count; i++) sqlite3_bind_int64(statement, i + 1, values[i]);
}

// One number of a query that was bound.
static int64_t single(sqlite3_stmt *statement) {
  int64_t value = step(statement) ? sqlite3_column_int64(statement, 0) : 0;
  sqlite3_reset(statement);
  return value;
}

int64_t interestReceived(int64_t member, int64_t month) {
  bind(parts, 2, (int64_t[]){month, member});
  return single(parts);
}

int64_t taxSettled(int64_t member, int64_t month) {
  bind(settled, 2, (int64_t[]){member, month});
  return single(settled);
}

static void readDeposit(const char *code, Deposit *deposit) {
  sqlite3_bind_text(find, 1, code, -1, SQLITE_STATIC);
  if (!step(find)) fail(code);
  deposit->account = sqlite3_column_int64(find, 0);
  deposit->member = sqlite3_column_int64(find, 1);
  snprintf(deposit->number, sizeof deposit->number, "%s", sqlite3_column_text(find, 2));
  deposit->product = sqlite3_column_int64(find, 3);
  deposit->period = sqlite3_column_int64(find, 4);
  deposit->opened = sqlite3_column_int64(find, 5);
  deposit->principal = sqlite3_column_int64(find, 6);
  deposit->balance = -sqlite3_column_int64(find, 7);
  deposit->tenor = sqlite3_column_int(find, 8);
  deposit->rate = sqlite3_column_int64(find, 9);
  deposit->payout = payoutOf((const char *)sqlite3_column_text(find, 10));
  deposit->step = sqlite3_column_int64(find, 11);
  deposit->rollOver = rollOverOf((const char *)sqlite3_column_text(find, 12));
  snprintf(deposit->code, sizeof deposit->code, "%s", sqlite3_column_text(find, 13));
  deposit->paid = sqlite3_column_int(find, 14);
  sqlite3_reset(find);
}

// What stands set aside of an account before a month, or now.
static int64_t standing(int64_t account, int64_t month, int64_t day) {
  bind(accrued, 2, (int64_t[]){account, month});
  bind(used, 2, (int64_t[]){account, day});
  int64_t sum = 0;
  sqlite3_stmt *both[] = {accrued, used};
  for (int i = 0; i < 2; i++) {
    while (step(both[i])) {
      if (sqlite3_column_int64(both[i], 0) != interestPayable) fail("an accrual of its own");
      sum += (i ? -1 : 1) * sqlite3_column_int64(both[i], 1);
    }
    sqlite3_reset(both[i]);
  }
  return sum;
}

// MARK: - Value dates

// The tax that a payment has to bear with all that the member was paid in the month before.
static int64_t withholding(const Deposit *deposit, int64_t gross, int64_t month, int64_t last,
                           int64_t *monthGross) {
  bind(payer, 2, (int64_t[]){deposit->member, last});
  if (!step(payer)) fail("member");
  if (strcmp((const char *)sqlite3_column_text(payer, 0), "individual")) fail("a body");
  sqlite3_reset(payer);
  *monthGross = interestReceived(deposit->member, month) + gross;
  int64_t due = taxOn(*monthGross) - taxSettled(deposit->member, month);
  return due < 0 ? 0 : due > gross ? gross : due;
}

static void recordTax(int64_t act, const Deposit *deposit, int64_t month, int64_t gross,
                      int64_t tax) {
  bind(settledLast, 2, (int64_t[]){deposit->member, month});
  int64_t ordinal = single(settledLast) + 1;
  beginContent(1);
  contentRows("taxSettled", "member month ordinal voucher known payer article rateBillionths gross "
                            "monthTax tax withheld recovered", 1);
  const int64_t values[] = {deposit->member, month, ordinal, lastEntry, lastEntry,
                            gross, taxOn(gross), tax, tax};
  for (int i = 0; i < 5; i++) contentInteger(values[i]);
  contentText("individual");
  contentText("pph-4-2");
  contentInteger(100000000);
  for (int i = 5; i < 9; i++) contentInteger(values[i]);
  contentInteger(0);
  appendWithin(act, "tax.settled", deposit->number);
  bind(addSettled, 9, values);
  run(addSettled);
}

// The months in which it was earned, in equal parts of whole rupiah; the first ones take what is
// left over.
static void recordMonths(int64_t act, const Deposit *deposit, int64_t month, int64_t gross) {
  int64_t first = month;
  if (deposit->payout == atMaturity) {
    int y, m, d;
    civil(valueDate(deposit->opened, 1), &y, &m, &d);
    first = y * 12 + m - 1;
  }
  int64_t count = month - first + 1, rupiah = gross / 100;
  beginContent(1);
  contentRows("interestPart", "entry account earnedIn member taxedIn gross", (int)count);
  int64_t values[64][6];
  if (count > 64) fail("months");
  for (int i = 0; i < count; i++) {
    int64_t part = (rupiah / count + (i < rupiah % count)) * 100;
    const int64_t row[] = {lastEntry, deposit->account, first + i, deposit->member, month, part};
    memcpy(values[i], row, sizeof row);
    for (int k = 0; k < 6; k++) contentInteger(row[k]);
  }
  appendWithin(act, "interest.recorded", deposit->code);
  for (int i = 0; i < count; i++) {
    bind(addPart, 6, values[i]);
    run(addPart);
  }
}

static void recordUse(int64_t act, const Deposit *deposit, int64_t amount, int64_t day) {
  const int64_t values[] = {lastEntry, deposit->account, interestPayable, amount, day};
  beginContent(1);
  contentRows("accrualUse", "entry account held amount usedOn", 1);
  for (int i = 0; i < 5; i++) contentInteger(values[i]);
  appendWithin(act, "accrual.used", deposit->code);
  bind(addUse, 5, values);
  run(addUse);
}

static void recordPayment(int64_t act, const Deposit *deposit, int number, int64_t day,
                          int64_t gross, int64_t tax, int isAdded) {
  int isLast = number == deposit->tenor;
  int64_t next = isLast ? 0 : valueDate(deposit->opened, isMonthly(deposit) ? number + 1
                                                                            : deposit->tenor);
  const int64_t values[] = {deposit->account, deposit->period, number, day, next,
                            lastEntry, gross, tax, isAdded};
  beginContent(1);
  contentRows("depositInterest",
              isLast ? "account period number dueOn voucher gross tax isAdded"
                     : "account period number dueOn nextDue voucher gross tax isAdded", 1);
  for (int i = 0; i < 9; i++)
    if (i != 4 || !isLast) contentInteger(values[i]);
  appendWithin(act, "deposit.paid", deposit->code);
  bind(addInterest, 9, values);
  if (isLast) sqlite3_bind_null(addInterest, 5);
  run(addInterest);
}

// The next period of what matures, at the rate of the day.
static void runAgain(int64_t act, const char *code, int64_t day) {
  Deposit deposit;
  readDeposit(code, &deposit);
  if (deposit.rollOver == ends) return;
  bind(offers, 2, (int64_t[]){deposit.product, day});
  if (!step(offers)) fail("offer");
  int64_t event = sqlite3_column_int64(offers, 0), rounding = sqlite3_column_int64(offers, 1);
  sqlite3_reset(offers);
  bind(rates, 3, (int64_t[]){event, deposit.tenor, deposit.balance});
  int64_t rate = single(rates);
  int64_t due = valueDate(day, isMonthly(&deposit) ? 1 : deposit.tenor);
  const int64_t values[] = {deposit.account, deposit.period + 1, day, deposit.balance,
                            deposit.tenor, rate};
  beginContent(1);
  contentRows("termDeposit",
              "account period openedOn principal tenor rateBillionths rateBasis depositDayCount "
              "payout roundingMode roundingStep breakPenalty rollOver paidBefore interestBefore "
              "firstDue", 1);
  for (int i = 0; i < 6; i++) contentInteger(values[i]);
  contentText("year");
  contentText("actual/365");
  contentText(payouts[deposit.payout]);
  contentText("half-up");
  contentInteger(rounding);
  contentText("forfeit");
  contentText(rollOvers[deposit.rollOver]);
  contentInteger(0);
  contentInteger(0);
  contentInteger(due);
  appendWithin(act, "deposit.opened", deposit.code);
  bind(addPeriod, 6, values);
  sqlite3_bind_text(addPeriod, 7, payouts[deposit.payout], -1, SQLITE_STATIC);
  sqlite3_bind_int64(addPeriod, 8, rounding);
  sqlite3_bind_text(addPeriod, 9, rollOvers[deposit.rollOver], -1, SQLITE_STATIC);
  sqlite3_bind_int64(addPeriod, 10, due);
  run(addPeriod);
}

static void pay(const char *code, int64_t expense, int64_t month, int64_t last) {
  Deposit deposit;
  readDeposit(code, &deposit);
  int number = isMonthly(&deposit) ? deposit.paid + 1 : deposit.tenor;
  int64_t day = valueDate(deposit.opened, number);
  int64_t since = valueDate(deposit.opened, isMonthly(&deposit) ? deposit.paid : 0);
  int64_t gross = interestOn(deposit.balance, deposit.rate, day - since, deposit.step), monthGross;
  int isAdded = deposit.payout == capitalised ||
                (deposit.payout == atMaturity && deposit.rollOver == withInterest);
  int64_t target = deposit.account;
  if (!isAdded) {
    sqlite3_bind_int64(savings, 1, deposit.member);
    if (!(target = single(savings))) fail("savings");
  }
  int64_t aside = standing(deposit.account, INT64_MAX, INT64_MAX);
  int64_t tax = withholding(&deposit, gross, month, last, &monthGross);
  if (gross <= tax) fail("no interest");
  int64_t act = lastEvent + 1;
  if (aside) addLeg(day, interestPayable, aside);
  if (gross != aside) addLeg(day, expense, gross - aside);
  addLeg(day, target, tax - gross);
  if (tax) addLeg(day, payable, -tax);
  char reference[96];
  snprintf(reference, sizeof reference, "berjangka/%s/%" PRId64 "/%d", code, deposit.period,
           number);
  seal(day, "deposit-interest", reference);
  if (tax) recordTax(act, &deposit, month, monthGross, tax);
  recordMonths(act, &deposit, month, gross);
  if (aside) recordUse(act, &deposit, aside, day);
  recordPayment(act, &deposit, number, day, gross, tax, isAdded);
  if (number == deposit.tenor) runAgain(act, code, day);
}

// Pays what falls due in a month, value date by value date; returns how many there were.
int64_t depositValueDates(int64_t month, int64_t first, int64_t last) {
  if (!number("SELECT EXISTS (SELECT 1 FROM termDeposit)")) return 0;
  prepareDeposits();
  int64_t expense = number("SELECT interestExpenseAccount FROM savingsProduct "
                           "WHERE kind = 'berjangka'");
  sqlite3_stmt *list = prepare(
      "SELECT a.code, x.due FROM (SELECT account, firstDue AS due FROM termDeposit t "
      "WHERE firstDue BETWEEN ?1 AND ?2 AND NOT EXISTS (SELECT 1 FROM depositInterest i "
      "WHERE i.account = t.account AND i.period = t.period) "
      "UNION ALL SELECT account, nextDue FROM depositInterest d "
      "WHERE nextDue BETWEEN ?1 AND ?2 AND NOT EXISTS (SELECT 1 FROM depositInterest i "
      "WHERE i.account = d.account AND i.period = d.period AND i.number > d.number)) x "
      "JOIN account a ON a.id = x.account "
      "WHERE NOT EXISTS (SELECT 1 FROM depositEnd e WHERE e.account = x.account) "
      "ORDER BY x.due, x.account");
  int64_t count = 0;
  // What is paid may fall due again in the same month.
  for (int64_t before = -1; before != count;) {
    before = count;
    bind(list, 2, (int64_t[]){first, last});
    size_t size = 0, room = 0;
    char (*codes)[48] = 0;
    while (step(list)) {
      if (size == room) codes = realloc(codes, (room = 2 * room + 64) * sizeof *codes);
      snprintf(codes[size++], sizeof *codes, "%s", sqlite3_column_text(list, 0));
    }
    sqlite3_reset(list);
    for (size_t i = 0; i < size; i++) pay(codes[i], expense, month, last);
    count += (int64_t)size;
    free(codes);
  }
  sqlite3_finalize(list);
  return count;
}

// MARK: - Accruals

// The interest that a deposit has earned by the end of a day and that falls due later.
static int64_t earned(const Deposit *deposit, int64_t last) {
  int64_t maturity = valueDate(deposit->opened, deposit->tenor);
  if (last >= maturity || deposit->opened > last) return 0;
  int passed = 0;
  if (isMonthly(deposit)) {
    int y, m, d, fromYear, fromMonth;
    civil(deposit->opened, &fromYear, &fromMonth, &d);
    civil(last, &y, &m, &d);
    passed = (y - fromYear) * 12 + m - fromMonth;
    if (passed > 0 && valueDate(deposit->opened, passed) > last) passed--;
  }
  int64_t end = last + 1 < maturity ? last + 1 : maturity;
  return interestOn(deposit->balance, deposit->rate, end - valueDate(deposit->opened, passed),
                    deposit->step);
}

// Sets aside what was earned and falls due later: evidence for each deposit, one voucher.
void depositAccruals(int64_t month, int64_t last, int64_t first) {
  if (!find) return;
  sqlite3_stmt *list = prepare(
      "SELECT t.account, t.openedOn, t.tenor, t.rateBillionths, t.payout, t.roundingStep, "
      "t.principal + (SELECT ifnull(sum(i.gross - i.tax), 0) FROM depositInterest i "
      "WHERE i.account = t.account AND i.period = t.period AND i.isAdded = 1 AND i.dueOn <= ?1) "
      "FROM termDeposit t LEFT JOIN depositEnd e ON e.account = t.account "
      "WHERE t.openedOn <= ?1 AND (e.endedOn IS NULL OR e.endedOn >= ?2) "
      "AND NOT EXISTS (SELECT 1 FROM termDeposit l WHERE l.account = t.account "
      "AND l.period > t.period AND l.openedOn <= ?1) ORDER BY t.account");
  sqlite3_stmt *keep = prepare("INSERT INTO interestAccrual (month, account, held, accrued, amount) "
                               "VALUES (?, ?, ?, ?, ?)");
  bind(list, 2, (int64_t[]){last, first});
  int64_t sum = 0;
  while (step(list)) {
    Deposit deposit = {
        .account = sqlite3_column_int64(list, 0), .opened = sqlite3_column_int64(list, 1),
        .tenor = sqlite3_column_int(list, 2), .rate = sqlite3_column_int64(list, 3),
        .payout = payoutOf((const char *)sqlite3_column_text(list, 4)),
        .step = sqlite3_column_int64(list, 5), .balance = sqlite3_column_int64(list, 6)};
    int64_t amount = earned(&deposit, last);
    int64_t change = amount - standing(deposit.account, month, last);
    if (!change && !amount) continue;
    sum += change;
    bind(keep, 5, (int64_t[]){month, deposit.account, interestPayable, amount, change});
    run(keep);
  }
  sqlite3_finalize(list);
  if (!sum) return;
  addLeg(last, number("SELECT interestExpenseAccount FROM savingsProduct "
                      "WHERE kind = 'berjangka'"), sum);
  addLeg(last, interestPayable, -sum);
  sqlite3_stmt *product = prepare("SELECT code FROM savingsProduct WHERE kind = 'berjangka'");
  if (!step(product)) fail("product");
  char reference[64];
  snprintf(reference, sizeof reference, "akrual/%s/%04d-%02d", sqlite3_column_text(product, 0),
           (int)(month / 12), (int)(month % 12 + 1));
  sqlite3_finalize(product);
  seal(last, "accrual", reference);
}
