import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { at, elementsOf, objectOf } from './json.ts';
import type { Outcome } from './outcome.ts';
import { judge, operationsIn, ownSamples } from './testing.ts';
import { officialSamples } from './testing-official.ts';
import { renamed } from './testing-renamed.ts';

/** Samples unlike any seen here: other names, other versions, other keys. */
const all = [...Object.entries(ownSamples), ...officialSamples()];

/** What must stay the same of an outcome. */
const kindAndName = (outcome: Outcome) =>
  outcome.kind === 'absent' ? outcome.kind : [outcome.kind, operationsIn(outcome)];

/** Outcomes of the samples as they are, each judged once. */
const originals = new Map(all.map(([name, sample]) => [name, judge(sample)]));

function originalOf(name: string): Outcome {
  const outcome = originals.get(name);
  if (outcome === undefined) throw new Error(`There is no sample ${name}.`);
  return outcome;
}

/** Versions that choose the other plane. */
const SECONDARY = ['2018-12-20', '2021-11-15', '2023-01-15'];

const someSample = fc.constantFrom(...all);

/** Recovery Services takes whatever version comes (azure-contract §0), others those that they know. */
const someBackupSample = fc.constantFrom(
  ...all.filter(
    ([name]) =>
      !/^(?:(?:supporting|resourcegraph|dataprotection)\/|VirtualNetworks_|Subscriptions_|SqlVirtualMachines_)/.test(
        name,
      ),
  ),
);

test('a renamed sample keeps no name, and all that is no name', () => {
  const text = JSON.stringify(renamed(ownSamples['Restores_Trigger'], 7));
  expect(text).not.toMatch(
    /quince|plum|vm-new|rg-new|5b1c8b3e-1111-4222-8333-abcdefabcdef|318273645546372/,
  );
  expect(text).toMatch(/"VM;iaasvmcontainerv2;n\w+;n\w+"/);
  expect(text).toContain('Microsoft.Network/virtualNetworks/');
  expect(text).toContain('"region":"brazilsouth"');
});

describe('a sample comes out alike', () => {
  test('whatever its things are called', () => {
    fc.assert(
      fc.property(someSample, fc.nat(999_999), ([name, sample], salt) => {
        const other = renamed(sample, salt);
        expect(kindAndName(judge(other))).toEqual(kindAndName(originalOf(name)));
      }),
      { numRuns: 300 },
    );
  });

  test('in another version of its plane', () => {
    const versions = ['2016-12-01', '2020-12-31', '2025-02-01', '2026-07-01', '2027-01-01-preview'];
    fc.assert(
      fc.property(someBackupSample, fc.constantFrom(...versions), ([name, sample], version) => {
        const { parameters, responses } = objectOf(sample) ?? {};
        const old = String(at(parameters, 'api-version'));
        fc.pre(!SECONDARY.includes(old));
        const other = {
          parameters: { ...objectOf(parameters), 'api-version': version },
          responses,
        };
        expect(kindAndName(judge(other))).toEqual(kindAndName(originalOf(name)));
      }),
    );
  });

  test('with unknown keys', () => {
    fc.assert(
      fc.property(someSample, ([name, sample]) => {
        const other = withStrangeKeys(sample);
        expect(kindAndName(judge(other))).toEqual(kindAndName(originalOf(name)));
      }),
    );
  });

  test('without a key that our schema does not need', () => {
    fc.assert(
      fc.property(someSample, fc.nat(9999), ([name, sample], which) => {
        const original = originalOf(name);
        const [id = ''] = operationsIn(original);
        const less = withoutKey(sample, which);
        const outcome = judge(less, id);
        // A key that is needed may go missing too: then that is what is complained of.
        const isNeeded =
          (outcome.kind === 'fails' && outcome.schemas.length > 0) || lacksItsMachine(name, less);
        fc.pre(original.kind === 'conforms' && !isNeeded);
        expect(outcome).toMatchObject({ kind: 'conforms' });
        expect(judge(less).kind).not.toBe('fails');
      }),
      { numRuns: 500 },
    );
  });
});

/** The same, with a key of our own in every object of the answers' bodies that is no map. */
function withStrangeKeys(sample: unknown): unknown {
  const grown = (value: unknown): unknown => {
    if (Array.isArray(value)) return elementsOf(value).map(grown);
    const object = objectOf(value);
    if (object === null) return value;
    const inner = Object.entries(object).map(([key, one]) => [key, grown(one)]);
    const same: unknown = Object.fromEntries(inner);
    // What holds nothing but lists is a map by name, in which every value is a list.
    // So is what holds things by their ids.
    const isMap =
      Object.values(object).every((one) => Array.isArray(one)) ||
      Object.keys(object).every((key) => key.startsWith('/'));
    return isMap ? same : { ...objectOf(same), strangeKey: 'strange' };
  };
  return mapBodies(sample, grown);
}

/** A SQL VM is in the simulated world only with its VM, and one key alone names that. */
const lacksItsMachine = (name: string, sample: unknown): boolean =>
  name.startsWith('SqlVirtualMachines_') &&
  !JSON.stringify(sample).includes('"virtualMachineResourceId"');

/** The same without one of the keys of the answers' bodies. */
function withoutKey(sample: unknown, which: number): unknown {
  let left = which % Math.max(1, countKeys(sample));
  const shrunk = (value: unknown): unknown => {
    if (Array.isArray(value)) return elementsOf(value).map(shrunk);
    const object = objectOf(value);
    if (object === null) return value;
    const entries = Object.entries(object).flatMap(([key, one]) => {
      left -= 1;
      return left === -1 ? [] : [[key, shrunk(one)]];
    });
    return Object.fromEntries(entries);
  };
  return mapBodies(sample, shrunk);
}

function countKeys(sample: unknown): number {
  let keys = 0;
  mapBodies(sample, function count(value): unknown {
    if (Array.isArray(value)) return elementsOf(value).map(count);
    const object = objectOf(value);
    if (object === null) return value;
    keys += Object.keys(object).length;
    return Object.values(object).map(count);
  });
  return keys;
}

function mapBodies(sample: unknown, change: (body: unknown) => unknown): unknown {
  const { parameters, responses } = objectOf(sample) ?? {};
  const changed = Object.entries(objectOf(responses) ?? {}).map(([status, answer]) => {
    const { body, ...rest } = objectOf(answer) ?? {};
    return [status, body === undefined ? rest : { ...rest, body: change(body) }];
  });
  const answers: unknown = Object.fromEntries(changed);
  return { parameters, responses: answers };
}
