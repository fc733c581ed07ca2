// What the tasks of the floor share: options, SQLite, days, the generator, and the journal.
#include "floor.h"

#include <openssl/sha.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

sqlite3 *db;
int argumentCount;
char **arguments;
int isEqual;

const char *option(const char *key, const char *otherwise) {
  size_t length = strlen(key);
  for (int i = 2; i < argumentCount; i++)
    if (!strncmp(arguments[i], key, length) && arguments[i][length] == '=')
      return arguments[i] + length + 1;
  return otherwise;
}

void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "");
  exit(1);
}

void execute(const char *sql) {
  if (sqlite3_exec(db, sql, 0, 0, 0)) fail(sql);
}

sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0)) fail(sql);
  return statement;
}

int step(sqlite3_stmt *statement) {
  int code = sqlite3_step(statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE) fail(sqlite3_sql(statement));
  return code == SQLITE_ROW;
}

void run(sqlite3_stmt *statement) {
  step(statement);
  sqlite3_reset(statement);
}

int64_t number(const char *sql) {
  sqlite3_stmt *statement = prepare(sql);
  int64_t value = step(statement) ? sqlite3_column_int64(statement, 0) : 0;
  sqlite3_finalize(statement);
  return value;
}

double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

double peak(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

void report(double seconds, const char *check) {
  printf("seconds=%.6f peak=%.1f sync=%" PRId64 " check=%s\n", seconds, peak(),
         db ? number("PRAGMA synchronous") : -1, check);
}

void openBook(void) {
  if (sqlite3_open(option("db", ""), &db)) fail("open");
  execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
          "PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF;"
          "PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536;"
          "PRAGMA wal_autocheckpoint = 16000");
  isEqual = !strcmp(option("mode", "equal"), "equal");
}

// For those that write: the bare floor writes without rules, into a copy of its own.
void openForWriting(void) {
  openBook();
  if (isEqual) return;
  sqlite3_stmt *list = prepare("SELECT group_concat('DROP TRIGGER ' || name, ';') "
                               "FROM sqlite_master WHERE type = 'trigger'");
  step(list);
  const char *sql = (const char *)sqlite3_column_text(list, 0);
  char *copy = sql ? strdup(sql) : 0;
  sqlite3_finalize(list);
  if (copy) execute(copy);
  free(copy);
}

// MARK: - Days

int64_t dayNumber(int64_t y, int64_t m, int64_t d) {
  y -= m <= 2;
  int64_t era = y / 400, ofEra = y - era * 400;
  int64_t ofYear = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
  return era * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719468;
}

void civil(int64_t day, int *y, int *m, int *d) {
  int64_t z = day + 719468, era = z / 146097, doe = z - era * 146097;
  int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  *d = (int)(doy - (153 * mp + 2) / 5 + 1);
  *m = (int)(mp < 10 ? mp + 3 : mp - 9);
  *y = (int)(yoe + era * 400 + (*m <= 2));
}

int64_t readDay(const char *text) {
  return dayNumber(atoi(text), atoi(text + 5), atoi(text + 8));
}

int dayCount(int y, int m) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[m - 1] + (m == 2 && ((y % 4 == 0 && y % 100 != 0) || y % 400 == 0));
}

int64_t monthsLater(int64_t day, int months, int seedDay) {
  int y, m, d;
  civil(day, &y, &m, &d);
  int ordinal = y * 12 + m - 1 + months;
  y = ordinal / 12;
  m = ordinal % 12 + 1;
  return dayNumber(y, m, seedDay < dayCount(y, m) ? seedDay : dayCount(y, m));
}

// MARK: - Numbers

