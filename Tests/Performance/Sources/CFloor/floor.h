// What the tasks of the floor share. See floor.c.
#ifndef FLOOR_H
#define FLOOR_H

#include <inttypes.h>
#include <sqlite3.h>

extern sqlite3 *db;
extern int argumentCount;
extern char **arguments;
// Whether triggers and hashes are kept.
extern int isEqual;
extern uint64_t seed;
extern int64_t lastEntry, lastEvent;
extern unsigned char lastHash[32];

const char *option(const char *key, const char *otherwise);
void fail(const char *what);
void execute(const char *sql);
sqlite3_stmt *prepare(const char *sql);
int step(sqlite3_stmt *statement);
void run(sqlite3_stmt *statement);
int64_t number(const char *sql);
double now(void);
double peak(void);
void report(double seconds, const char *check);
void reportTimes(double *times, int runs, const char *check);
void openBook(void);
void openForWriting(void);
char *readRows(void);

int64_t dayNumber(int64_t y, int64_t m, int64_t d);
void civil(int64_t day, int *y, int *m, int *d);
int64_t readDay(const char *text);
int dayCount(int y, int m);
// The day so many months later that keeps a day of the month.
int64_t monthsLater(int64_t day, int months, int seedDay);
uint64_t draw(void);
int ascending(const void *a, const void *b);

// The journal: legs, then the header that seals them.
void prepareJournal(void);
void addLeg(int64_t day, int64_t account, int64_t amount);
void seal(int64_t day, const char *kind, const char *reference);
// The same, as a part of the act that an event began.
void sealWithin(int64_t act, int64_t day, const char *kind);
int64_t moment(void);

// The chain: the content of an event is built, then the event is written.
void beginContent(int changes);
void contentRows(const char *table, const char *columns, int rows);
void contentInteger(int64_t value);
void contentNull(void);
void contentText(const char *text);
void contentBytes(const unsigned char *bytes, int length);
void appendEvent(const char *kind, const char *subject, const char *reference);
// The same, as a part of the act that an event began.
void appendWithin(int64_t act, const char *kind, const char *subject);
void closeMonth(int64_t month, int64_t last, int64_t product, int64_t examined);
int put(unsigned char *buffer, int64_t value);
int putText(unsigned char *buffer, const char *text);
const char *hashText(void);

// numerator / denominator sen to a multiple of `step` sen, half up; neither is negative.
static inline int64_t rounded(__int128 numerator, __int128 denominator, int64_t step) {
  __int128 unit = denominator * step;
  return (int64_t)((2 * numerator + unit) / (2 * unit)) * step;
}

// The interest, late fees, classes and allowance of all loans for a month.
typedef struct { int64_t loans, allowance; } LoanSums;
LoanSums loanMonthEnd(int y, int m);
// The value dates of term deposits in a month, and what they set aside at its end.
int64_t depositValueDates(int64_t month, int64_t first, int64_t last);
void depositAccruals(int64_t month, int64_t last, int64_t first);
// The tax on a member's interest of a month; what was received and settled before its end.
int64_t taxOn(int64_t gross);
int64_t interestReceived(int64_t member, int64_t month);
int64_t taxSettled(int64_t member, int64_t month);
void loanPayments(void);
void loanRegister(void);
void dueList(void);
void someLoans(void);
void plans(void);
void shuSimulation(void);
void shuPosting(void);
void balanceSheet(void);
void incomeStatement(void);
void equityChanges(void);
void cashFlow(void);
void sameBytes(void);

#endif
