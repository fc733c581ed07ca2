// Loans: read, month end, payroll list, lists and cards. For loans in monthly installments whose
// late fees are charged by the day, which is what the workload lends.
#include "floor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { mostRows = 64, mostProducts = 16 };
static const int64_t latest = 2932896;

typedef struct {
  int64_t id, interestIncome, lateFeeIncome, allowance, expense, unearned;
  char code[32];
  // Charged on what is unpaid, or on the whole installment.
  int hasLateFee, isOnArrears;
  int64_t share, fixed, cap;
  int grace;
  enum { onReceipt, onDueDate, daily } recognition;
  // From this class on nothing is income before it is received; 0 for never.
  int stops;
  int isMicrofinance;
} Product;

typedef struct { int64_t due, principal, interest; } Row;
typedef struct { int64_t entry, date, amounts[3]; } Payment;
enum { principal, interest, lateFee };

typedef struct {
  int64_t id, accounts[3], periodStart, afterEntry, lent, outstanding;
  const Product *product;
  int rowCount, paymentCount;
  Row rows[mostRows];
  Payment payments[mostRows];
} Loan;

typedef struct {
  int64_t fee, feeCharged, outstanding, duePrincipal, dueInterest;
  int64_t sincePrincipal, sinceInterest, oldest;
  int64_t openPrincipal[mostRows], openInterest[mostRows];
} Position;

static Product loanProducts[mostProducts];
static int loanProductCount;
static sqlite3_stmt *header, *steps, *accounts, *plan, *installments, *paid, *collaterals;

static void prepareLoans(void) {
  header = prepare("SELECT l.number, m.number, m.name, l.product, l.principal, l.appliedOn "
                   "FROM loan l JOIN member m ON m.id = l.member WHERE l.id = ?");
  steps = prepare("SELECT kind, bookDate FROM loanStep s WHERE loan = ?1 AND bookDate <= ?2 AND "
                  "NOT EXISTS (SELECT 1 FROM entry WHERE reverses = s.entry AND bookDate <= ?2) "
                  "ORDER BY id");
  accounts = prepare("SELECT account, part FROM loanAccount WHERE loan = ?");
  plan = prepare("SELECT version, afterEntry, periodStart, principal FROM loanPlan p "
                 "WHERE loan = ?1 AND startedOn <= ?2 AND NOT EXISTS "
                 "(SELECT 1 FROM entry WHERE reverses = p.entry AND bookDate <= ?2) "
                 "ORDER BY version DESC LIMIT 1");
  installments = prepare("SELECT due, principal, interest FROM loanInstallment "
                         "WHERE loan = ? AND version = ? ORDER BY number");
  paid = prepare("SELECT p.bookDate, p.entry, -p.amount FROM posting p "
                 "JOIN entry e ON e.id = p.entry WHERE p.account = ?1 AND p.bookDate <= ?2 "
                 "AND p.entry > ?3 AND p.amount < 0 AND e.kind = 'repayment' AND NOT EXISTS "
                 "(SELECT 1 FROM entry WHERE reverses = e.id AND bookDate <= ?2)");
  collaterals = prepare("SELECT kind, value FROM loanCollateral WHERE loan = ? ORDER BY line");
  sqlite3_stmt *list = prepare(
      "SELECT p.id, p.code, p.interestIncome, p.lateFeeIncome, p.allowance, p.allowanceExpense, "
      "t.lateFeeBase, t.lateFeeShare, t.lateFeeAmount, t.lateFeeGraceDays, t.lateFeeCap, "
      "t.recognition, t.collectibility, p.unearnedInterest, t.recognitionStops FROM loanProduct p JOIN loanTerms t ON t.product = p.id "
      "ORDER BY p.id");
  while (step(list)) {
    Product *p = &loanProducts[loanProductCount++];
    p->id = sqlite3_column_int64(list, 0);
    snprintf(p->code, sizeof p->code, "%s", sqlite3_column_text(list, 1));
    p->interestIncome = sqlite3_column_int64(list, 2);
    p->lateFeeIncome = sqlite3_column_int64(list, 3);
    p->allowance = sqlite3_column_int64(list, 4);
    p->expense = sqlite3_column_int64(list, 5);
    const char *base = (const char *)sqlite3_column_text(list, 6);
    p->hasLateFee = base != 0;
    p->isOnArrears = base && !strcmp(base, "arrears");
    p->share = sqlite3_column_int64(list, 7);
    p->fixed = sqlite3_column_int64(list, 8);
    p->grace = sqlite3_column_int(list, 9);
    p->cap = sqlite3_column_type(list, 10) == SQLITE_NULL ? -1 : sqlite3_column_int64(list, 10);
    const char *recognition = (const char *)sqlite3_column_text(list, 11);
    p->recognition = !strcmp(recognition, "receipt") ? onReceipt
                     : !strcmp(recognition, "due")   ? onDueDate
                                                     : daily;
    p->isMicrofinance = !strcmp((const char *)sqlite3_column_text(list, 12), "lkm");
    p->unearned = sqlite3_column_int64(list, 13);
    p->stops = p->recognition == onReceipt ? 0 : sqlite3_column_int(list, 14);
  }
  sqlite3_finalize(list);
}

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }
static int64_t orZero(int64_t a) { return a > 0 ? a : 0; }

