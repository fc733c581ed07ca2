// The year: the division of its SHU, financial statements, and the bytes of all members' statements.
// For a cooperative without loans whose months are closed, which is what the workload makes.
#include "floor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const int64_t firstDay = 20089, lastDay = 20453, lastMonth = 2025 * 12 + 11;

// MARK: - SHU

typedef struct { int64_t member, base, part; } Part;
typedef struct { int64_t remainder, index; } Rest;

static int byRemainder(const void *a, const void *b) {
  const Rest *x = a, *y = b;
  if (x->remainder != y->remainder) return x->remainder < y->remainder ? 1 : -1;
  return x->index < y->index ? -1 : 1;
}

// Divides whole rupiah in proportion to bases, by the largest remainder.
static void allocate(int64_t total, Part *parts, int64_t count) {
  __int128 sum = 0;
  for (int64_t i = 0; i < count; i++) sum += parts[i].base;
  if (!sum) return;
  Rest *rests = malloc((size_t)count * sizeof *rests);
  int64_t missing = total / 100;
  for (int64_t i = 0; i < count; i++) {
    __int128 exact = (__int128)(total / 100) * parts[i].base;
    int64_t whole = (int64_t)(exact / sum);
    rests[i] = (Rest){(int64_t)(exact % sum), i};
    parts[i].part = whole * 100;
    missing -= whole;
  }
  qsort(rests, (size_t)count, sizeof *rests, byRemainder);
  for (int64_t i = 0; i < missing; i++) parts[rests[i].index].part += 100;
  free(rests);
}

typedef struct { int64_t count, fundCount, total; Part *parts; Part funds[16]; int64_t decision, shu; } Shu;

// The parts of members by what they hold of pokok and wajib when the year ends.
static Shu divide(void) {
  Shu shu = {0};
  shu.shu = number("SELECT shu FROM yearRatification WHERE year = 2025");
  shu.decision = number("SELECT max(event) FROM shuDecision WHERE year = 2025");
  sqlite3_stmt *shares = prepare("SELECT capitalShare, activityShare FROM shuDecision "
                                 "WHERE event = ?");
  sqlite3_stmt *funds = prepare("SELECT account, share FROM shuFund WHERE event = ? ORDER BY line");
  sqlite3_bind_int64(shares, 1, shu.decision);
  sqlite3_bind_int64(funds, 1, shu.decision);
  if (!step(shares)) fail("decision");
  for (int i = 0; i < 2; i++) shu.funds[i].base = sqlite3_column_int64(shares, i);
  for (shu.fundCount = 2; step(funds); shu.fundCount++) {
    shu.funds[shu.fundCount].member = sqlite3_column_int64(funds, 0);
    shu.funds[shu.fundCount].base = sqlite3_column_int64(funds, 1);
  }
  sqlite3_finalize(shares);
  sqlite3_finalize(funds);
  allocate(shu.shu - shu.shu % 100, shu.funds, shu.fundCount);
  int64_t room = number("SELECT count(*) FROM member");
  shu.parts = calloc((size_t)room, sizeof *shu.parts);
  sqlite3_stmt *list = prepare(
      "SELECT m.id, m.number, m.name, ifnull((SELECT s.kind FROM membership s "
      "WHERE s.member = m.id AND s.since <= ?2 ORDER BY s.since DESC LIMIT 1), 'member'), "
      "(SELECT -sum(c.balance) FROM savingsAccount s JOIN savingsProduct p ON p.id = s.product "
      "CROSS JOIN closingBalance c ON c.month = ?1 AND c.account = s.account "
      "WHERE s.member = m.id AND p.kind IN ('pokok', 'wajib')) "
      "FROM member m WHERE m.joinedOn <= ?2 AND (m.leftOn IS NULL OR m.leftOn > ?2) "
      "ORDER BY m.number");
  sqlite3_bind_int64(list, 1, lastMonth);
  sqlite3_bind_int64(list, 2, lastDay);
  while (step(list)) {
    int64_t base = sqlite3_column_int64(list, 4);
    if (base <= 0 || !strcmp((const char *)sqlite3_column_text(list, 3), "prospective")) continue;
    shu.parts[shu.count++] = (Part){sqlite3_column_int64(list, 0), base, 0};
  }
  sqlite3_finalize(list);
  allocate(shu.funds[0].part, shu.parts, shu.count);
  for (int64_t i = 0; i < shu.count; i++) shu.total += shu.parts[i].part;
  return shu;
}

void shuSimulation(void) {
  openBook();
  double start = now();
  execute("BEGIN");
  Shu shu = divide();
  execute("COMMIT");
  double seconds = now() - start;
  char check[80];
  snprintf(check, sizeof check, "%" PRId64 "/%" PRId64, shu.count, shu.total);
  report(seconds, check);
}

