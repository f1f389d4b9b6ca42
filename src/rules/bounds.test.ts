import { expect, test } from 'vitest';
import { evaluate } from '#src/rules/catalogue.ts';
import { type Given, inSecondary, inputOf, ofDisk, replacing } from '#src/rules/cases/case.ts';
import type { Choices } from '#src/rules/fields.ts';

/** Each numeric fact with a bound: which of its rules speak below it, at it, above it and past it. */

interface Bound {
  readonly fact: string;
  readonly rules: readonly string[];
  readonly given: (value: number) => Given;
  readonly when?: Partial<Choices>;
  /** The values, and the rule that speaks at each. */
  readonly values: readonly (readonly [number, string | null])[];
}

const EXPIRY = ['platform.point.expired', 'platform.point.expires-soon'] as const;
const [EXPIRED, SOON] = EXPIRY;
const vault = { type: 'Backup' } as const;

const bounds: readonly Bound[] = [
  {
    fact: 'hours to expiry',
    rules: EXPIRY,
    given: (hoursToExpiry) => ({ point: { hoursToExpiry } }),
    values: [
      [-24, EXPIRED],
      [-0.01, EXPIRED],
      [0, EXPIRED],
      [0.01, SOON],
      [47.99, SOON],
      [48, null],
      [48.01, null],
    ],
  },
  {
    fact: 'age in hours',
    rules: ['point.secondary.too-new'],
    given: (ageHours) => ({ point: { ageHours, inSecondary: false } }),
    when: inSecondary,
    values: [
      [0, 'point.secondary.too-new'],
      [11.99, 'point.secondary.too-new'],
      [12, null],
      [12.01, null],
    ],
  },
  {
    fact: 'age in hours by Commvault',
    rules: ['platform.commvault.point.later'],
    given: (ageHours) => ({ point: { ageHours } }),
    when: { product: 'commvault' },
    values: [
      [-0.01, 'platform.commvault.point.later'],
      [0, null],
      [0.01, null],
    ],
  },
  {
    fact: 'age of a role in minutes',
    rules: ['disk.role.delay'],
    given: (roleAgeMinutes) => ({ vault, bv: { roleAgeMinutes } }),
    when: ofDisk,
    values: [
      [0, 'disk.role.delay'],
      [14.99, 'disk.role.delay'],
      [15, null],
      [15.01, null],
    ],
  },
  {
    fact: 'NICs',
    rules: ['special.multi-nic'],
    given: (nicCount) => ({ vm: { nicCount } }),
    values: [
      [0, null],
      [1, null],
      [2, 'special.multi-nic'],
    ],
  },
  {
    fact: 'reserved IP addresses',
    rules: ['special.reserved-ips'],
    given: (reservedIpCount) => ({ vm: { reservedIpCount } }),
    values: [
      [0, null],
      [1, null],
      [2, 'special.reserved-ips'],
    ],
  },
  {
    fact: 'accounts in the region',
    rules: ['staging.none-in-region'],
    given: (stagingAccountsInRegion) => ({ target: { stagingAccountsInRegion } }),
    values: [
      [0, 'staging.none-in-region'],
      [1, null],
    ],
  },
  {
    fact: 'size of a disk in GiB',
    rules: ['replace.vhd.vault-under-4tb'],
    given: (size) => ({ vm: { diskSizesGiB: [size] } }),
    when: replacing,
    values: [
      [4095, 'replace.vhd.vault-under-4tb'],
      [4096, null],
      [4097, null],
    ],
  },
];

const rows = bounds.flatMap(({ values, ...bound }) =>
  values.map(([value, rule]) => ({ ...bound, value, rule })),
);

test.each(rows)('$fact of $value: $rule', ({ rules, given, when = {}, value, rule }) => {
  const { facts, choices } = inputOf({ given: given(value), when });
  const speaking = evaluate(facts, choices).flatMap((one) =>
    one.state === 'speaks' && rules.includes(one.rule.id) ? [one.rule.id] : [],
  );
  expect(speaking).toEqual(rule === null ? [] : [rule]);
});

test('the table has every bound', () => {
  expect(`${String(bounds.length)} facts, ${String(rows.length)} values`).toBe(
    '8 facts, 29 values',
  );
});
