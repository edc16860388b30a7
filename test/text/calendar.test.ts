// Days and instants: reading, writing, and arithmetic of months.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  addDays,
  addMonths,
  dayLength,
  dayOf,
  formatDay,
  formatInstant,
  parseDate,
  parseDateTime,
  startOfDay,
} from '../../server/src/text/calendar.ts';

/** `date + months > date` */
function checkMonths(line: string): void {
  const match = /^(\S+) ([+-]\d+) > (\S+)$/.exec(line);
  const day = parseDate(match?.[1] ?? '');
  assert.ok(day !== undefined, line);
  assert.equal(formatDay(addMonths(day, Number(match?.[2]))), match?.[3], line);
}

/** `written > written again`; nothing after `>` for what is no date-time. */
function checkInstant(line: string): void {
  const [written = '', again = ''] = line.split('>').map((each) => each.trim());
  const instant = parseDateTime(written);
  assert.equal(instant === undefined ? '' : formatInstant(instant), again, line);
}

describe('calendar', () => {
  it('reads days that exist and no others', () => {
    assert.equal(parseDate('1970-01-01'), 0);
    assert.equal(parseDate('1969-12-31'), -1);
    assert.equal(parseDate('2000-02-29'), 11_016);
    for (const text of ['0001-01-01', '0400-02-29', '2024-02-29', '9999-12-31'])
      assert.equal(formatDay(parseDate(text) ?? Number.NaN), text);
    const none =
      '0000-01-01 2026-02-29 1900-02-29 2026-04-31 2026-13-01 2026-00-10 2026-01-00 2026-1-01 26-01-01 12026-01-01';
    for (const text of [...none.split(' '), '', ' 2026-01-01', '2026-01-01T', '２０２６-01-01'])
      assert.equal(parseDate(text), undefined, text);
  });

  it('agrees with the engine about every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        const text = formatDay(day);
        assert.equal(text, new Date(day * dayLength).toISOString().slice(0, 10));
        assert.equal(parseDate(text), day);
      }),
    );
  });

  it('agrees with the engine about every instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (ms) => {
        const text = formatInstant(ms);
        assert.equal(parseDateTime(text), ms);
        assert.equal(Date.parse(text), ms);
        assert.ok(startOfDay(dayOf(ms)) <= ms && ms < startOfDay(dayOf(ms) + 1));
      }),
    );
  });

  it('reads date-times with an offset and writes them in UTC', () => {
    checkInstant('2026-11-21T09:30Z > 2026-11-21T09:30Z');
    checkInstant('2026-01-01T00:00+01:00 > 2025-12-31T23:00Z');
    checkInstant('2026-01-01T00:00-05:30 > 2026-01-01T05:30Z');
    checkInstant('2026-01-01T00:00+01 > 2025-12-31T23:00Z');
    checkInstant('2026-01-01T00:00:00Z > 2026-01-01T00:00Z');
    checkInstant('2026-01-01T00:00:07Z > 2026-01-01T00:00:07Z');
    checkInstant('2026-01-01T00:00:10Z > 2026-01-01T00:00:10Z');
    checkInstant('2026-01-01T00:00:00.5Z > 2026-01-01T00:00:00.500Z');
    checkInstant('1969-12-31T23:59:59.999Z > 1969-12-31T23:59:59.999Z');
  });

  it('reads no other date-times', () => {
    for (const text of [
      '2026-11-21T09:30',
      '2026-11-21',
      '2026-11-21T24:00Z',
      '2026-11-21T09:60Z',
      '2026-11-21T09:30:60Z',
      '2026-02-30T09:30Z',
      '2026-11-21T9:30Z',
      '2026-11-21T09:30+0100',
      '2026-11-21T09:30+24:00',
      '2026-11-21T09:30+01:60',
      '2026-11-21T09:30:00.1234Z',
      '2026-11-21T09:30.5Z',
      '2026-11-21t09:30z',
      '2026-11-21 09:30Z',
      '2026-11-21T09:30Z ',
    ])
      assert.equal(parseDateTime(text), undefined, text);
  });

  it('writes fractions of a millisecond and years of more digits, which no literal has', () => {
    assert.equal(formatInstant(0.5), '1970-01-01T00:00:00.0005Z');
    assert.equal(formatDay((parseDate('9999-12-31') ?? 0) + 1), '+010000-01-01');
    assert.equal(formatDay((parseDate('0001-01-01') ?? 0) - 1), '0000-12-31');
    assert.equal(formatDay((parseDate('0001-01-01') ?? 0) - 367), '-000001-12-31');
  });

  it('adds months cut to the last day of a shorter one', () => {
    checkMonths('2026-01-31 +1 > 2026-02-28');
    checkMonths('2024-01-31 +1 > 2024-02-29');
    checkMonths('2026-03-31 -1 > 2026-02-28');
    checkMonths('2026-12-15 +1 > 2027-01-15');
    checkMonths('2026-01-15 -1 > 2025-12-15');
    checkMonths('2024-02-29 +12 > 2025-02-28');
    checkMonths('2024-02-29 -48 > 2020-02-29');
    checkMonths('2026-05-31 +0 > 2026-05-31');
    checkMonths('2026-10-31 -20 > 2025-02-28');
    checkMonths('2026-08-31 +1 > 2026-09-30');
  });

  it('adds days, and stays a number however many', () => {
    assert.equal(addDays(10, -11), -1);
    for (const n of [Number.MAX_VALUE, Number.POSITIVE_INFINITY])
      for (const far of [addDays(0, n), addDays(0, -n), addMonths(0, n), addMonths(0, -n)])
        assert.ok(Number.isSafeInteger(far) && Math.abs(far) > 2_932_897);
  });
});
