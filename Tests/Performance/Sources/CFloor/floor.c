// The floor: what the same work costs in plain C on the same tables. See README.md.
//
//   floor workload members=N years=Y                         a year's business as CSV, to stdout
//   floor probe    db=FILE                                   4 KiB write + fdatasync beside FILE
//   floor import   mode=bare|equal db=FILE csv=FILE          one transaction, reading the file
//   floor bulk     mode=… db=FILE csv=FILE                   one transaction, of rows in memory
//   floor durable  mode=… db=FILE csv=FILE skip=N limit=N    one synced transaction per row
//   floor month    mode=… db=FILE month=YYYY-MM              deposits, interest, tax, loans, evidence
//   floor statement  mode=… db=FILE from=DAY through=DAY runs=N
//   floor statements mode=… db=FILE from=DAY through=DAY to=FILE
//   floor trial    mode=… db=FILE
//   floor repay    mode=… db=FILE csv=FILE                   a payroll list in one voucher
//   floor register | due | card  db=FILE date=DAY | month=YYYY-MM | loans=N runs=N
//   floor shu | shu-post | balance | income | equity | cash-flow  db=FILE      of the year 2025
//   floor same     db=FILE from=FILE to=FILE                 lines of all accounts, bytes of a file
//   floor plans    plans=N effective=0|1                     installment plans, without a book
//
// `equal` keeps the book's triggers and computes the same SHA-256 over the same bytes; `bare`
// drops the triggers first and leaves the hash empty. Both work on a copy of the library's file.
#include "floor.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// MARK: - Workload

// Pokok on the first day, wajib once a month on the member's own day, and on one day in ten a
// sukarela deposit or, one time in three, a withdrawal: about fifty entries a year. One member in
// fifty brings Rp150,000,000 on the first day, which earns enough to be taxed. In rupiah.
static void workload(void) {
  int members = atoi(option("members", "1000")), years = atoi(option("years", "1"));
  seed = strtoull(option("seed", "2026"), 0, 10);
  int64_t *balance = calloc(members, sizeof *balance);
  int64_t first = dayNumber(2025, 1, 1), last = dayNumber(2025 + years, 1, 1), row = 0;
  puts("date,member,product,type,amount,reference");
  for (int64_t day = first; day < last; day++) {
    int y, m, d;
    civil(day, &y, &m, &d);
    for (int i = 0; i < members; i++) {
      uint64_t r = draw();
      if (day == first)
        printf("%04d-%02d-%02d,%06d,pokok,deposit,100000,R%" PRId64 "\n", y, m, d, i + 1, ++row);
      if (day == first && i % 50 == 0) {
        balance[i] = 150000000;
        printf("%04d-%02d-%02d,%06d,sukarela,deposit,150000000,R%" PRId64 "\n", y, m, d, i + 1,
               ++row);
      }
      if (d == 1 + i % 28)
        printf("%04d-%02d-%02d,%06d,wajib,deposit,25000,R%" PRId64 "\n", y, m, d, i + 1, ++row);
      if (r % 10) continue;
      int64_t amount = (int64_t)(1 + (r >> 8) % 400) * 5000;
      int out = (r >> 32) % 3 == 0 && balance[i] > amount;
      balance[i] += out ? -amount : amount;
      printf("%04d-%02d-%02d,%06d,sukarela,%s,%" PRId64 ",R%" PRId64 "\n", y, m, d, i + 1,
             out ? "withdrawal" : "deposit", amount, ++row);
    }
  }
  free(balance);
}

// The time of one sync of the disk that holds the book, in the pattern of a small commit.
static void probe(void) {
  enum { count = 1000 };
  static double times[count];
  static char page[4096];
  char path[4096];
  snprintf(path, sizeof path, "%s-probe", option("db", "probe"));
  int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
  for (int i = 0; i < 256; i++)
    if (pwrite(file, page, sizeof page, i * 4096) < 0) fail("write");
  fsync(file);
  for (int i = 0; i < count; i++) {
    double start = now();
    page[0] = (char)i;
    if (pwrite(file, page, sizeof page, (i % 256) * 4096) < 0 || fdatasync(file)) fail("sync");
    times[i] = (now() - start) * 1e6;
  }
  unlink(path);
  qsort(times, count, sizeof *times, ascending);
  printf("p50=%.1f p99=%.1f\n", times[count / 2], times[count * 99 / 100]);
}

