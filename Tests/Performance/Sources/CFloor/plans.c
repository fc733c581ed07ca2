// Plans of installments: the same integer arithmetic as the library's, and the same checksum.
#include "floor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef unsigned __int128 wide;
enum { mostLimbs = 64, mostRows = 64 };

// A whole number of any size: 64 bits each, the lowest first.
typedef struct { uint64_t limbs[mostLimbs]; int count; } Number;

static void times(Number *number, uint64_t factor) {
  uint64_t carry = 0;
  for (int i = 0; i < number->count; i++) {
    wide product = (wide)number->limbs[i] * factor + carry;
    number->limbs[i] = (uint64_t)product;
    carry = (uint64_t)(product >> 64);
  }
  if (carry) number->limbs[number->count++] = carry;
  if (number->count == mostLimbs) fail("number");
}

static void plus(Number *left, const Number *right) {
  uint64_t carry = 0;
  for (int i = 0; i < left->count || i < right->count || carry; i++) {
    if (i == left->count) left->limbs[left->count++] = 0;
    wide sum = (wide)left->limbs[i] + (i < right->count ? right->limbs[i] : 0) + carry;
    left->limbs[i] = (uint64_t)sum;
    carry = (uint64_t)(sum >> 64);
  }
}

static void minus(Number *left, const Number *right) {
  uint64_t borrow = 0;
  for (int i = 0; i < left->count; i++) {
    wide rest = (wide)left->limbs[i] - (i < right->count ? right->limbs[i] : 0) - borrow;
    left->limbs[i] = (uint64_t)rest;
    borrow = (rest >> 64) != 0;
  }
  while (left->count && !left->limbs[left->count - 1]) left->count--;
}

static int compare(const Number *left, const Number *right) {
  if (left->count != right->count) return left->count < right->count ? -1 : 1;
  for (int i = left->count - 1; i >= 0; i--)
    if (left->limbs[i] != right->limbs[i]) return left->limbs[i] < right->limbs[i] ? -1 : 1;
  return 0;
}

// The quotient of two numbers, which fits 64 bits; the remainder is left in `number`.
static uint64_t divide(Number *number, const Number *divisor) {
  if (compare(number, divisor) < 0) return 0;
  int shift = __builtin_clzll(divisor->limbs[divisor->count - 1]), size = divisor->count;
  Number high = *number, low = *divisor;
  times(&high, 1ull << shift);
  times(&low, 1ull << shift);
  uint64_t top = high.count == size + 1 ? high.limbs[size] : 0;
  uint64_t quotient =
      (uint64_t)((((wide)top << 64) | high.limbs[size - 1]) / low.limbs[size - 1]);
  Number product = *divisor;
  times(&product, quotient);
  while (compare(&product, number) > 0) {
    quotient--;
    minus(&product, divisor);
  }
  minus(number, &product);
  return quotient;
}

// P·∏(1+rᵢ) ÷ Σₖ∏ⱼ₍ⱼ₎₌ₖ₊₁(1+rⱼ), rounded half up to a multiple of the step.
static int64_t levelPayment(
    int64_t principal, const uint64_t *rates, int count, uint64_t denominator, int64_t step) {
  Number owed = {{(uint64_t)principal}, 1}, worth = {{0}, 0}, power = {{1}, 1};
  for (int i = 0; i < count; i++) {
    times(&owed, denominator + rates[i]);
    times(&power, denominator);
    times(&worth, denominator + rates[i]);
    plus(&worth, &power);
  }
  times(&worth, (uint64_t)step);
  uint64_t steps = divide(&owed, &worth);
  times(&owed, 2);
  return (int64_t)(steps + (compare(&owed, &worth) >= 0)) * step;
}

typedef struct { int64_t due, principal, interest, balance; } Row;

static int64_t divisorOf(int64_t left, int64_t right) {
  while (right) {
    int64_t rest = left % right;
    left = right;
    right = rest;
  }
  return left;
}