// What every payment credited to the three accounts, put together by entry.
static void readPayments(Loan *loan, int64_t asOf) {
  loan->paymentCount = 0;
  for (int part = 0; part < 3; part++) {
    sqlite3_bind_int64(paid, 1, loan->accounts[part]);
    sqlite3_bind_int64(paid, 2, asOf);
    sqlite3_bind_int64(paid, 3, loan->afterEntry);
    while (step(paid)) {
      int64_t entry = sqlite3_column_int64(paid, 1);
      int i = 0;
      while (i < loan->paymentCount && loan->payments[i].entry < entry) i++;
      if (i == loan->paymentCount || loan->payments[i].entry != entry) {
        if (loan->paymentCount == mostRows) fail("payments");
        memmove(&loan->payments[i + 1], &loan->payments[i],
                (loan->paymentCount++ - i) * sizeof loan->payments[0]);
        loan->payments[i] = (Payment){entry, sqlite3_column_int64(paid, 0), {0, 0, 0}};
      }
      loan->payments[i].amounts[part] += sqlite3_column_int64(paid, 2);
    }
    sqlite3_reset(paid);
  }
}

// A loan as it stood on a day; the workload's are all paid out and none has ended.
static void readLoan(Loan *loan, int64_t id, int64_t asOf) {
  loan->id = id;
  sqlite3_bind_int64(header, 1, id);
  if (!step(header)) fail("loan");
  for (int column = 0; column < 3; column++) sqlite3_column_text(header, column);
  int64_t product = sqlite3_column_int64(header, 3);
  sqlite3_reset(header);
  loan->product = 0;
  for (int i = 0; i < loanProductCount; i++)
    if (loanProducts[i].id == product) loan->product = &loanProducts[i];
  sqlite3_bind_int64(accounts, 1, id);
  while (step(accounts)) {
    const char *part = (const char *)sqlite3_column_text(accounts, 1);
    int index = part[0] == 'p' ? principal : part[0] == 'i' ? interest : lateFee;
    loan->accounts[index] = sqlite3_column_int64(accounts, 0);
  }
  sqlite3_reset(accounts);
  sqlite3_bind_int64(plan, 1, id);
  sqlite3_bind_int64(plan, 2, asOf);
  if (!step(plan)) fail("plan");
  loan->afterEntry = sqlite3_column_int64(plan, 1);
  loan->periodStart = sqlite3_column_int64(plan, 2);
  loan->outstanding = loan->lent = sqlite3_column_int64(plan, 3);
  sqlite3_bind_int64(installments, 1, id);
  sqlite3_bind_int64(installments, 2, sqlite3_column_int64(plan, 0));
  sqlite3_reset(plan);
  for (loan->rowCount = 0; step(installments); loan->rowCount++) {
    if (loan->rowCount == mostRows) fail("installments");
    loan->rows[loan->rowCount] = (Row){
        sqlite3_column_int64(installments, 0), sqlite3_column_int64(installments, 1),
        sqlite3_column_int64(installments, 2)};
  }
  sqlite3_reset(installments);
  readPayments(loan, asOf);
  sqlite3_bind_int64(steps, 1, id);
  sqlite3_bind_int64(steps, 2, asOf);
  while (step(steps)) sqlite3_column_text(steps, 0);
  sqlite3_reset(steps);
  for (int i = 0; i < loan->paymentCount; i++)
    loan->outstanding -= loan->payments[i].amounts[principal];
  if (loan->outstanding <= 0) fail("a loan that has ended");
}