// MARK: - Posting

static sqlite3_stmt *holder, *openAccount, *limitAccount, *linkAccount;
static int64_t cashAccount;
static struct { int64_t id, control; char code[16], prefix[8], type[16]; } products[16];
static int productCount;

static void preparePosting(void) {
  prepareJournal();
  holder = prepare("SELECT m.id, a.id FROM member m "
                   "LEFT JOIN savingsAccount s ON s.member = m.id AND s.product = ? "
                   "LEFT JOIN account a ON a.id = s.account WHERE m.number = ?");
  openAccount =
      prepare("INSERT INTO account (code, type, parent, isPostable) VALUES (?, ?, ?, 1)");
  // Without triggers nobody else gives the account its balance.
  limitAccount = prepare(isEqual ? "UPDATE accountBalance SET highest = 0 WHERE account = ?"
                                 : "INSERT INTO accountBalance (account, highest) VALUES (?, 0)");
  linkAccount = prepare("INSERT INTO savingsAccount VALUES (?, ?, ?, 1)");
  cashAccount = number("SELECT account FROM accountRole WHERE role = 'cash'");
  sqlite3_stmt *list = prepare("SELECT p.id, p.code, p.accountPrefix, p.controlAccount, a.type "
                               "FROM savingsProduct p "
                               "JOIN account a ON a.id = p.controlAccount");
  while (step(list)) {
    products[productCount].id = sqlite3_column_int64(list, 0);
    snprintf(products[productCount].code, 16, "%s", sqlite3_column_text(list, 1));
    snprintf(products[productCount].prefix, 8, "%s", sqlite3_column_text(list, 2));
    products[productCount].control = sqlite3_column_int64(list, 3);
    snprintf(products[productCount++].type, 16, "%s", sqlite3_column_text(list, 4));
  }
  sqlite3_finalize(list);
}

static void postRow(char *row) {
  char *cell[6];
  for (int i = 0; i < 6; i++) cell[i] = strsep(&row, ",\n");
  int64_t day = readDay(cell[0]), amount = atoll(cell[4]) * 100;
  int product = 0;
  while (product < productCount - 1 && strcmp(products[product].code, cell[2])) product++;
  sqlite3_bind_int64(holder, 1, products[product].id);
  sqlite3_bind_text(holder, 2, cell[1], -1, SQLITE_STATIC);
  if (!step(holder)) fail("member");
  int64_t member = sqlite3_column_int64(holder, 0), account = sqlite3_column_int64(holder, 1);
  sqlite3_reset(holder);
  int64_t act = 0;
  if (!account) {
    char code[48];
    snprintf(code, sizeof code, "%s-%s", products[product].prefix, cell[1]);
    sqlite3_bind_text(openAccount, 1, code, -1, SQLITE_STATIC);
    sqlite3_bind_text(openAccount, 2, products[product].type, -1, SQLITE_STATIC);
    sqlite3_bind_int64(openAccount, 3, products[product].control);
    run(openAccount);
    account = sqlite3_last_insert_rowid(db);
    sqlite3_bind_int64(limitAccount, 1, account);
    run(limitAccount);
    beginContent(2);
    contentRows("account", "id code type parent isPostable", 1);
    contentInteger(account);
    contentText(code);
    contentText(products[product].type);
    contentInteger(products[product].control);
    contentInteger(1);
    contentRows("savingsAccount", "account member product ordinal", 1);
    contentInteger(account);
    contentInteger(member);
    contentInteger(products[product].id);
    contentInteger(1);
    appendEvent("account.opened", code, cell[5]);
    act = isEqual ? lastEvent : 0;
    sqlite3_bind_int64(linkAccount, 1, account);
    sqlite3_bind_int64(linkAccount, 2, member);
    sqlite3_bind_int64(linkAccount, 3, products[product].id);
    run(linkAccount);
  }
  int isDeposit = cell[3][0] == 'd';
  addLeg(day, isDeposit ? cashAccount : account, amount);
  addLeg(day, isDeposit ? account : cashAccount, -amount);
  if (act)
    sealWithin(act, day, cell[3]);
  else
    seal(day, cell[3], cell[5]);
}

