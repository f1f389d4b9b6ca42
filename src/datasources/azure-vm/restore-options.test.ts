import { beforeAll, describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { newDraft, withChoices } from '#src/datasources/azure-vm/choices.ts';
import { copiesLeft } from '#src/datasources/azure-vm/target.ts';
import { vmViewOf } from '#src/datasources/azure-vm/model.ts';
import { type RestoreOptions, restoreOptionsFor } from '#src/datasources/azure-vm/options.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { readsThrough } from '#src/datasources/azure-vm/request/testing.ts';
import { sayRule } from '#src/datasources/azure-vm/testing.ts';
import type { VmRestoreOption } from '#src/datasources/azure-vm/what-happened/scenarios.ts';
import { instant } from '#src/lib/time.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { type ScenarioId, scenarioIds } from '#src/model/restore-option.ts';
import { reachOf } from '#src/rules/reach.ts';
import { isRefusing } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';

/** Every scenario for every machine of the default world, as the wizard reads it. */

const machines = defaultWorld.instances.map(({ id }) => ({ id, name: nameIn(id) }));
const readsOf = new Map<string, Reads>();

beforeAll(async () => {
  const { azure } = testAzure('default');
  const { arm } = testArm((request) => azure.fetch(request));
  for (const { id, name } of machines) {
    // With the points of the secondary region, where the vault has any.
    const given = { instance: id, regionView: 'secondary' } as const;
    readsOf.set(name, await readsThrough(arm, newDraft('draft', 0, given).choices));
  }
}, 120_000);

/** Two machines of the world have one name: their vaults tell them apart. */
function nameIn(id: string): string {
  const vault = /\/vaults\/([^/]+)/i.exec(id)?.[1] ?? '';
  return `${nameOf(id).split(';').at(-1) ?? ''} in ${vault}`;
}

function reads(name: string): Reads {
  const found = readsOf.get(name);
  if (found === undefined) throw new Error(`the world has no ${name}`);
  return found;
}

const restoreOptions = (
  scenario: ScenarioId,
  name: string,
  before: string | null = null,
): RestoreOptions =>
  restoreOptionsFor(scenario, reads(name), before === null ? null : instant(Date.parse(before)));
const every = ({ first, others }: RestoreOptions): VmRestoreOption[] =>
  (first === null ? [] : [first]).concat(others);

describe.each(machines)('in every scenario $name', ({ name }) => {
  test.each(scenarioIds)('%s: the first option can be taken, and none that touches less', (id) => {
    const all = restoreOptions(id, name);
    expect(all.first?.state ?? 'open').toBe('open');
    const open = all.others.filter(({ state }) => state === 'open');
    // With no first option, or a destructive one, no other may be open.
    const isLast = all.first === null || all.first.kind === 'replace';
    expect(isLast ? open : []).toEqual([]);
    expect(open.slice(0, -1).map(({ kind }) => kind)).not.toContain('replace');
  });

  test('an option that cannot be taken says which rule, fact and document stand in the way', () => {
    for (const { state, reasons } of scenarioIds.flatMap((id) => every(restoreOptions(id, name)))) {
      expect(reasons.length > 0).toBe(state === 'blocked');
      for (const { rule, facts, sources } of reasons) {
        expect(rule).toMatch(/^[A-Z].+\.$/);
        expect(facts.length).toBeGreaterThan(0);
        expect(sources.length).toBeGreaterThan(0);
      }
    }
  });

  test('no rule in the wizard refuses what the option selects, except those shown beside it', () => {
    const instance = known(reads(name).instance)?.id ?? null;
    const all = scenarioIds.flatMap((id) => every(restoreOptions(id, name)));
    for (const { choices, point, warnings } of all.filter(({ state }) => state === 'open')) {
      const { regionView = 'primary' } = choices;
      const draft = newDraft('draft', 0, { instance, regionView, point: point?.name ?? null });
      const { settled, shown } = vmViewOf(withChoices(draft, choices, 0), reads(name));
      const refused = settled.verdicts.filter(isRefusing).map(({ rule }) => rule);
      const blocks = refused.filter(({ kind }) => kind === 'block').map(({ id }) => sayRule(id));
      expect(blocks.filter((one) => !warnings.includes(one))).toEqual([]);
      expect(shown).toMatchObject(choices);
    }
  });

  test('each option starts from the newest point strictly before the time that it can use', () => {
    const points = known(reads(name).points) ?? [];
    const times = points.flatMap(({ time }) => (time === null ? [] : [time]));
    for (const before of [times[0], times[3], times.at(-2), times.at(-1)]) {
      if (before === undefined) continue;
      const all = scenarioIds.map((id) => restoreOptionsFor(id, reads(name), before));
      const newest = times.find((time) => time < before) ?? null;
      expect(all.map((one) => one.newest?.time ?? null)).toEqual(scenarioIds.map(() => newest));
      for (const { point, passedOver, state } of all.flatMap(every)) {
        expect(point?.time).toBeLessThan(before);
        const start = state === 'blocked' ? newest : (passedOver?.point ?? point)?.time;
        expect(start).toBe(newest);
      }
    }
  });
});

describe('the first option', () => {
  test.each([
    ['bad-change', 'app01 in rsv-prod-weu', 'newVm'],
    ['file-gone', 'app01 in rsv-prod-weu', 'files'],
    ['file-gone', 'classic-crm in rsv-apps-eus2', 'disks'],
    ['file-gone', 'hr-db-01 in rsv-hr-weu', 'disks'],
    ['disk-lost', 'app01 in rsv-prod-weu', 'disks'],
    ['ransomware', 'app01 in rsv-prod-weu', 'isolatedVm'],
    ['rehearsal', 'app01 in rsv-prod-weu', 'isolatedVm'],
    ['copy', 'pay-api-02 in rsv-prod-weu', 'newVm'],
    ['machine-deleted', 'old-crm-01 in rsv-prod-weu', 'newVm'],
    // Azure Disk Encryption: a machine is rebuilt from its disks (document 001).
    ['bad-change', 'hr-db-01 in rsv-hr-weu', 'disks'],
    ['ransomware', 'hr-db-01 in rsv-hr-weu', 'disks'],
    ['encrypted', 'hr-db-01 in rsv-hr-weu', 'disks'],
    ['encrypted', 'fin-ledger-01 in rsv-apps-eus2', 'newVm'],
    ['no-start', 'legacy-img-03 in rsv-apps-eus2', 'newVm'],
    ['no-start', 'classic-crm in rsv-apps-eus2', 'newVm'],
    ['no-start', 'gold-image-01 in rsv-apps-eus2', 'newVm'],
    // In a zone, in a vault that zones replicate.
    ['zone-down', 'media-arch-01 in rsv-hq-neu', 'zoneVm'],
    // In no zone: where it comes to lie is Azure's choice.
    ['zone-down', 'web-fe-07 in rsv-prod-weu', 'newVm'],
    // In a zone, in a vault without copies in another: the paired region has one.
    ['zone-down', 'app01 in rsv-prod-weu', 'regionVm'],
    ['region-down', 'app01 in rsv-prod-weu', 'regionVm'],
    // Azure Disk Encryption.
    ['region-down', 'keys-lnx-01 in rsv-prod-weu', 'regionDisks'],
    // GRS, and no Cross Region Restore.
    ['region-down', 'fin-ledger-01 in rsv-apps-eus2', 'regionVm'],
    // LRS, and ZRS.
    ['region-down', 'hr-db-01 in rsv-hr-weu', null],
    ['region-down', 'shop-db-01 in rsv-shop-weu', null],
    ['bare-metal', 'app01 in rsv-prod-weu', 'newVm'],
    // Nothing was backed up yet.
    ['copy', 'build-agent-04 in rsv-apps-eus2', null],
  ] as const)('%s, %s: %s', (scenario, name, kind) => {
    expect(restoreOptions(scenario, name).first?.kind ?? null).toBe(kind);
  });
});

describe('what stands in the way', () => {
  const restoreOption = (scenario: ScenarioId, name: string, kind: VmRestoreOption['kind']) =>
    every(restoreOptions(scenario, name)).find((one) => one.kind === kind);

  test('of replacing an encrypted machine: the rule, its key, and the documents with their dates', () => {
    const replace = restoreOption('bad-change', 'hr-db-01 in rsv-hr-weu', 'replace');
    expect(replace).toMatchObject({ state: 'blocked', notChecked: [] });
    expect(replace?.reasons[0]?.rule).toContain('Replace existing doesn’t support encrypted VMs.');
    expect(replace?.reasons).toMatchObject([
      {
        facts: [{ text: 'Disk encryption is Azure Disk Encryption' }],
        sources: [
          'Restore Azure VMs, Restore options, Replace existing, 30 Nov 2024',
          'About Azure VM restore, Restore entire encrypted VM at alternate location, 18 Feb 2020',
        ],
      },
    ]);
  });

  test('of replacing a machine that is gone', () => {
    const replace = restoreOption('machine-deleted', 'old-crm-01 in rsv-prod-weu', 'replace');
    expect(replace?.reasons[0]?.facts.map(({ text }) => text)).toEqual([
      'The source VM no longer exists',
    ]);
  });

  test('of another zone: the redundancy of the vault, for every point', () => {
    const zone = restoreOption('zone-down', 'app01 in rsv-prod-weu', 'zoneVm');
    expect(zone?.state).toBe('blocked');
    expect(zone?.reasons.flatMap(({ facts }) => facts)).toEqual([
      { text: 'The vault’s redundancy is GRS', from: 'Read from the vault.', way: null },
    ]);
    const own = restoreOption('zone-down', 'app01 in rsv-prod-weu', 'newVm');
    expect(own?.reasons[0]?.facts.map(({ text }) => text)).toContain('The VM is in zone 1');
    expect(own?.reasons[0]?.facts.map(({ text }) => text)).toContain('The VM’s zone is down');
    // Where another zone is possible, the machine's own, which would be filled in, is not.
    expect(restoreOption('zone-down', 'media-arch-01 in rsv-hq-neu', 'newVm')?.state).toBe(
      'blocked',
    );
    expect(restoreOption('zone-down', 'media-arch-01 in rsv-hq-neu', 'disks')?.state).toBe(
      'blocked',
    );
  });

  test.each([
    ['region-down', 'hr-db-01 in rsv-hr-weu', 'uses locally redundant storage (LRS)'],
    ['region-down', 'shop-db-01 in rsv-shop-weu', 'uses zone-redundant storage (ZRS)'],
    // A vault gets no advice to turn on what it can't have.
    ['zone-down', 'hr-db-01 in rsv-hr-weu', 'requires a geo-redundant vault'],
    ['zone-down', 'fin-ledger-01 in rsv-apps-eus2', 'Cross Region Restore is off for this vault.'],
  ] as const)('%s, %s, of the paired region: the vault', (scenario, name, rule) => {
    const there = restoreOption(scenario, name, 'regionDisks');
    expect(there).toMatchObject({ state: 'blocked', reasons: [{}] });
    expect(there?.reasons[0]?.rule).toContain(rule);
  });

  test('of a restore into a region that is down: the region, in whichever vault', () => {
    for (const name of ['app01 in rsv-prod-weu', 'hr-db-01 in rsv-hr-weu']) {
      expect(restoreOption('region-down', name, 'disks')?.state).toBe('waits');
    }
  });

  test('of single files: the kind of machine, or its encryption, and no rule of a restore', () => {
    const encrypted = restoreOption('file-gone', 'hr-db-01 in rsv-hr-weu', 'files');
    expect(encrypted?.reasons.map(({ id }) => id)).toEqual(['files.encrypted']);
    expect(restoreOption('file-gone', 'old-crm-01 in rsv-prod-weu', 'files')?.warnings).toEqual([]);
    expect(restoreOption('file-gone', 'app01 in rsv-prod-weu', 'files')?.state).toBe('open');
    expect(restoreOption('file-gone', 'classic-crm in rsv-apps-eus2', 'files')?.state).toBe(
      'blocked',
    );
    expect(restoreOption('file-gone', 'classic-crm in rsv-apps-eus2', 'disks')?.state).toBe('open');
  });
});

test('an encrypted machine is to be rebuilt from its disks afterwards, as document 001 has it', () => {
  const { first } = restoreOptions('encrypted', 'hr-db-01 in rsv-hr-weu');
  expect(first?.kind).toBe('disks');
  expect(first?.afterwards.join(' ')).toMatch(/template|PowerShell/);
});

test('a running VM can still be restored: the option shows that it must be shut down first', () => {
  const replace = every(restoreOptions('bad-change', 'app01 in rsv-prod-weu')).find(
    ({ kind }) => kind === 'replace',
  );
  expect(replace).toMatchObject({ state: 'open', reasons: [] });
  expect(replace?.warnings.join(' ')).toContain('only while it is shut down');
});

test('a point that an option cannot use is passed over for an older one, with the reason', () => {
  const { others } = restoreOptions('bad-change', 'files-hq in rsv-hq-neu');
  const replace = others.find(({ kind }) => kind === 'replace');
  expect(replace).toMatchObject({ state: 'open', point: { tier: 'SnapshotAndVault' } });
  expect(replace?.passedOver).toMatchObject({ point: { tier: 'Snapshot' } });
  expect(replace?.passedOver?.reasons).toHaveLength(1);
  const zone = restoreOptions('zone-down', 'media-arch-01 in rsv-hq-neu').first;
  expect(zone).toMatchObject({ choices: { zone: '1' }, point: { tier: 'Vault' } });
});

test('a bad update at 22:05 leads to the point of 22:03, one at 22:03 to the day before', () => {
  const at = (before: string) =>
    restoreOptions('bad-change', 'app01 in rsv-prod-weu', before).newest?.time;
  expect(at('2025-06-04T22:05:00Z')).toBe(Date.parse('2025-06-04T22:03:18.078Z'));
  expect(at('2025-06-04T22:03:00Z')).toBeLessThan(Date.parse('2025-06-04T00:00:00Z'));
});

test('before the oldest restore point there is no option, and the oldest is named', () => {
  const none = restoreOptions('bad-change', 'app01 in rsv-prod-weu', '2020-01-01T00:00:00Z');
  expect(none).toMatchObject({ first: null, others: [], newest: null });
  expect(none.oldest?.tier).toBe('Archive');
});

test('where only an archived point is left every option is blocked by that', () => {
  const { first, others } = restoreOptions(
    'bad-change',
    'app01 in rsv-prod-weu',
    '2025-04-01T00:00:00Z',
  );
  expect(first).toBeNull();
  expect(others.map(({ state }) => state)).toEqual(['blocked', 'blocked', 'blocked']);
});

test('what  is not checked, and never fine', () => {
  const dark: Reads = {
    ...reads('app01 in rsv-prod-weu'),
    machine: { state: 'forbidden' },
    disks: [],
  };
  const { first, others } = restoreOptionsFor('bad-change', dark, null);
  const why =
    'You don’t have permission to view the source VM. Ask an owner for a role with the required action, then check again.';
  expect(first?.notChecked).toContain(`Not known: the disk encryption. ${why}`);
  expect(others.find(({ kind }) => kind === 'replace')?.notChecked).toContain(
    `Not known: whether the source VM exists. ${why}`,
  );
});

describe('while a region is down', () => {
  const left = (name: string) => restoreOptionsFor('region-down', reads(name), null);

  test('with Cross Region Restore the newest point that is there is restored in the secondary region', () => {
    const { first } = left('app01 in rsv-prod-weu');
    expect(first?.choices).toEqual({
      group: 'createNew',
      option: 'createVm',
      regionView: 'secondary',
      outage: 'region',
    });
    expect(first?.point?.time).toBe(Date.parse('2025-06-03T22:05:38.318Z'));
    // Its snapshot isn’t replicated.
    expect(first?.point?.tier).toBe('Vault');
    expect(first?.passedOver?.reasons[0]?.rule).toContain('isn’t in the secondary region');
  });

  test('with GRS alone it goes to the pair as a disaster, which Microsoft has to declare', () => {
    const { first } = left('fin-ledger-01 in rsv-apps-eus2');
    expect(first?.choices).toEqual({ group: 'createNew', option: 'createVm', outage: 'region' });
    expect(first?.warnings.join(' ')).toContain('until Microsoft declares the primary region down');
  });

  test.each([
    ['app01 in rsv-prod-weu', /\(GRS\) has a copy in North Europe\. Cross Region Restore is on/],
    ['fin-ledger-01 in rsv-apps-eus2', /\(GRS\) has a copy in Central US\. .* Restore is off/],
    ['shop-db-01 in rsv-shop-weu', /\(ZRS\) has copies in the zones of West Europe only/],
    ['hr-db-01 in rsv-hr-weu', /\(LRS\) has its only copy in West Europe/],
  ])('%s: what its vault has left', (name, sentence) => {
    expect(left(name).outage).toMatch(sentence);
  });

  test('what can be read by RA-GRS as well has a copy in the pair like any other', () => {
    const read = reads('fin-ledger-01 in rsv-apps-eus2');
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

/** The kind of a vault as Overview counts it. */
const KIND = {
  secondary: 'secondary',
  pair: 'declared',
  zones: 'zones',
  one: 'one',
  unknown: 'unknown',
} as const;

test.each([
  ['zone-down', 'zoneVm', 'zone'],
  ['zone-down', 'regionVm', 'pair'],
  ['region-down', 'regionVm', 'pair'],
] as const)(
  '%s, %s: what the rules say of a vault is true of each of its VMs',
  (id, kind, place) => {
    const judged = machines.flatMap(({ name }) => {
      const found = every(restoreOptions(id, name)).find((one) => one.kind === kind);
      const reach = reachOf(KIND[copiesLeft(reads(name))], place, id === 'zone-down');
      return found === undefined ? [] : [{ name, state: found.state, reach }];
    });
    const refused = judged.filter(({ reach }) => reach === 'refused');
    expect(refused.filter(({ state }) => state !== 'blocked')).toEqual([]);
    expect(refused.length).toBeGreaterThan(3);
    // What depends on the VM is possible for one of them, so that no vault is refused for all.
    const depends = judged.filter(({ reach }) => reach === 'depends' || reach === 'declared');
    expect(depends.some(({ state }) => state === 'open')).toBe(true);
  },
);

test('an older point is offered in another zone only where the vault has one', () => {
  const of = (name: string) => {
    const { first, others } = restoreOptionsFor('zone-down', reads(name), null);
    return [first, ...others].find((restoreOption) => restoreOption?.kind === 'zoneVm');
  };
  expect(of('shop-db-01 in rsv-shop-weu')).toMatchObject({
    state: 'open',
    passedOver: { point: { tier: 'SnapshotAndVault' } },
  });
  expect(of('app01 in rsv-prod-weu')).toMatchObject({ state: 'blocked', passedOver: null });
});