// All late fees to a day: for every installment, every day on which it was unpaid, rounded half up
// to the rupiah.
static int64_t lateFees(const Loan *loan, int known, int64_t date) {
  const Product *rule = loan->product;
  if (!rule->hasLateFee) return 0;
  int64_t sum = 0, beforePrincipal = 0, beforeInterest = 0;
  int64_t paidPrincipal = 0, paidInterest = 0;
  int reached = 0;
  for (int i = 0; i < loan->rowCount; i++) {
    const Row *row = &loan->rows[i];
    int64_t day = row->due + rule->grace + 1;
    if (day > date) break;
    for (; reached < known && loan->payments[reached].date < day; reached++) {
      paidPrincipal += loan->payments[reached].amounts[principal];
      paidInterest += loan->payments[reached].amounts[interest];
    }
    int64_t ownPrincipal = paidPrincipal, ownInterest = paidInterest;
    __int128 exact = 0;
    for (int next = reached; day <= date;) {
      for (; next < known && loan->payments[next].date < day; next++) {
        ownPrincipal += loan->payments[next].amounts[principal];
        ownInterest += loan->payments[next].amounts[interest];
      }
      int64_t total = row->principal + row->interest;
      int64_t unpaid = total - least(orZero(ownPrincipal - beforePrincipal), row->principal) -
                       least(orZero(ownInterest - beforeInterest), row->interest);
      if (unpaid <= 0) break;
      int64_t until = least(next < known ? loan->payments[next].date : date, date);
      int64_t base = rule->isOnArrears ? unpaid : total;
      __int128 perDay = rule->share ? (__int128)base * rule->share
                                    : (__int128)rule->fixed * 1000000000;
      exact += perDay * (until - day + 1);
      day = until + 1;
    }
    int64_t fee = rounded(exact, 1000000000, 100);
    if (rule->cap >= 0)
      fee = least(fee, rounded((__int128)(row->principal + row->interest) * rule->cap, 1000000000,
                               100));
    sum += fee;
    beforePrincipal += row->principal;
    beforeInterest += row->interest;
  }
  return sum;
}

static void findPosition(const Loan *loan, int64_t asOf, int countsLater, Position *at) {
  memset(at, 0, sizeof *at);
  int known = 0;
  while (known < loan->paymentCount && loan->payments[known].date <= asOf) known++;
  int64_t sums[3] = {0, 0, 0};
  for (int i = 0; i < (countsLater ? loan->paymentCount : known); i++)
    for (int part = 0; part < 3; part++) sums[part] += loan->payments[i].amounts[part];
  for (int i = 0; i < loan->rowCount; i++) {
    const Row *row = &loan->rows[i];
    int64_t fromPrincipal = least(sums[principal], row->principal);
    int64_t fromInterest = least(sums[interest], row->interest);
    sums[principal] -= fromPrincipal;
    sums[interest] -= fromInterest;
    int64_t leftPrincipal = row->principal - fromPrincipal;
    int64_t leftInterest = row->interest - fromInterest;
    at->openPrincipal[i] = leftPrincipal;
    at->openInterest[i] = leftInterest;
    at->outstanding += leftPrincipal;
    if (row->due > asOf) continue;
    at->duePrincipal += leftPrincipal;
    at->dueInterest += leftInterest;
    if (row->due == asOf) continue;
    if (!at->oldest && leftPrincipal + leftInterest > 0) at->oldest = row->due;
    if (!at->sincePrincipal && leftPrincipal > 0) at->sincePrincipal = row->due;
    if (!at->sinceInterest && leftInterest > 0) at->sinceInterest = row->due;
  }
  at->feeCharged = lateFees(loan, known, asOf);
  at->fee = orZero(at->feeCharged - sums[lateFee]);
}