static void recordParts(int64_t act, const Shu *shu) {
  sqlite3_stmt *insert = prepare("INSERT INTO shuPart (entry, member, capitalBase, activityBase, "
                                 "capital, activity) VALUES (?, ?, ?, 0, ?, 0)");
  enum { batch = 1000 };
  for (int64_t from = 0; from < shu->count; from += batch) {
    int64_t to = from + batch < shu->count ? from + batch : shu->count;
    beginContent(1);
    contentRows("shuPart", "entry member capitalBase activityBase capital activity",
                (int)(to - from));
    for (int64_t i = from; i < to; i++) {
      const int64_t row[] = {lastEntry, shu->parts[i].member, shu->parts[i].base, 0,
                             shu->parts[i].part, 0};
      for (int k = 0; k < 6; k++) contentInteger(row[k]);
    }
    appendWithin(act, "shu.divided", "2025");
    for (int64_t i = from; i < to; i++) {
      sqlite3_bind_int64(insert, 1, lastEntry);
      sqlite3_bind_int64(insert, 2, shu->parts[i].member);
      sqlite3_bind_int64(insert, 3, shu->parts[i].base);
      sqlite3_bind_int64(insert, 4, shu->parts[i].part);
      run(insert);
    }
  }
}

static void recordPots(int64_t act, const Shu *shu) {
  sqlite3_stmt *insert = prepare("INSERT INTO shuPot (entry, line, amount, account, undistributed, "
                                 "added) VALUES (?, ?, ?, ?, ?, 0)");
  beginContent(1);
  contentRows("shuPot", "entry line amount account undistributed added", (int)shu->fundCount);
  for (int i = 0; i < shu->fundCount; i++) {
    const Part *pot = &shu->funds[i];
    int64_t left = i == 1 ? pot->part : i == 0 ? pot->part - shu->total : 0;
    contentInteger(lastEntry);
    contentInteger(i + 1);
    contentInteger(pot->part);
    if (i < 2)
      contentNull();
    else
      contentInteger(pot->member);
    contentInteger(left);
    contentInteger(0);
  }
  appendWithin(act, "shu.filled", "2025");
  for (int i = 0; i < shu->fundCount; i++) {
    const Part *pot = &shu->funds[i];
    sqlite3_bind_int64(insert, 1, lastEntry);
    sqlite3_bind_int64(insert, 2, i + 1);
    sqlite3_bind_int64(insert, 3, pot->part);
    if (i < 2)
      sqlite3_bind_null(insert, 4);
    else
      sqlite3_bind_int64(insert, 4, pot->member);
    sqlite3_bind_int64(insert, 5, i == 1 ? pot->part : i == 0 ? pot->part - shu->total : 0);
    run(insert);
  }
}

