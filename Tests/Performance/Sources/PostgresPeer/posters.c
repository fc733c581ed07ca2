// Durable posts into PostgreSQL from several clients, each with a connection of its own.
//
//   peer host=FOLDER threads=N limit=N members=N day=DAY run=WORD hot=0|1
//
// A post is one call of `deposit` (tables.sql): one round trip and one transaction. The server is
// asked for its durability, and the book for what it holds afterwards. It prints the words that
// Bench prints: second= seconds= sync= check=.
#include <inttypes.h>
#include <libpq-fe.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int count, threads, each, members, hot;
static const char *host, *day, *run;
static pthread_barrier_t line;

static const char *option(int argc, char **argv, const char *key, const char *otherwise) {
  size_t length = strlen(key);
  for (int i = 1; i < argc; i++)
    if (!strncmp(argv[i], key, length) && argv[i][length] == '=') return argv[i] + length + 1;
  return otherwise;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void fail(PGconn *connection) {
  fprintf(stderr, "peer: %s\n", PQerrorMessage(connection));
  exit(1);
}

static PGconn *connect(void) {
  const char *keys[] = {"host", "user", "dbname", 0}, *values[] = {host, "ksp", "postgres", 0};
  PGconn *connection = PQconnectdbParams(keys, values, 0);
  if (PQstatus(connection) != CONNECTION_OK) fail(connection);
  return connection;
}

// The single value of a query.
static void ask(PGconn *connection, const char *query, char *answer, size_t size) {
  PGresult *result = PQexec(connection, query);
  if (PQresultStatus(result) != PGRES_TUPLES_OK) fail(connection);
  snprintf(answer, size, "%s", PQgetvalue(result, 0, 0));
  PQclear(result);
}

static void *post(void *argument) {
  int thread = (int)(intptr_t)argument;
  PGconn *connection = connect();
  PGresult *prepared = PQprepare(connection, "post", "SELECT deposit($1, $2, $3, $4, $5)", 5, 0);
  if (PQresultStatus(prepared) != PGRES_COMMAND_OK) fail(connection);
  PQclear(prepared);
  // Everybody is connected before the clock runs.
  pthread_barrier_wait(&line);
  for (int i = 0; i < each; i++) {
    char number[16], reference[64];
    snprintf(number, sizeof number, "%06d", (thread * each + i) * 7 % members + 1);
    snprintf(reference, sizeof reference, "P-%s-%d-%d", run, thread, i);
    const char *values[] = {number, day, "500000", reference, hot ? "t" : "f"};
    PGresult *result = PQexecPrepared(connection, "post", 5, values, 0, 0, 0);
    if (PQresultStatus(result) != PGRES_TUPLES_OK) fail(connection);
    PQclear(result);
  }
  pthread_barrier_wait(&line);
  PQfinish(connection);
  return 0;
}

int main(int argc, char **argv) {
  host = option(argc, argv, "host", "");
  day = option(argc, argv, "day", "");
  run = option(argc, argv, "run", "0");
  hot = atoi(option(argc, argv, "hot", "1"));
  threads = atoi(option(argc, argv, "threads", "8"));
  members = atoi(option(argc, argv, "members", "1000"));
  each = atoi(option(argc, argv, "limit", "2000")) / threads;
  count = threads * each;
  PGconn *connection = connect();
  char before[64], after[64], sync[64];
  ask(connection, "SELECT count(*) FROM entry", before, sizeof before);
  pthread_barrier_init(&line, 0, threads + 1);
  pthread_t all[threads];
  for (intptr_t i = 0; i < threads; i++) pthread_create(&all[i], 0, post, (void *)i);
  pthread_barrier_wait(&line);
  double start = now();
  pthread_barrier_wait(&line);
  double seconds = now() - start;
  for (int i = 0; i < threads; i++) pthread_join(all[i], 0);
  ask(connection, "SELECT count(*) FROM entry", after, sizeof after);
  if (atoll(after) - atoll(before) != count) {
    fprintf(stderr, "peer: %s entries before, %s after\n", before, after);
    return 1;
  }
  ask(connection,
      "SELECT current_setting('fsync') || current_setting('synchronous_commit')", sync,
      sizeof sync);
  PQfinish(connection);
  printf("second=%.0f seconds=%.6f sync=%s check=%d\n", count / seconds, seconds,
         strcmp(sync, "onon") ? "not-2" : "2", count);
  return 0;
}