static int isOver(int limit, int64_t since, int64_t date, int isInDays) {
  if (!since) return 0;
  if (isInDays) return date - since > limit;
  int y, m, d;
  civil(since, &y, &m, &d);
  return date > monthsLater(since, limit, d);
}

typedef struct { int class; int64_t counted, allowance; } Grade;

static Grade grade(const Loan *loan, const Position *at, int64_t date) {
  static const int months[] = {3, 6, 6, 27}, monthClasses[] = {3, 4, 5, 5};
  static const int days[] = {10, 90, 120, 180}, dayClasses[] = {2, 3, 4, 5};
  static const int64_t cooperative[] = {0, 5000000, 5000000, 100000000, 500000000, 1000000000};
  static const int64_t microfinance[] = {0, 0, 50000000, 150000000, 500000000, 1000000000};
  int isInDays = loan->product->isMicrofinance;
  int64_t worth = 0, debt = at->outstanding + at->dueInterest;
  Grade found = {1, 0, 0};
  sqlite3_bind_int64(collaterals, 1, loan->id);
  while (step(collaterals)) {
    const char *kind = (const char *)sqlite3_column_text(collaterals, 0);
    int64_t value = sqlite3_column_int64(collaterals, 1);
    if (strcmp(kind, "vehicle")) fail("collateral");
    worth += value;
    found.counted += value / 2 / 100 * 100;
  }
  sqlite3_reset(collaterals);
  int64_t coverage = debt > 0 ? (int64_t)((__int128)worth * 1000000000 / debt) : 0;
  for (int i = 3; i >= 0; i--) {
    int limit = isInDays ? days[i] : months[i];
    if (!isOver(limit, at->sincePrincipal, date, isInDays) &&
        !isOver(limit, at->sinceInterest, date, isInDays))
      continue;
    if (!isInDays && i == 2 && coverage >= 750000000) continue;
    found.class = isInDays ? dayClasses[i] : monthClasses[i];
    break;
  }
  int64_t covered = isInDays || found.class >= 3 ? found.counted : 0;
  found.allowance = rounded((__int128)orZero(at->outstanding - covered) *
                                (isInDays ? microfinance : cooperative)[found.class],
                            1000000000, 100);
  return found;
}

// MARK: - Month end

// The interest that is earned and not paid at the end of a month; less than zero where it was paid
// ahead.
static int64_t receivable(const Loan *loan, int64_t last) {
  int64_t earned = 0, start = loan->periodStart;
  for (int i = 0; i < loan->rowCount; i++) {
    const Row *row = &loan->rows[i];
    if (row->due > last) {
      int64_t whole = row->due - start, passed = least(last - start + 1, whole);
      if (loan->product->recognition == daily && start <= last)
        earned += ((__int128)row->interest * passed * 2 + whole * 100) / (whole * 200) * 100;
      break;
    }
    earned += row->interest;
    start = row->due;
  }
  for (int i = 0; i < loan->paymentCount; i++) earned -= loan->payments[i].amounts[interest];
  return earned;
}

static int64_t balanceOf(sqlite3_stmt *balance, int64_t account, int64_t last) {
  sqlite3_bind_int64(balance, 1, account);
  sqlite3_bind_int64(balance, 2, last);
  step(balance);
  int64_t value = sqlite3_column_int64(balance, 0);
  sqlite3_reset(balance);
  return value;
}