void shuPosting(void) {
  openForWriting();
  prepareJournal();
  double start = now();
  execute("BEGIN IMMEDIATE");
  Shu shu = divide();
  int64_t source = number("SELECT account FROM accountRole WHERE role = 'shu-undistributed'");
  int64_t payable = number("SELECT account FROM accountRole WHERE role = 'shu-payable'");
  int64_t day = readDay(option("date", "2026-03-21")), sum = shu.total, act = lastEvent + 1;
  for (int i = 2; i < shu.fundCount; i++) sum += shu.funds[i].part;
  addLeg(day, source, sum);
  for (int i = 2; i < shu.fundCount; i++)
    if (shu.funds[i].part) addLeg(day, shu.funds[i].member, -shu.funds[i].part);
  if (shu.total) addLeg(day, payable, -shu.total);
  seal(day, "shu-distribution", "shu/2025");
  // The library tells the hash of the last entry, not that of the events that follow it.
  char check[120];
  snprintf(check, sizeof check, "%" PRId64 "/%" PRId64 "/%s", shu.count, shu.total, hashText());
  // Nothing is set aside, and the book knows the bases itself.
  const int64_t values[] = {lastEntry, 2025, shu.decision, source, payable, shu.shu, 0, 0};
  enum { columns = sizeof values / sizeof *values };
  beginContent(1);
  contentRows("shuPosting", "entry year decision source payable shu aside hasGivenBases", 1);
  for (int i = 0; i < columns; i++) contentInteger(values[i]);
  appendWithin(act, "shu.posted", "2025");
  sqlite3_stmt *posting = prepare("INSERT INTO shuPosting (entry, year, decision, source, payable, "
                                  "shu, aside, hasGivenBases) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (int i = 0; i < columns; i++) sqlite3_bind_int64(posting, i + 1, values[i]);
  run(posting);
  recordParts(act, &shu);
  recordPots(act, &shu);
  execute("COMMIT");
  double seconds = now() - start;
  report(seconds, check);
}

// MARK: - Statements

// Balances of the accounts of the chart when the year ends, members' accounts summed into theirs.
#define BALANCES \
  "SELECT CASE WHEN s.account IS NULL THEN a.id ELSE a.parent END AS owner, " \
  "sum(c.balance) AS amount FROM closingBalance c JOIN account a ON a.id = c.account " \
  "LEFT JOIN savingsAccount s ON s.account = a.id WHERE c.month = 24311 GROUP BY 1"

// What happened after the month was closed, in the year's closing period.
#define LATE \
  "SELECT p.account AS owner, p.amount AS amount FROM yearEntry y JOIN entry e ON e.id = y.entry " \
  "JOIN posting p ON p.entry = e.id WHERE e.bookDate <= 20453"

static void one(const char *sql) {
  openBook();
  double start = now();
  execute("BEGIN");
  int64_t accounts = number("SELECT count(*) FROM account a LEFT JOIN savingsAccount s "
                            "ON s.account = a.id WHERE s.account IS NULL");
  int64_t value = number(sql);
  if (!accounts) fail("chart");
  execute("COMMIT");
  double seconds = now() - start;
  char check[40];
  snprintf(check, sizeof check, "%" PRId64, value);
  report(seconds, check);
}

void balanceSheet(void) {
  one("WITH leaf (owner, amount) AS (SELECT * FROM (" BALANCES ") UNION ALL " LATE ") "
      "SELECT sum(amount) FROM leaf JOIN account a ON a.id = owner WHERE a.type = 'asset'");
}

void incomeStatement(void) {
  one("WITH leaf (owner, amount) AS (SELECT * FROM (" BALANCES ")) "
      "SELECT -sum(amount) FROM leaf JOIN account a ON a.id = owner "
      "WHERE a.type IN ('income', 'expense')");
}

// Additions to equity and what was taken from it: the legs of every member's pokok and wajib.
void equityChanges(void) {
  one("WITH leaf (account, parent, added, taken) AS (SELECT a.id, a.parent, "
      "sum(CASE WHEN p.amount < 0 THEN -p.amount ELSE 0 END), "
      "sum(CASE WHEN p.amount > 0 THEN p.amount ELSE 0 END) "
      "FROM account a CROSS JOIN posting p ON p.account = a.id JOIN entry e ON e.id = p.entry "
      "WHERE a.type = 'equity' AND p.bookDate BETWEEN 20089 AND 20453 "
      "AND e.kind NOT IN ('year-closing', 'year-ratification', 'opening') GROUP BY a.id), "
      "owned (owner, added) AS (SELECT CASE WHEN s.account IS NULL THEN l.account ELSE l.parent END, "
      "sum(l.added) FROM leaf l LEFT JOIN savingsAccount s ON s.account = l.account GROUP BY 1), "
      "held (owner, amount) AS (" BALANCES ") "
      "SELECT (SELECT sum(added) FROM owned) + 0 * (SELECT sum(amount) FROM held)");
}

#define TOUCHED \
  "SELECT q.entry FROM account k CROSS JOIN posting q ON q.account = k.id WHERE k.isCash = 1 " \
  "AND q.bookDate BETWEEN 20089 AND 20453"

// The other legs of every voucher that touches cash, and the vouchers that do not.
void cashFlow(void) {
  one("WITH leaf (account, parent, amount) AS (SELECT a.id, a.parent, sum(p.amount) "
      "FROM account a CROSS JOIN posting p ON p.account = a.id WHERE a.isCash = 0 "
      "AND p.bookDate BETWEEN 20089 AND 20453 AND p.entry IN (" TOUCHED ") GROUP BY a.id), "
      "owned (owner, amount) AS (SELECT CASE WHEN s.account IS NULL THEN l.account ELSE l.parent "
      "END, sum(l.amount) FROM leaf l LEFT JOIN savingsAccount s ON s.account = l.account GROUP BY 1), "
      "others (n, amount) AS (SELECT count(*), sum((SELECT sum(max(p.amount, 0)) FROM posting p "
      "WHERE p.entry = e.id)) FROM entry e WHERE e.bookDate BETWEEN 20089 AND 20453 "
      "AND e.id NOT IN (" TOUCHED ")), "
      "held (owner, amount) AS (" BALANCES ") "
      "SELECT -sum(amount) + 0 * (SELECT n + amount FROM others) "
      "+ 0 * (SELECT sum(amount) FROM held) FROM owned");
}

// MARK: - Papers

// Reads the lines of every account, and writes the bytes of a file that was made of them.
void sameBytes(void) {
  FILE *from = fopen(option("from", ""), "r"), *to = fopen(option("to", "/dev/null"), "w");
  if (!from || !to) fail("from, to");
  static char chunk[65536];
  openBook();
  double start = now();
  execute("BEGIN");
  sqlite3_stmt *lines = prepare(
      "SELECT p.bookDate, p.entry, p.amount, e.kind, o.account FROM savingsAccount s "
      "JOIN posting p ON p.account = s.account JOIN entry e ON e.id = p.entry "
      "LEFT JOIN posting o ON o.entry = p.entry "
      "AND o.line = CASE WHEN e.kind IN ('deposit', 'withdrawal') THEN 1 + (p.line = 1) END "
      "WHERE p.bookDate BETWEEN ?1 AND ?2 ORDER BY s.member, s.product, p.bookDate, p.entry, p.line");
  sqlite3_bind_int64(lines, 1, firstDay);
  sqlite3_bind_int64(lines, 2, lastDay);
  while (step(lines)) sqlite3_column_text(lines, 3);
  execute("COMMIT");
  size_t bytes = 0;
  for (size_t n; (n = fread(chunk, 1, sizeof chunk, from)); bytes += n) fwrite(chunk, 1, n, to);
  fclose(to);
  double seconds = now() - start;
  char check[40];
  snprintf(check, sizeof check, "%zu", bytes);
  report(seconds, check);
}