// Whether payments a month apart are worth at least an amount at a rate per month in trillionths.
static int isWorth(int64_t amount, const Row *rows, int count, uint64_t rate) {
  const uint64_t one = 1000000000000u, growth = one + rate;
  uint64_t factor = 1ull << 62;
  wide target = (wide)amount << 62, worth = 0;
  for (int i = 0; i < count; i++) {
    factor = (uint64_t)((wide)factor * one / growth);
    worth += (wide)(rows[i].principal + rows[i].interest) * factor;
    if (worth >= target) return 1;
  }
  return 0;
}

static int64_t effectiveRate(int64_t received, const Row *rows, int count) {
  int64_t low = 0, high = 1000000000000;
  while (isWorth(received, rows, count, high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    int64_t middle = low + (high - low) / 2;
    if (isWorth(received, rows, count, middle)) low = middle;
    else high = middle;
  }
  return low;
}

enum { flat, declining, annuity, bullet };

static void makePlan(uint64_t r, Row *rows, int *rowCount, int64_t *lent) {
  static const int counts[] = {6, 12, 12, 18, 24, 36};
  static const int64_t steps[] = {100, 100, 10000, 50000};
  int method = r % 4, count = counts[(r >> 8) % 6], isThirty = (r >> 16) % 2 == 0;
  int64_t rate = (r >> 24) % 11, step = steps[(r >> 60) % 4];
  int64_t yearly = (r >> 32) % 2 == 0 ? (10000000 + rate * 1000000) * 12
                                      : 100000000 + rate * 7500000;
  int64_t principal = (int64_t)(2 + (r >> 40) % 100) * 50000000;
  int64_t disbursed = 20089 + (int64_t)((r >> 48) % 365);
  int y, m, d;
  civil(disbursed, &y, &m, &d);
  uint64_t rates[mostRows];
  int64_t divisor = 1000000000ll * (isThirty ? 360 : 365), denominator = divisor;
  int64_t before = disbursed;
  for (int i = 0; i < count; i++) {
    rows[i].due = monthsLater(disbursed, i + 1, d);
    rates[i] = (uint64_t)(yearly * (isThirty ? 30 : rows[i].due - before));
    divisor = divisorOf(divisor, (int64_t)rates[i]);
    before = rows[i].due;
  }
  denominator /= divisor;
  for (int i = 0; i < count; i++) rates[i] /= (uint64_t)divisor;
  int64_t level =
      method == annuity ? levelPayment(principal, rates, count, (uint64_t)denominator, step) : 0;
  int64_t balance = principal;
  for (int i = 0; i < count; i++) {
    int64_t on = method == flat || method == bullet ? principal : balance;
    int64_t interest = rounded((__int128)on * rates[i], denominator, 100), part = 0;
    if (method == annuity) part = level - interest;
    else if (method != bullet)
      part = rounded((__int128)principal + (__int128)interest * count, count, step) - interest;
    if (i == count - 1) part = balance;
    if (part < 0 || (i < count - 1 && part >= balance)) fail("plan");
    balance -= part;
    rows[i].principal = part;
    rows[i].interest = interest;
    rows[i].balance = balance;
  }
  *rowCount = count;
  *lent = principal;
}

void plans(void) {
  int count = atoi(option("plans", "100000")), isEffective = atoi(option("effective", "0"));
  uint64_t *drawn = calloc(count, sizeof *drawn), sum = 0xCBF29CE484222325u;
  seed = 11;
  for (int i = 0; i < count; i++) drawn[i] = draw();
  double start = now();
  for (int i = 0; i < count; i++) {
    Row rows[mostRows];
    int rowCount;
    int64_t principal;
    makePlan(drawn[i], rows, &rowCount, &principal);
    for (int row = 0; row < rowCount; row++) {
      const int64_t words[] = {rows[row].due, rows[row].principal, rows[row].interest,
                               rows[row].balance};
      for (int word = 0; word < 4; word++) sum = (sum ^ (uint64_t)words[word]) * 0x100000001B3u;
    }
    if (!isEffective) continue;
    int64_t rate = effectiveRate(principal - principal / 100, rows, rowCount);
    sum = (sum ^ (uint64_t)rate) * 0x100000001B3u;
  }
  printf("seconds=%.6f peak=%.1f check=%" PRIx64 "\n", now() - start, peak(), sum);
  free(drawn);
}