static void post(int isDurable, int isInMemory) {
  openForWriting();
  preparePosting();
  double start = now();
  char *rows = readRows();
  for (int64_t skip = atoll(option("skip", "0")); skip > 0; skip--) strsep(&rows, "\n");
  int64_t limit = atoll(option("limit", "-1"));
  sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
  if (isDurable || isInMemory) start = now();
  if (!isDurable) run(begin);
  for (char *row; limit-- && (row = strsep(&rows, "\n")) && *row;) {
    if (isDurable) run(begin);
    postRow(row);
    if (isDurable) run(commit);
  }
  if (!isDurable) run(commit);
  report(now() - start, hashText());
  // The file is copied afterwards, alone.
  execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

// MARK: - Month end

// Every sukarela account: the closing balance before, the month's postings, 3 % a year on each
// day's balance over 365, rounded half up to the rupiah; 10 % of a member's interest above
// Rp240,000. One voucher; evidence and slip per account; closing balances; the month is closed.
static void monthEnd(void) {
  openForWriting();
  preparePosting();
  const char *text = option("month", "2025-12");
  int y = atoi(text), m = atoi(text + 5);
  int64_t month = y * 12 + m - 1, first = dayNumber(y, m, 1);
  int64_t last = (m == 12 ? dayNumber(y + 1, 1, 1) : dayNumber(y, m + 1, 1)) - 1;
  double start = now();
  execute("BEGIN IMMEDIATE");
  int hasDeposits = depositValueDates(month, first, last) > 0;
  int64_t expense = number("SELECT interestExpenseAccount FROM savingsProduct WHERE code = 'sukarela'");
  int64_t taxAccount = number("SELECT account FROM accountRole WHERE role = 'tax-final'");
  sqlite3_stmt *accounts = prepare(
      "SELECT s.account, s.member FROM savingsAccount s JOIN savingsProduct p ON p.id = s.product "
      "WHERE p.code = 'sukarela' ORDER BY s.member");
  sqlite3_stmt *opening = prepare(
      "SELECT balance FROM closingBalance WHERE month = ? AND account = ?");
  sqlite3_stmt *movements = prepare("SELECT bookDate, amount FROM posting WHERE account = ? "
                                    "AND bookDate BETWEEN ? AND ? ORDER BY bookDate, entry, line");
  sqlite3_stmt *evidence =
      prepare("INSERT INTO savingsInterest VALUES (?, ?, ?, ?, ?, ?, 30000000, 'year', ?, ?)");
  sqlite3_stmt *slip = prepare("INSERT INTO withholdingSlip VALUES (?1, ?2, 'individual', 'pph-4-2', "
      "CASE WHEN ?4 > 0 THEN 100000000 ELSE 0 END, ?3, ?4, ?5, ?4 - ?5, 0, 0)");
  int64_t grossTotal = 0, taxTotal = 0, examined = 0;
  while (step(accounts)) {
    examined++;
    int64_t account = sqlite3_column_int64(accounts, 0);
    sqlite3_bind_int64(opening, 1, month - 1);
    sqlite3_bind_int64(opening, 2, account);
    int64_t balance = step(opening) ? -sqlite3_column_int64(opening, 0) : 0;
    sqlite3_reset(opening);
    int64_t before = balance, since = first;
    __int128 sum = 0;
    sqlite3_bind_int64(movements, 1, account);
    sqlite3_bind_int64(movements, 2, first);
    sqlite3_bind_int64(movements, 3, last);
    while (step(movements)) {
      int64_t day = sqlite3_column_int64(movements, 0);
      if (balance > 0) sum += (__int128)balance * 30000000 * (day - since);
      since = day;
      balance -= sqlite3_column_int64(movements, 1);
    }
    sqlite3_reset(movements);
    if (balance > 0) sum += (__int128)balance * 30000000 * (last + 1 - since);
    __int128 unit = (__int128)1000000000 * 365 * 100;
    int64_t gross = (int64_t)((2 * sum + unit) / (2 * unit)) * 100;
    if (gross <= 0) continue;
    int64_t member = sqlite3_column_int64(accounts, 1);
    int64_t received = hasDeposits ? interestReceived(member, month) : 0;
    int64_t settled = hasDeposits ? taxSettled(member, month) : 0;
    int64_t tax = taxOn(gross + received) - settled;
    if (tax > gross) fail("tax beyond the interest that is paid now");
    addLeg(last, account, -gross);
    if (tax) addLeg(last, account, tax);
    sqlite3_bind_int64(evidence, 1, month);
    sqlite3_bind_int64(evidence, 2, account);
    sqlite3_bind_int64(evidence, 3, lastEntry + 1);
    sqlite3_bind_int64(evidence, 4, before);
    sqlite3_bind_int64(evidence, 5, balance);
    sqlite3_bind_int64(evidence, 6, last - first + 1);
    sqlite3_bind_int64(evidence, 7, gross);
    sqlite3_bind_int64(evidence, 8, tax);
    run(evidence);
    sqlite3_bind_int64(slip, 1, month);
    sqlite3_bind_int64(slip, 2, member);
    sqlite3_bind_int64(slip, 3, gross + received);
    sqlite3_bind_int64(slip, 4, tax + settled);
    sqlite3_bind_int64(slip, 5, settled);
    run(slip);
    grossTotal += gross;
    taxTotal += tax;
  }
  if (grossTotal) {
    addLeg(last, expense, grossTotal);
    if (taxTotal) addLeg(last, taxAccount, -taxTotal);
    char reference[40];
    snprintf(reference, sizeof reference, "jasa/sukarela/%04d-%02d", y, m);
    seal(last, "savingsInterest", reference);
  }
  LoanSums loans = loanMonthEnd(y, m);
  if (hasDeposits) depositAccruals(month, last, first);
  // What is dated after the month is taken off the balances; the year ends with nothing after it.
  sqlite3_stmt *later = prepare("SELECT EXISTS (SELECT 1 FROM entry WHERE bookDate > ?)");
  sqlite3_bind_int64(later, 1, last);
  step(later);
  int isLater = sqlite3_column_int(later, 0);
  sqlite3_reset(later);
  sqlite3_stmt *close = prepare(
      isLater ? "INSERT INTO closingBalance SELECT ?1, account, closing FROM (SELECT b.account AS "
                "account, b.balance - ifnull((SELECT sum(amount) FROM posting p WHERE "
                "p.account = b.account AND p.bookDate > ?2), 0) AS closing "
                "FROM accountBalance b) WHERE closing <> 0 ORDER BY account"
              : "INSERT INTO closingBalance SELECT ?1, account, balance FROM accountBalance "
                "WHERE balance <> 0 ORDER BY account");
  sqlite3_bind_int64(close, 1, month);
  if (isLater) sqlite3_bind_int64(close, 2, last);
  run(close);
  // The library tells the hash of the last entry, not that of the closing that follows it.
  char check[160];
  snprintf(check, sizeof check, "%" PRId64 "/%" PRId64 "/%" PRId64 "/%" PRId64 "/%s", grossTotal,
           taxTotal, loans.loans, loans.allowance, hashText());
  int64_t product = number("SELECT id FROM savingsProduct WHERE code = 'sukarela'");
  closeMonth(month, last, product, examined);
  execute("COMMIT");
  double seconds = now() - start;
  report(seconds, check);
}

// MARK: - Reading

static sqlite3_stmt *heading, *base, *snapshot, *before, *lines, *after;
static int64_t cash;
static int64_t firstDay, lastDay, baseMonth, baseDay;

static void prepareReading(void) {
  firstDay = readDay(option("from", "2025-07-01"));
  lastDay = readDay(option("through", "2025-12-31"));
  heading = prepare("SELECT a.code, b.balance, m.number, m.name FROM account a "
                    "JOIN accountBalance b ON b.account = a.id "
                    "LEFT JOIN savingsAccount s ON s.account = a.id "
                    "LEFT JOIN member m ON m.id = s.member WHERE a.id = ?");
  base = prepare("SELECT month, lastDay FROM closedMonth WHERE lastDay < ? "
                 "ORDER BY month DESC LIMIT 1");
  snapshot = prepare("SELECT balance FROM closingBalance WHERE month = ? AND account = ?");
  before = prepare("SELECT ifnull(sum(amount), 0) FROM posting "
                   "WHERE account = ? AND bookDate > ? AND bookDate < ?");
  // The equal floor looks for the other side of what came over the counter, too.
  lines = prepare(isEqual
                      ? "SELECT p.bookDate, p.entry, p.amount, e.kind, o.account FROM posting p "
                        "JOIN entry e ON e.id = p.entry LEFT JOIN posting o ON o.entry = p.entry "
                        "AND o.line = CASE WHEN e.kind IN ('deposit', 'withdrawal') "
                        "THEN 1 + (p.line = 1) END WHERE p.account = ? "
                        "AND p.bookDate BETWEEN ? AND ? ORDER BY p.bookDate, p.entry, p.line"
                      : "SELECT p.bookDate, p.entry, p.amount, e.kind FROM posting p "
                        "JOIN entry e ON e.id = p.entry WHERE p.account = ? "
                        "AND p.bookDate BETWEEN ? AND ? ORDER BY p.bookDate, p.entry, p.line");
  cash = number("SELECT account FROM accountRole WHERE role = 'cash'");
  after = prepare("SELECT ifnull(sum(amount), 0) FROM posting WHERE account = ? AND bookDate > ?");
}

static void readBase(void) {
  sqlite3_bind_int64(base, 1, firstDay);
  baseMonth = 0;
  baseDay = INT64_MIN;
  if (step(base)) {
    baseMonth = sqlite3_column_int64(base, 0);
    baseDay = sqlite3_column_int64(base, 1);
  }
  sqlite3_reset(base);
}

// One statement; `equal` reads the heading and compares the closing balance, as the library does.
static int64_t statement(int64_t account, FILE *file) {
  int64_t balance = 0, closing = 0;
  if (isEqual || file) {
    sqlite3_bind_int64(heading, 1, account);
    if (!step(heading)) fail("account");
    closing = -sqlite3_column_int64(heading, 1);
    if (file)
      fprintf(file, "%s %s %s\n", sqlite3_column_text(heading, 0), sqlite3_column_text(heading, 2),
              sqlite3_column_text(heading, 3));
    sqlite3_reset(heading);
  }
  sqlite3_bind_int64(snapshot, 1, baseMonth);
  sqlite3_bind_int64(snapshot, 2, account);
  if (step(snapshot)) balance = -sqlite3_column_int64(snapshot, 0);
  sqlite3_reset(snapshot);
  sqlite3_bind_int64(before, 1, account);
  sqlite3_bind_int64(before, 2, baseDay);
  sqlite3_bind_int64(before, 3, firstDay);
  step(before);
  balance -= sqlite3_column_int64(before, 0);
  sqlite3_reset(before);
  if (file) fprintf(file, "opening %" PRId64 "\n", balance);
  sqlite3_bind_int64(lines, 1, account);
  sqlite3_bind_int64(lines, 2, firstDay);
  sqlite3_bind_int64(lines, 3, lastDay);
  while (step(lines)) {
    balance -= sqlite3_column_int64(lines, 2);
    const unsigned char *kind = sqlite3_column_text(lines, 3);
    if (isEqual && sqlite3_column_type(lines, 4) != SQLITE_NULL &&
        sqlite3_column_int64(lines, 4) != cash)
      fail("an account beside the usual cash");
    if (!file) continue;
    int y, m, d;
    civil(sqlite3_column_int64(lines, 0), &y, &m, &d);
    fprintf(file, "%04d-%02d-%02d %lld %s %lld %" PRId64 "\n", y, m, d,
            sqlite3_column_int64(lines, 1), kind, sqlite3_column_int64(lines, 2), balance);
  }
  sqlite3_reset(lines);
  if (isEqual) {
    sqlite3_bind_int64(after, 1, account);
    sqlite3_bind_int64(after, 2, lastDay);
    step(after);
    if (closing + sqlite3_column_int64(after, 0) != balance) fail("closing balance");
    sqlite3_reset(after);
  }
  if (file) fprintf(file, "closing %" PRId64 "\n\n", balance);
  return balance;
}

static void someStatements(void) {
  openBook();
  prepareReading();
  int runs = atoi(option("runs", "5000")), members = (int)number("SELECT count(*) FROM member");
  double *times = calloc(runs, sizeof *times);
  sqlite3_stmt *begin = prepare("BEGIN"), *commit = prepare("COMMIT");
  sqlite3_stmt *find = prepare("SELECT id FROM account WHERE code = ?");
  int64_t sum = 0;
  seed = 7;
  for (int i = -runs / 10; i < runs; i++) {
    char code[32];
    snprintf(code, sizeof code, "SUK-%06d", (int)(draw() % members) + 1);
    double start = now();
    run(begin);
    sqlite3_bind_text(find, 1, code, -1, SQLITE_STATIC);
    if (!step(find)) fail(code);
    int64_t account = sqlite3_column_int64(find, 0);
    sqlite3_reset(find);
    readBase();
    int64_t balance = statement(account, 0);
    run(commit);
    if (i < 0) continue;
    times[i] = now() - start;
    sum += balance;
  }
  char check[40];
  snprintf(check, sizeof check, "%" PRId64, sum);
  reportTimes(times, runs, check);
}

static void allStatements(void) {
  openBook();
  prepareReading();
  double start = now();
  FILE *file = fopen(option("to", "/dev/null"), "w");
  if (!file) fail("to");
  execute("BEGIN");
  readBase();
  sqlite3_stmt *accounts = prepare("SELECT account FROM savingsAccount ORDER BY member, product");
  int64_t count = 0;
  for (; step(accounts); count++) statement(sqlite3_column_int64(accounts, 0), file);
  execute("COMMIT");
  fclose(file);
  double seconds = now() - start;
  char check[40];
  snprintf(check, sizeof check, "%" PRId64, count);
  report(seconds, check);
}

static void trial(void) {
  openBook();
  double start = now();
  execute("BEGIN");
  int64_t debit = 0;
  sqlite3_stmt *all = prepare(
      isEqual ? "SELECT ifnull(p.id, a.id), sum(b.balance) FROM accountBalance b "
                "JOIN account a ON a.id = b.account "
                "LEFT JOIN savingsAccount s ON s.account = a.id "
                "LEFT JOIN account p ON p.id = a.parent AND s.account IS NOT NULL "
                "WHERE b.balance <> 0 GROUP BY 1"
              : "SELECT CASE WHEN highest IS NULL THEN id ELSE parent END, sum(balance) "
                "FROM accountBalance JOIN account ON id = account WHERE balance <> 0 GROUP BY 1");
  while (step(all)) {
    int64_t balance = sqlite3_column_int64(all, 1);
    if (balance > 0) debit += balance;
  }
  execute("COMMIT");
  double seconds = now() - start;
  char check[40];
  snprintf(check, sizeof check, "%" PRId64, debit);
  report(seconds, check);
}

int main(int count, char **values) {
  argumentCount = count;
  arguments = values;
  const char *task = count > 1 ? values[1] : "";
  if (!strcmp(task, "workload")) workload();
  else if (!strcmp(task, "probe")) probe();
  else if (!strcmp(task, "import")) post(0, 0);
  else if (!strcmp(task, "bulk")) post(0, 1);
  else if (!strcmp(task, "durable")) post(1, 1);
  else if (!strcmp(task, "month")) monthEnd();
  else if (!strcmp(task, "statement")) someStatements();
  else if (!strcmp(task, "statements")) allStatements();
  else if (!strcmp(task, "trial")) trial();
  else if (!strcmp(task, "repay")) loanPayments();
  else if (!strcmp(task, "register")) loanRegister();
  else if (!strcmp(task, "due")) dueList();
  else if (!strcmp(task, "card")) someLoans();
  else if (!strcmp(task, "plans")) plans();
  else if (!strcmp(task, "shu")) shuSimulation();
  else if (!strcmp(task, "shu-post")) shuPosting();
  else if (!strcmp(task, "balance")) balanceSheet();
  else if (!strcmp(task, "income")) incomeStatement();
  else if (!strcmp(task, "equity")) equityChanges();
  else if (!strcmp(task, "cash-flow")) cashFlow();
  else if (!strcmp(task, "same")) sameBytes();
  else fail("unknown task");
  return 0;
}