// What an account of the loan is to hold, and what becomes income with it. Nothing of the workload
// is older than its year, so that whatever is set aside is taken off income.
typedef struct { int64_t interest, fee, prepaid, income; int isStopped; } Change;

static Change change(const Loan *loan, const Position *at, Grade grade, int64_t month,
                     int64_t first, int64_t last, sqlite3_stmt *balance,
                     sqlite3_stmt *before, sqlite3_stmt *ahead) {
  const Product *product = loan->product;
  int isCash = product->recognition == onReceipt;
  Change found = {0, 0, 0, 0, product->stops && grade.class >= product->stops};
  sqlite3_bind_int64(before, 1, month - 1);
  sqlite3_bind_int64(before, 2, loan->id);
  int64_t prepaid = step(before) && !isCash ? sqlite3_column_int64(before, 1) : 0;
  sqlite3_reset(before);
  if (!isCash) {
    // What payments of the month put among unearned income.
    sqlite3_bind_int64(ahead, 1, loan->accounts[interest]);
    sqlite3_bind_int64(ahead, 2, first);
    sqlite3_bind_int64(ahead, 3, last);
    step(ahead);
    prepaid += sqlite3_column_int64(ahead, 0);
    sqlite3_reset(ahead);
  }
  int isEarned = !isCash && !found.isStopped;
  int64_t wanted = isEarned ? receivable(loan, last) : 0;
  int64_t held = balanceOf(balance, loan->accounts[interest], last);
  found.interest = orZero(wanted) - held;
  found.prepaid = orZero(-wanted);
  found.fee = (isEarned ? at->fee : 0) - balanceOf(balance, loan->accounts[lateFee], last);
  // Interest alone: what was paid ahead is not income yet.
  found.income = wanted - held + prepaid;
  return found;
}

static void keep(sqlite3_stmt *evidence, int64_t month, const Loan *loan, const Position *at,
                 Grade grade, Change change) {
  const int64_t values[] = {month,           loan->id,       at->outstanding,
                            at->duePrincipal, at->dueInterest, at->feeCharged,
                            change.income + change.fee, 0,    at->oldest,
                            grade.class,     grade.counted,  grade.allowance,
                            1,               0,              change.isStopped,
                            0,               0,              change.prepaid,
                            0};
  for (int i = 0; i < 19; i++) sqlite3_bind_int64(evidence, i + 1, values[i]);
  if (!at->oldest) sqlite3_bind_null(evidence, 9);
  sqlite3_bind_null(evidence, 14);
  run(evidence);
}

