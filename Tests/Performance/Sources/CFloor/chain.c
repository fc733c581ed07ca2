// Events without legs: their content, their hash, and the digests of a month's evidence.
#include "floor.h"

#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>

int64_t lastEvent;
unsigned char lastHash[32];

// MARK: - Content

// A thousand parts of an SHU stand in one event.
static unsigned char content[65536];
static int size;

static void byte(int value) { content[size++] = (unsigned char)value; }

static int varint(unsigned char *to, uint64_t value) {
  int n = 0;
  for (; value >= 0x80; value >>= 7) to[n++] = (unsigned char)(value | 0x80);
  to[n++] = (unsigned char)value;
  return n;
}

static void count(uint64_t value) { size += varint(content + size, value); }

static void name(const char *text) {
  size_t length = strlen(text);
  count(length);
  memcpy(content + size, text, length);
  size += (int)length;
}

static int canonicalInteger(unsigned char *to, int64_t value) {
  to[0] = 1;
  return 1 + varint(to + 1, ((uint64_t)value << 1) ^ (uint64_t)(value >> 63));
}

void beginContent(int changes) {
  size = 0;
  byte(1);
  count(changes);
}

// New rows of a table; the names of its columns are separated by blanks.
void contentRows(const char *table, const char *columns, int rows) {
  name(table);
  byte(1);
  count(0);
  int columnCount = 1;
  for (const char *c = columns; *c; c++) columnCount += *c == ' ';
  count(columnCount);
  for (const char *from = columns; *from;) {
    size_t length = strcspn(from, " ");
    count(length);
    memcpy(content + size, from, length);
    size += (int)length;
    from += length + (from[length] == ' ');
  }
  count(rows);
}

void contentInteger(int64_t value) { size += canonicalInteger(content + size, value); }

void contentNull(void) { byte(0); }

void contentText(const char *text) {
  byte(2);
  name(text);
}

void contentBytes(const unsigned char *bytes, int length) {
  byte(3);
  count(length);
  memcpy(content + size, bytes, length);
  size += length;
}

// MARK: - Events

int put(unsigned char *buffer, int64_t value) {
  for (int i = 0; i < 8; i++) buffer[i] = (unsigned char)((uint64_t)value >> (56 - 8 * i));
  return 8;
}

int putText(unsigned char *buffer, const char *text) {
  if (!text) return put(buffer, 0);
  size_t length = strlen(text);
  put(buffer, (int64_t)length + 1);
  memcpy(buffer + 8, text, length);
  return 8 + (int)length;
}