uint64_t seed;
uint64_t draw(void) {
  uint64_t z = (seed += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

void reportTimes(double *times, int runs, const char *check) {
  qsort(times, runs, sizeof *times, ascending);
  printf("p50=%.2f p99=%.2f ", times[runs / 2] * 1e6, times[runs * 99 / 100] * 1e6);
  report(times[runs / 2], check);
}

// MARK: - Journal

static sqlite3_stmt *insertPosting, *insertEntry, *move;
static SHA256_CTX sha;
static int64_t recordedAt, line;
int64_t lastEntry;

void prepareJournal(void) {
  insertPosting = prepare(
      "INSERT INTO posting (account, bookDate, entry, line, amount) VALUES (?, ?, ?, ?, ?)");
  insertEntry = prepare("INSERT INTO entry (id, bookDate, kind, recordedAt, reference, hash, event, "
                        "act) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  move = prepare("UPDATE accountBalance SET balance = balance + ? WHERE account = ?");
  recordedAt = atoll(option("time", "1893456000"));
  lastEntry = number("SELECT max(id) FROM entry");
  // The view of the whole chain would be read from its beginning.
  sqlite3_stmt *last = prepare(
      "SELECT number, hash FROM (SELECT number, hash FROM event ORDER BY number DESC LIMIT 1) "
      "UNION ALL SELECT event, hash FROM (SELECT event, hash FROM entry ORDER BY id DESC LIMIT 1) "
      "ORDER BY 1 DESC LIMIT 1");
  if (step(last)) {
    lastEvent = sqlite3_column_int64(last, 0);
    memcpy(lastHash, sqlite3_column_blob(last, 1), 32);
  }
  sqlite3_finalize(last);
}

void addLeg(int64_t day, int64_t account, int64_t amount) {
  if (line++ == 0) SHA256_Init(&sha);
  sqlite3_bind_int64(insertPosting, 1, account);
  sqlite3_bind_int64(insertPosting, 2, day);
  sqlite3_bind_int64(insertPosting, 3, lastEntry + 1);
  sqlite3_bind_int64(insertPosting, 4, line);
  sqlite3_bind_int64(insertPosting, 5, amount);
  run(insertPosting);
  if (isEqual) {
    unsigned char leg[16];
    put(leg, account);
    put(leg + 8, amount);
    SHA256_Update(&sha, leg, 16);
  } else {
    sqlite3_bind_int64(move, 1, amount);
    sqlite3_bind_int64(move, 2, account);
    run(move);
  }
}

static void sealEntry(int64_t day, const char *kind, const char *reference, int64_t act) {
  if (isEqual) {
    unsigned char bytes[512];
    int n = put(bytes, lastEntry + 1);
    n += put(bytes + n, lastEvent + 1);
    n += put(bytes + n, act);
    n += put(bytes + n, day);
    n += put(bytes + n, recordedAt);
    n += put(bytes + n, 0);
    n += putText(bytes + n, kind);
    n += putText(bytes + n, reference);
    n += putText(bytes + n, 0);
    n += putText(bytes + n, 0);
    int header = n;
    n += put(bytes + n, line);
    n += put(bytes + n, header);
    memcpy(bytes + n, "KSP-ENTRY-1", 11);
    memcpy(bytes + n + 11, lastHash, 32);
    SHA256_Update(&sha, bytes, n + 43);
    SHA256_Final(lastHash, &sha);
  }
  lastEntry++;
  lastEvent++;
  line = 0;
  sqlite3_bind_int64(insertEntry, 1, lastEntry);
  sqlite3_bind_int64(insertEntry, 2, day);
  sqlite3_bind_text(insertEntry, 3, kind, -1, SQLITE_STATIC);
  sqlite3_bind_int64(insertEntry, 4, recordedAt);
  sqlite3_bind_text(insertEntry, 5, reference, -1, SQLITE_STATIC);
  sqlite3_bind_blob(insertEntry, 6, lastHash, 32, SQLITE_STATIC);
  sqlite3_bind_int64(insertEntry, 7, lastEvent);
  if (act)
    sqlite3_bind_int64(insertEntry, 8, act);
  else
    sqlite3_bind_null(insertEntry, 8);
  run(insertEntry);
}

void seal(int64_t day, const char *kind, const char *reference) {
  sealEntry(day, kind, reference, 0);
}

void sealWithin(int64_t act, int64_t day, const char *kind) { sealEntry(day, kind, 0, act); }

int64_t moment(void) { return recordedAt; }

const char *hashText(void) {
  static char text[65];
  for (int i = 0; i < 32; i++) sprintf(text + 2 * i, "%02x", lastHash[i]);
  text[16] = 0;
  return isEqual ? text : "-";
}

// The rows of the file below its header, in memory.
char *readRows(void) {
  FILE *file = fopen(option("csv", ""), "r");
  if (!file) fail("csv");
  fseek(file, 0, SEEK_END);
  size_t size = ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (fread(text, 1, size, file) != size) fail("csv");
  text[size] = 0;
  fclose(file);
  strsep(&text, "\n");
  return text;
}