LoanSums loanMonthEnd(int y, int m) {
  prepareLoans();
  int64_t month = y * 12 + m - 1, first = dayNumber(y, m, 1);
  int64_t last = first + dayCount(y, m) - 1;
  LoanSums sums = {0, 0};
  char reference[80];
  // The loans of the month before, and those that moved.
  sqlite3_stmt *list = prepare(
      "SELECT product, id FROM loan WHERE id IN (SELECT loan FROM loanMonth WHERE month = ?1 "
      "UNION SELECT c.loan FROM entry e JOIN posting p ON p.entry = e.id "
      "JOIN loanAccount c ON c.account = p.account WHERE e.bookDate BETWEEN ?2 AND ?3 AND e.kind "
      "IN ('disbursement', 'repayment', 'writeOff', 'recovery', 'reversal')) ORDER BY product, id");
  sqlite3_stmt *balance = prepare(
      "SELECT balance - ifnull((SELECT sum(amount) FROM posting WHERE account = ?1 "
      "AND bookDate > ?2), 0) FROM accountBalance WHERE account = ?1");
  sqlite3_stmt *evidence =
      prepare("INSERT INTO loanMonth VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
              "?)");
  sqlite3_stmt *before = prepare("SELECT unearned, prepaid, keptClass FROM loanMonth "
                                 "WHERE month = ? AND loan = ?");
  sqlite3_stmt *ahead = prepare(
      "SELECT ifnull(sum(max(p.amount, 0)), 0) FROM posting p JOIN entry e ON e.id = p.entry "
      "WHERE p.account = ? AND p.bookDate BETWEEN ? AND ? AND e.kind = 'repayment'");
  sqlite3_bind_int64(list, 1, month - 1);
  sqlite3_bind_int64(list, 2, first);
  sqlite3_bind_int64(list, 3, last);
  int hasRow = step(list);
  for (int i = 0; i < loanProductCount; i++) {
    const Product *product = &loanProducts[i];
    int64_t interestSum = 0, feeSum = 0, released = 0;
    int legs = 0;
    for (; hasRow && sqlite3_column_int64(list, 0) == product->id; hasRow = step(list)) {
      Loan loan;
      Position at;
      readLoan(&loan, sqlite3_column_int64(list, 1), last);
      findPosition(&loan, last, 0, &at);
      Grade found = grade(&loan, &at, last);
      Change due = change(&loan, &at, found, month, first, last, balance, before, ahead);
      if (due.interest) addLeg(last, loan.accounts[interest], due.interest), legs++;
      if (due.fee) addLeg(last, loan.accounts[lateFee], due.fee), legs++;
      interestSum += due.income;
      feeSum += due.fee;
      released += due.income - due.interest;
      keep(evidence, month, &loan, &at, found, due);
      sums.loans++;
      sums.allowance += found.allowance;
    }
    if (!legs && !released) continue;
    if (released) addLeg(last, product->unearned, released);
    if (interestSum) addLeg(last, product->interestIncome, -interestSum);
    if (feeSum) addLeg(last, product->lateFeeIncome, -feeSum);
    snprintf(reference, sizeof reference, "jasa-pinjaman/%s/%04d-%02d", product->code, y, m);
    seal(last, "loanInterest", reference);
  }
  sqlite3_finalize(list);
  if (!loanProductCount) return sums;
  // All products of the workload share one allowance.
  const Product *product = &loanProducts[0];
  sqlite3_stmt *tracked = prepare(
      "SELECT ifnull(sum(p.amount), 0) FROM posting p JOIN entry e ON e.id = p.entry "
      "LEFT JOIN entry o ON o.id = e.reverses WHERE p.account = ? AND p.bookDate <= ? "
      "AND ifnull(o.kind, e.kind) IN ('provision', 'writeOff')");
  int64_t change = sums.allowance + balanceOf(tracked, product->allowance, last);
  if (change) {
    addLeg(last, product->expense, change);
    addLeg(last, product->allowance, -change);
    snprintf(reference, sizeof reference, "penyisihan/%" PRId64 "/%04d-%02d", product->allowance, y,
             m);
    seal(last, "provision", reference);
  }
  return sums;
}

// MARK: - Payroll list

typedef struct { int64_t account, amount; } Leg;
static Leg *legs;
static int legCount;

static void leg(int64_t account, int64_t amount) {
  if (amount) legs[legCount++] = (Leg){account, amount};
}

// What of a payment a receivable does not hold.
static int64_t beyond(int64_t account, int64_t amount, sqlite3_stmt *balance) {
  sqlite3_bind_int64(balance, 1, account);
  step(balance);
  int64_t held = orZero(sqlite3_column_int64(balance, 0));
  sqlite3_reset(balance);
  return orZero(amount - held);
}

