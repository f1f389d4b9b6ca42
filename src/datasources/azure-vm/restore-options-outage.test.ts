import { beforeAll, describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { known } from '#src/wizard/reads/read.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import { readsThrough } from '#src/datasources/azure-vm/request/testing.ts';
import { restoreOptionsFor } from '#src/datasources/azure-vm/options.ts';

/** A machine of each kind of vault: what an outage leaves of it. */

const MACHINES = ['app01', 'fin-ledger-01', 'shop-db-01', 'hr-db-01'];
const readsOf = new Map<string, Reads>();

beforeAll(async () => {
  const { azure } = testAzure('default');
  const { arm } = testArm((request) => azure.fetch(request));
  for (const name of MACHINES) {
    const id = defaultWorld.instances.find((one) => one.id.endsWith(`;${name}`))?.id ?? null;
    const given = { instance: id, regionView: 'secondary' } as const;
    readsOf.set(name, await readsThrough(arm, newDraft('draft', 0, given).choices));
  }
});

function reads(name: string): Reads {
  const found = readsOf.get(name);
  if (found === undefined) throw new Error(`the world has no ${name}`);
  return found;
}

describe('while a region is down', () => {
  const left = (name: string) => restoreOptionsFor('region-down', reads(name), null);

  test('with Cross Region Restore the newest point that is there is restored in the secondary region', () => {
    const { first } = left('app01');
    expect(first?.choices).toEqual({
      group: 'createNew',
      option: 'createVm',
      regionView: 'secondary',
      outage: 'region',
    });
    expect(first?.point?.time).toBe(Date.parse('2025-06-03T22:05:38.318Z'));
    expect(first?.passedOver?.reasons[0]?.rule).toContain('isn’t in the secondary region');
  });

  test('with GRS alone it goes to the pair as a disaster, which Microsoft has to declare', () => {
    const { first } = left('fin-ledger-01');
    expect(first?.choices).toEqual({ group: 'createNew', option: 'createVm', outage: 'region' });
    expect(first?.warnings.join(' ')).toContain('until Microsoft declares the primary region down');
  });

  test.each([
    ['app01', /\(GRS\) has a copy in North Europe, and Cross Region Restore is on/],
    ['fin-ledger-01', /\(GRS\) has a copy in Central US, .* Restore is off/],
    ['shop-db-01', /\(ZRS\) has copies in the zones of West Europe only/],
    ['hr-db-01', /\(LRS\) has its only copy in West Europe/],
  ])('%s: what its vault has left', (name, sentence) => {
    expect(left(name).outage).toMatch(sentence);
  });

  test('what can be read by RA-GRS as well has a copy in the pair like any other', () => {
    const read = reads('fin-ledger-01');
    const vault = known(read.vault);
    if (vault === undefined) throw new Error('the vault was not read');
    const geo = {
      ...read,
      vault: { state: 'known', value: { ...vault, redundancy: 'RA-GRS' } },
    } as const;
    const { first, outage } = restoreOptionsFor('region-down', geo, null);
    expect(first?.kind).toBe('regionVm');
    expect(outage).toContain('(RA-GRS) has a copy in Central US');
  });
});

test('an older point is offered in another zone only where the vault has one', () => {
  const of = (name: string) => {
    const { first, others } = restoreOptionsFor('zone-down', reads(name), null);
    return [first, ...others].find((restoreOption) => restoreOption?.kind === 'zoneVm');
  };
  expect(of('shop-db-01')).toMatchObject({
    state: 'open',
    passedOver: { point: { tier: 'SnapshotAndVault' } },
  });
  expect(of('app01')).toMatchObject({ state: 'blocked', passedOver: null });
});