static void append(int64_t act, const char *kind, const char *subject, const char *reference) {
  static sqlite3_stmt *insert;
  if (!isEqual) return;
  if (!insert)
    insert = prepare("INSERT INTO event (number, kind, subject, afterEntry, recordedAt, reference, "
                     "content, hash, act) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  static unsigned char bytes[sizeof content + 4096];
  int n = put(bytes, lastEvent + 1);
  n += put(bytes + n, act);
  n += put(bytes + n, lastEntry);
  n += put(bytes + n, moment());
  n += putText(bytes + n, kind);
  n += putText(bytes + n, subject);
  n += putText(bytes + n, reference);
  n += putText(bytes + n, 0);
  n += putText(bytes + n, 0);
  int header = n;
  memcpy(bytes + n, content, size);
  n += size;
  n += put(bytes + n, size);
  n += put(bytes + n, header);
  memcpy(bytes + n, "KSP-EVENT-1", 11);
  memcpy(bytes + n + 11, lastHash, 32);
  SHA256(bytes, n + 43, lastHash);
  lastEvent++;
  sqlite3_bind_int64(insert, 1, lastEvent);
  sqlite3_bind_text(insert, 2, kind, -1, SQLITE_STATIC);
  sqlite3_bind_text(insert, 3, subject, -1, SQLITE_STATIC);
  sqlite3_bind_int64(insert, 4, lastEntry);
  sqlite3_bind_int64(insert, 5, moment());
  sqlite3_bind_text(insert, 6, reference, -1, SQLITE_STATIC);
  sqlite3_bind_blob(insert, 7, content, size, SQLITE_STATIC);
  sqlite3_bind_blob(insert, 8, lastHash, 32, SQLITE_STATIC);
  if (act)
    sqlite3_bind_int64(insert, 9, act);
  else
    sqlite3_bind_null(insert, 9);
  run(insert);
}

// Writes the event whose content was built; nothing in a book without hashes.
void appendEvent(const char *kind, const char *subject, const char *reference) {
  append(0, kind, subject, reference);
}

void appendWithin(int64_t act, const char *kind, const char *subject) {
  append(act, kind, subject, 0);
}

// MARK: - Evidence

// SHA-256 over the rows that `sql` gives, value by value; returns how many rows there were.
static int64_t digest(const char *sql, int64_t month, unsigned char *hash) {
  sqlite3_stmt *rows = prepare(sql);
  sqlite3_bind_int64(rows, 1, month);
  SHA256_CTX sha;
  SHA256_Init(&sha);
  unsigned char bytes[8192];
  int n = 0, columns = sqlite3_column_count(rows);
  int64_t found = 0;
  for (; step(rows); found++) {
    for (int i = 0; i < columns; i++) {
      int type = sqlite3_column_type(rows, i);
      if (type == SQLITE_INTEGER) {
        n += canonicalInteger(bytes + n, sqlite3_column_int64(rows, i));
      } else if (type == SQLITE_NULL) {
        bytes[n++] = 0;
      } else {
        int length = sqlite3_column_bytes(rows, i);
        bytes[n++] = 2;
        n += varint(bytes + n, length);
        memcpy(bytes + n, sqlite3_column_text(rows, i), length);
        n += length;
      }
    }
    if (n >= 4096) {
      SHA256_Update(&sha, bytes, n);
      n = 0;
    }
  }
  SHA256_Update(&sha, bytes, n);
  SHA256_Final(hash, &sha);
  sqlite3_finalize(rows);
  return found;
}

// Closes a month: its row, how many accounts were looked at, and the seals of its evidence.
void closeMonth(int64_t month, int64_t last, int64_t product, int64_t examined) {
  enum { partCount = 8 };
  static const char *parts[partCount][2] = {
      {"closingBalance", "account, balance"},
      {"savingsInterest", "account, entry, opening, closing, days, rateBillionths, rateBasis, "
                          "gross, tax"},
      {"withholdingSlip", "member, payer, article, rateBillionths, gross, tax, settled, withheld, "
        "recovered, claim"},
      {"loanMonth", "loan, principal, principalDue, interestDue, lateFeeCharged, recognised, "
                    "unearned, oldestDue, class, collateral, allowance, isOwed, keptClass, "
                    "isStopped, expensedInterest, expensedLateFee, prepaid, administrationDue"},
      {"loanFeeMonth", "loan, line, unearned, amount"},
      {"assetMonth", "asset, amount, accumulated"},
      {"interestAccrual", "account, held, accrued, amount"},
      {"waitingInterest", "account, brought, earned, credited, dropped"}};
  unsigned char hashes[partCount][32];
  int64_t rows[partCount];
  for (int i = 0; i < partCount && isEqual; i++) {
    char sql[512];
    snprintf(sql, sizeof sql, "SELECT %s FROM %s WHERE month = ? ORDER BY month, %.*s", parts[i][1],
             parts[i][0], (int)strcspn(parts[i][1], ","), parts[i][1]);
    rows[i] = digest(sql, month, hashes[i]);
  }
  beginContent(3);
  contentRows("closedMonth", "month lastDay lastEntry closedAt", 1);
  contentInteger(month);
  contentInteger(last);
  contentInteger(lastEntry);
  contentInteger(moment());
  contentRows("monthProduct", "month product examined", 1);
  contentInteger(month);
  contentInteger(product);
  contentInteger(examined);
  contentRows("monthEvidence", "month part rows digest", partCount);
  for (int i = 0; i < partCount; i++) {
    contentInteger(month);
    contentText(parts[i][0]);
    contentInteger(rows[i]);
    contentBytes(hashes[i], 32);
  }
  char subject[16];
  snprintf(subject, sizeof subject, "%04d-%02d", (int)(month / 12), (int)(month % 12 + 1));
  appendEvent("month.closed", subject, 0);
  sqlite3_stmt *closed = prepare("INSERT INTO closedMonth VALUES (?, ?, ?, ?, NULL)");
  sqlite3_bind_int64(closed, 1, month);
  sqlite3_bind_int64(closed, 2, last);
  sqlite3_bind_int64(closed, 3, lastEntry);
  sqlite3_bind_int64(closed, 4, moment());
  run(closed);
  sqlite3_stmt *looked = prepare("INSERT INTO monthProduct VALUES (?, ?, ?)");
  sqlite3_bind_int64(looked, 1, month);
  sqlite3_bind_int64(looked, 2, product);
  sqlite3_bind_int64(looked, 3, examined);
  run(looked);
  sqlite3_stmt *seals = prepare("INSERT INTO monthEvidence VALUES (?, ?, ?, ?)");
  for (int i = 0; i < partCount && isEqual; i++) {
    sqlite3_bind_int64(seals, 1, month);
    sqlite3_bind_text(seals, 2, parts[i][0], -1, SQLITE_STATIC);
    sqlite3_bind_int64(seals, 3, rows[i]);
    sqlite3_bind_blob(seals, 4, hashes[i], 32, SQLITE_STATIC);
    run(seals);
  }
}