// Late fees first, then interest and principal of the oldest installment. Interest that its
// receivable does not hold waits among unearned income; such late fees are income at once.
static void split(const Loan *loan, const Position *at, int64_t amount, sqlite3_stmt *balance) {
  int64_t parts[3] = {0, 0, 0};
  parts[lateFee] = least(amount, at->fee);
  amount -= parts[lateFee];
  for (int i = 0; i < loan->rowCount && amount; i++) {
    int64_t part = least(amount, at->openInterest[i]);
    parts[interest] += part;
    amount -= part;
    part = least(amount, at->openPrincipal[i]);
    parts[principal] += part;
    amount -= part;
  }
  if (amount) fail("more than the loan");
  leg(loan->accounts[lateFee], -parts[lateFee]);
  leg(loan->accounts[interest], -parts[interest]);
  leg(loan->accounts[principal], -parts[principal]);
  if (loan->product->recognition != onReceipt) {
    int64_t fresh = parts[lateFee] ? beyond(loan->accounts[lateFee], parts[lateFee], balance) : 0;
    leg(loan->accounts[lateFee], fresh);
    leg(loan->product->lateFeeIncome, -fresh);
    int64_t ahead = beyond(loan->accounts[interest], parts[interest], balance);
    leg(loan->accounts[interest], ahead);
    leg(loan->product->unearned, -ahead);
    return;
  }
  leg(loan->accounts[lateFee], parts[lateFee]);
  leg(loan->product->lateFeeIncome, -parts[lateFee]);
  leg(loan->accounts[interest], parts[interest]);
  leg(loan->product->interestIncome, -parts[interest]);
}

void loanPayments(void) {
  openForWriting();
  prepareJournal();
  prepareLoans();
  double start = now();
  char *rows = readRows();
  int64_t date = readDay(option("date", "2025-12-25")), total = 0;
  legs = malloc((strlen(rows) + 1) * sizeof *legs);
  legCount = 0;
  execute("BEGIN IMMEDIATE");
  sqlite3_stmt *find = prepare("SELECT id FROM loan WHERE number = ?");
  sqlite3_stmt *balance = prepare("SELECT balance FROM accountBalance WHERE account = ?");
  int64_t cash = number("SELECT account FROM accountRole WHERE role = 'cash'");
  for (char *row; (row = strsep(&rows, "\n")) && *row;) {
    char *key = strsep(&row, ",");
    int64_t amount = atoll(row) * 100;
    sqlite3_bind_text(find, 1, key, -1, SQLITE_STATIC);
    if (!step(find)) fail(key);
    Loan loan;
    Position at;
    readLoan(&loan, sqlite3_column_int64(find, 0), latest);
    sqlite3_reset(find);
    findPosition(&loan, date, 1, &at);
    split(&loan, &at, amount, balance);
    total += amount;
  }
  // Credits first, as accounts occur on both sides.
  for (int i = 0; i < legCount; i++)
    if (legs[i].amount < 0) addLeg(date, legs[i].account, legs[i].amount);
  addLeg(date, cash, total);
  for (int i = 0; i < legCount; i++)
    if (legs[i].amount > 0) addLeg(date, legs[i].account, legs[i].amount);
  seal(date, "repayment", option("reference", "gaji/2025-12"));
  execute("COMMIT");
  report(now() - start, hashText());
}

// MARK: - Lists and cards

void loanRegister(void) {
  openBook();
  prepareLoans();
  int64_t date = readDay(option("date", "2025-12-31"));
  double start = now();
  execute("BEGIN");
  sqlite3_stmt *list = prepare("SELECT id FROM loan WHERE appliedOn <= ? ORDER BY id");
  sqlite3_bind_int64(list, 1, date);
  int64_t count = 0, sums[4] = {0, 0, 0, 0};
  for (; step(list); count++) {
    Loan loan;
    Position at;
    readLoan(&loan, sqlite3_column_int64(list, 0), date);
    findPosition(&loan, date, 0, &at);
    sums[0] += at.outstanding;
    sums[1] += at.duePrincipal + at.dueInterest;
    sums[2] += at.fee;
    sums[3] += grade(&loan, &at, date).allowance;
  }
  int64_t control = number("SELECT sum(balance) FROM accountBalance JOIN account ON id = account "
                           "WHERE parent IN (SELECT principalControl FROM loanProduct)");
  if (control != sums[0]) fail("control account");
  execute("COMMIT");
  double seconds = now() - start;
  char check[160];
  snprintf(check, sizeof check,
           "%" PRId64 "/%" PRId64 "/%" PRId64 "/%" PRId64 "/%" PRId64, count, sums[0], sums[1],
           sums[2], sums[3]);
  report(seconds, check);
}

