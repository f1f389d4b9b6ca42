import { describe, expect, test } from 'vitest';
import {
  abilitiesOf,
  abilitiesOfMany,
} from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import { restoreOptionsFor } from '#src/datasources/azure-vm/options.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { pointJudge } from '#src/datasources/azure-vm/suggest.ts';
import { examplePoint, exampleReads, exampleView } from '#src/datasources/azure-vm/testing.ts';
import { instant } from '#src/lib/time.ts';
import { factWords } from '#src/rules/facts.ts';
import { scenarioIds } from '#src/model/restore-option.ts';
import { newestUsable } from '#src/wizard/draft/suggested.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { known } from '#src/wizard/read.ts';

/** A restore point and its end: what the wizard says and offers below, at, above and past each bound. */

const HOUR_MS = 3_600_000;
const base = exampleReads();
const { at: NOW } = base;
const ending = (hours: number | null): RecoveryPoint =>
  examplePoint({
    name: 'ending',
    time: instant(NOW - HOUR_MS),
    expiresAt: hours === null ? null : instant(NOW + hours * HOUR_MS),
  });
const older = examplePoint({ name: 'older', time: instant(NOW - 30 * HOUR_MS) });
const readsOf = (point: RecoveryPoint, protectionState = 'Protected'): Reads => {
  const reads = exampleReads({ item: { protectionState } });
  return { ...reads, points: { state: 'known', value: [point, older] } };
};
const warnedOf = (reads: Reads) =>
  exampleView({ point: 'ending' }, reads).settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.id.startsWith('platform.point.') ? [rule.id] : [],
  );

const SOON = ['platform.point.expires-soon'];
const EXPIRED = ['platform.point.expired'];

test.each([
  [null, [], 'Azure reports no expiry of the restore point'],
  [49, [], 'The restore point expires in 49 h'],
  [48, [], 'The restore point expires in 48 h'],
  [47.9, SOON, 'The restore point expires in 47 h'],
  [0.5, SOON, 'The restore point expires in less than 1 h'],
  [0, EXPIRED, 'The restore point expired now'],
  [-0.5, EXPIRED, 'The restore point expired less than 1 h ago'],
  [-1, EXPIRED, 'The restore point expired 1 h ago'],
])('%s h before its end: %j', (hours, rules, fact) => {
  const reads = readsOf(ending(hours));
  expect(warnedOf(reads)).toEqual(rules);
  expect(factWords['point.hoursToExpiry'].say(hours)).toBe(fact);
  const isExpired = rules === EXPIRED;
  const state = isExpired ? 'notPossible' : 'possible';
  for (const abilities of [
    abilitiesOf(reads, ending(hours)),
    abilitiesOfMany(reads)(ending(hours)),
  ])
    expect(abilities.map((one) => one.state)).toEqual([state, state, state]);
  const judge = pointJudge(exampleView({}, reads));
  expect(judge(ending(hours))?.short).toBe(isExpired ? 'Expired' : undefined);
  expect(newestUsable(known(reads.points) ?? [], (row) => judge(row) === undefined)).toBe(
    isExpired ? 'older' : 'ending',
  );
});

describe('points of one kind, of which one has expired', () => {
  const reads = readsOf(ending(-1));

  test('are judged apart', () => {
    const abilitiesAt = abilitiesOfMany(reads);
    expect([ending(-1), older].map((one) => abilitiesAt(one)[0]?.state)).toEqual([
      'notPossible',
      'possible',
    ]);
    const judge = pointJudge(exampleView({}, reads));
    expect([ending(-1), older].map((one) => judge(one)?.short)).toEqual(['Expired', undefined]);
  });

  test.each(scenarioIds)('%s starts from the one that has not', (id) => {
    const { first, others } = restoreOptionsFor(id, reads, null);
    const usable = [...(first === null ? [] : [first]), ...others].filter(
      ({ state }) => state !== 'blocked',
    );
    expect(usable.length).toBeGreaterThan(0);
    for (const { point, passedOver } of usable) {
      expect(point?.name).toBe('older');
      expect(passedOver?.reasons.map(({ id: rule }) => rule)).toContain('platform.point.expired');
    }
  });
});

test('while protection is stopped Azure deletes nothing, so that an expired point counts', () => {
  const reads = readsOf(ending(-1), 'ProtectionStopped');
  expect(warnedOf(reads)).toEqual([]);
  expect(abilitiesOf(reads, ending(-1)).map(({ state }) => state)).not.toContain('notPossible');
});

test('where it is not known whether protection is stopped, the restore isn’t called possible', () => {
  const [first] = abilitiesOf(readsOf(ending(-1), ''), ending(-1));
  expect(first?.state).toBe('notChecked');
});