void dueList(void) {
  openBook();
  prepareLoans();
  const char *text = option("month", "2025-12");
  int y = atoi(text), m = atoi(text + 5);
  int64_t first = dayNumber(y, m, 1), last = first + dayCount(y, m) - 1;
  double start = now();
  execute("BEGIN");
  sqlite3_stmt *list = prepare("SELECT DISTINCT loan FROM loanInstallment "
                               "WHERE due BETWEEN ? AND ? ORDER BY loan");
  sqlite3_bind_int64(list, 1, first);
  sqlite3_bind_int64(list, 2, last);
  int64_t count = 0, sum = 0;
  while (step(list)) {
    Loan loan;
    Position at;
    readLoan(&loan, sqlite3_column_int64(list, 0), latest);
    findPosition(&loan, last, 1, &at);
    for (int i = 0; i < loan.rowCount; i++) {
      int64_t open = at.openPrincipal[i] + at.openInterest[i];
      if (loan.rows[i].due < first || loan.rows[i].due > last || !open) continue;
      count++;
      sum += open;
    }
  }
  execute("COMMIT");
  double seconds = now() - start;
  char check[80];
  snprintf(check, sizeof check, "%" PRId64 "/%" PRId64, count, sum);
  report(seconds, check);
}

void someLoans(void) {
  openBook();
  prepareLoans();
  int runs = atoi(option("runs", "5000")), count = atoi(option("loans", "1000"));
  int64_t date = readDay(option("date", "2025-12-31")), sum = 0;
  double *times = calloc(runs, sizeof *times);
  sqlite3_stmt *begin = prepare("BEGIN"), *commit = prepare("COMMIT");
  sqlite3_stmt *find = prepare("SELECT id FROM loan WHERE number = ?");
  sqlite3_stmt *guarantors = prepare("SELECT name FROM loanGuarantor WHERE loan = ? ORDER BY line");
  sqlite3_stmt *told = prepare(
      "SELECT kind, bookDate, entry, class, note, recordedBy FROM loanStep s WHERE loan = ?1 AND "
      "bookDate <= ?2 AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = s.entry AND "
      "bookDate <= ?2) ORDER BY id");
  // Whether the usual cash paid.
  sqlite3_stmt *payer = prepare("SELECT 1 FROM posting WHERE account = ? AND bookDate = ? "
                                "AND entry = ? AND amount > 0");
  int64_t cash = number("SELECT account FROM accountRole WHERE role = 'cash'");
  seed = 7;
  for (int i = -runs / 10; i < runs; i++) {
    char number[32];
    snprintf(number, sizeof number, "PJ-%04d", (int)(draw() % count) + 1);
    double start = now();
    run(begin);
    sqlite3_bind_text(find, 1, number, -1, SQLITE_STATIC);
    if (!step(find)) fail(number);
    Loan loan;
    Position at;
    readLoan(&loan, sqlite3_column_int64(find, 0), date);
    sqlite3_reset(find);
    findPosition(&loan, date, 0, &at);
    grade(&loan, &at, date);
    sqlite3_bind_int64(guarantors, 1, loan.id);
    while (step(guarantors)) sqlite3_column_text(guarantors, 0);
    sqlite3_reset(guarantors);
    sqlite3_bind_int64(told, 1, loan.id);
    sqlite3_bind_int64(told, 2, date);
    while (step(told)) sqlite3_column_text(told, 0);
    sqlite3_reset(told);
    for (int k = 0; k < loan.paymentCount; k++) {
      sqlite3_bind_int64(payer, 1, cash);
      sqlite3_bind_int64(payer, 2, loan.payments[k].date);
      sqlite3_bind_int64(payer, 3, loan.payments[k].entry);
      if (!step(payer)) fail("a payer beside the usual cash");
      sqlite3_reset(payer);
    }
    run(commit);
    if (i < 0) continue;
    times[i] = now() - start;
    sum += at.outstanding + at.fee;
  }
  char check[40];
  snprintf(check, sizeof check, "%" PRId64, sum);
  reportTimes(times, runs, check);
}
