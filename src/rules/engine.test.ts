import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { baseline } from './baseline.ts';
import { type Given, type Input, laidOver } from './cases/case.ts';
import { spoken } from './cases/spoken.ts';
import { catalogue, type CatalogueRule, catalogueSet, evaluate } from './catalogue.ts';
import { zoneFieldVisible } from './derived.ts';
import { inScope, ruleNamed, ruleSet, type RuleVerdict, verdictsAmong } from './engine.ts';
import { cases } from './examples.ts';
import { type Choices, isChoiceField, valueOf } from './fields.ts';
import { factsRead, guarded } from './known.ts';
import { fieldsOf, ours, rules } from './rule.ts';
import { fieldsHidden, settle } from './settle.ts';

const yesNo = fc.boolean();
const of = fc.constantFrom;
const loose = { requiredKeys: [] };

const given: fc.Arbitrary<Given> = fc.record({
  vm: fc.record(
    {
      exists: yesNo,
      deployment: of('arm', 'classic'),
      isManaged: yesNo,
      encryption: of('none', 'ADE', 'SSE-PMK', 'SSE-CMK', 'SSE-PMK+CMK'),
      isPremium: yesNo,
      zone: of(null, '1', '2'),
      isGeneralized: yesNo,
      hasPrivateEndpointDisks: yesNo,
      diskSizesGiB: of(null, [], [64, 8192], [4096]),
      osType: of('Windows', 'Linux'),
      dc: of('none', 'multiple-dc-single-domain'),
      otherDcReachable: yesNo,
      isolatedNetwork: yesNo,
      vnetInPrimary: yesNo,
    },
    loose,
  ),
  point: fc.record(
    {
      tier: of('Snapshot', 'SnapshotAndVault', 'Vault', 'Archive'),
      transferToVaultDone: yesNo,
      inSecondary: yesNo,
      ageHours: of(1, 48),
    },
    loose,
  ),
  vault: fc.record(
    {
      type: of('RecoveryServices', 'Backup'),
      redundancy: of('LRS', 'GRS', 'RA-GRS', 'ZRS'),
      crrEnabled: yesNo,
      csrState: of('enabled', 'disabled', 'permanentlyDisabled', null),
      movedSubscription: yesNo,
      originalSubscription: of(null, 'sub-B'),
    },
    loose,
  ),
  platform: fc.record({ skuAvailable: yesNo, primaryDown: yesNo, pinnedZoneDown: yesNo }, loose),
  target: fc.record({ regionHasZones: yesNo, vnetInSecondary: yesNo }, loose),
  operator: fc.record({ isBackupAdmin: yesNo, isAppAdmin: yesNo }, loose),
  identity: fc.record({ hasRestoreOperator: yesNo, hasAllActions: yesNo }, loose),
  disk: fc.record(
    { encryption: of('SSE-PMK', 'SSE-CMK', 'SSE-PMK+CMK'), role: of('os', 'data') },
    loose,
  ),
  bv: fc.record({ readerOnDes: yesNo, snapshotsInPlace: yesNo, roleAgeMinutes: of(0, 60) }, loose),
  policy: fc.record({ archive: yesNo, czrNonPinned: yesNo, networkStepAlways: yesNo }, loose),
});

// Whole things: what is not known is for the properties below to take away.
const { staging: account, vnet: network } = baseline.choices;

const when: fc.Arbitrary<Partial<Choices>> = fc.record(
  {
    datasource: of(null, 'azure-vm', 'azure-disk'),
    client: of('portal', 'rest', 'cli'),
    action: of(null, 'submit', 'deployTemplate', 'setCsr'),
    group: of(null, 'createNew', 'replaceExisting'),
    option: of(null, 'createVm', 'restoreDisks', 'replaceDisks'),
    secondary: yesNo,
    subscription: of(null, '', 'sub-a', 'sub-B'),
    zone: of(null, '2'),
    viewRegion: of('primary', 'secondary'),
    rg: of(null, 'TESTRG'),
    vmName: of(null, 'TESTvm', 'windows '),
    rgIsNew: yesNo,
    subnet: of(null, 'default'),
    staging: of(null, { ...account, redundancy: 'ZRS' }, { ...account, region: 'westus' }),
    vnet: of(null, { ...network, region: 'westus' }),
    identity: of('none', 'system', 'user'),
    restoreAsManaged: of(null, true),
    diskAccess: of(null, 'public', 'private'),
  },
  loose,
);

/** A worked case with random facts and choices laid over it. */
const inputs: fc.Arbitrary<Input> = fc
  .tuple(fc.constantFrom(...cases), given, when)
  .map(([example, facts, choices]) =>
    laidOver(laidOver(baseline, example), { given: facts, when: choices }),
  );

function isThing(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same thing, of which only those properties can be read that `visible` allows. */
function seenBy<T extends object>(path: string, thing: T, visible: (name: string) => boolean): T {
  return new Proxy(thing, {
    get: (target, key) => {
      const name = `${path}${String(key)}`;
      const value: unknown = Reflect.get(target, key);
      if (isThing(value)) return seenBy(`${name}.`, value, visible);
      return visible(name) ? value : undefined;
    },
  });
}

const without = ({ facts, choices }: Input, gone: ReadonlySet<string>): Input => ({
  facts: seenBy('', facts, (name) => !gone.has(name)),
  choices: seenBy('c.', choices, (name) => !gone.has(name)),
});

// The other choices are the operator's own: they are always known.
const canBeUnknown = /^(?!c\.)|^c\.(staging|vnet)\.|^c\.subscriptionTenant$/;

function namesRead(rule: CatalogueRule, { facts, choices }: Input): string[] {
  const read = new Set<string>();
  const note = (name: string) => read.add(name).size > 0;
  verdictsAmong([rule], seenBy('', facts, note), seenBy('c.', choices, note));
  return [...read].filter((name) => canBeUnknown.test(name));
}

/** The engine itself reads the tenant when it takes the choices in; products' switches are no facts. */
const notCompared = /^policy\.|^c\.subscriptionTenant$/;

/** Rules whose explanation names other facts than were read. */
function misnamed(input: Input): string[] {
  return catalogue.flatMap((rule) => {
    if (!inScope(rule, input.choices)) return [];
    const named = factsRead(rule, input.facts, input.choices).map(({ name }) => name);
    const [a, b] = [named, namesRead(rule, input)].map((names) =>
      names.filter((name) => !notCompared.test(name)).join(' '),
    );
    return a === b ? [] : [`${rule.id}: ${String(a)} and not ${String(b)}`];
  });
}

const plain = (verdict: RuleVerdict) => [verdict.rule.id, verdict.state];

/** What went wrong when a fact was taken away; empty when all is well. */
function faultsWithout(input: Input): string[] {
  // Many rules read the same fact: what is known without it is made once.
  const lacking = new Map<string, Input>();
  const withoutFact = (fact: string): Input => {
    const known = lacking.get(fact) ?? without(input, new Set([fact]));
    lacking.set(fact, known);
    return known;
  };
  return catalogue.flatMap((rule) => {
    const before = verdictsAmong([rule], input.facts, input.choices).map(plain);
    return namesRead(rule, input).flatMap((fact) => {
      const { facts, choices } = withoutFact(fact);
      const [verdict] = verdictsAmong([rule], facts, choices);
      const same = JSON.stringify(before) === JSON.stringify(verdict ? [plain(verdict)] : []);
      if (!same && verdict?.state === 'not checked' && verdict.fact === fact) return [];
      return same ? [] : [`${rule.id} changed without ${fact}`];
    });
  });
}

/** Rules that changed their mind, where less is known, other than to "not checked". */
function silenced(full: Input, poor: Input): string[] {
  const stateOf = (verdicts: RuleVerdict[]) => new Map(verdicts.map((v) => [v.rule.id, v.state]));
  const before = stateOf(evaluate(full.facts, full.choices));
  const after = stateOf(evaluate(poor.facts, poor.choices));
  return catalogue
    .map((rule) => rule.id)
    .filter((id) => after.get(id) !== before.get(id) && after.get(id) !== 'not checked');
}

/** Hidden fields that are required, or still hold what they held though no block refuses that. */
function hiddenButAlive(input: Input): string[] {
  const { choices, verdicts } = settle(input.facts, input.choices, catalogueSet);
  const hidden = fieldsHidden(input.facts, choices, catalogueSet);
  const refused = verdicts.flatMap((v) =>
    v.state === 'speaks' && v.rule.kind === 'block' ? fieldsOf(v.rule) : [],
  );
  const required = verdicts.filter((v) => v.rule.kind === 'require-field').map((v) => v.rule);
  return [
    ...required.filter((rule) => fieldsOf(rule).some((f) => hidden.has(f))).map((rule) => rule.id),
    ...[...hidden]
      .filter(([field, { to }]) => isChoiceField(field) && valueOf(choices, field) !== to)
      .filter(([field, { isHeld }]) => !isHeld || !refused.includes(field))
      .map(([field]) => field),
  ];
}

describe('a fact that is not known', () => {
  it('in any worked case leaves each rule unchanged or not checked', () => {
    const spokenCases = Object.values(spoken).map(([facts, choices]) =>
      laidOver(baseline, { given: facts, when: choices }),
    );
    const all = [...cases.map((example) => laidOver(baseline, example)), ...spokenCases];
    expect(all.flatMap(faultsWithout)).toEqual([]);
  });

  it('leaves each rule that reads it unchanged or not checked, by its name', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(faultsWithout(input)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('among many unknown ones never makes a rule silent that would speak, nor speak', () => {
    const names = catalogue.flatMap((rule) => namesRead(rule, baseline));
    fc.assert(
      fc.property(inputs, fc.subarray([...new Set(names)]), (input, gone) => {
        expect(silenced(input, without(input, new Set(gone)))).toEqual([]);
      }),
    );
  });

  it('is not a reason to crash when nothing at all is known', () => {
    const verdicts = evaluate({}, baseline.choices);
    expect(verdicts.some((verdict) => verdict.state === 'not checked')).toBe(true);
    expect(() => settle({}, baseline.choices, catalogueSet)).not.toThrow();
  });
});

describe('settling', () => {
  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(inputs, ({ facts, choices }) => {
        const once = settle(facts, choices, catalogueSet);
        const twice = settle(facts, once.choices, catalogueSet);
        expect(twice.changes).toEqual([]);
        expect(twice.choices).toEqual(once.choices);
        expect(twice.verdicts.map(plain)).toEqual(once.verdicts.map(plain));
      }),
    );
  });

  it('leaves no hidden field required, and none with a value', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(hiddenButAlive(input)).toEqual([]);
      }),
    );
  });
});

describe('an explanation', () => {
  it('names the facts that were read, in their order', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(misnamed(input)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the zone field', () => {
  it('is shown exactly when no rule hides it', () => {
    fc.assert(
      fc.property(inputs, ({ facts, choices: whatever }) => {
        const choices: Choices = { ...whatever, product: 'azure-backup', datasource: 'azure-vm' };
        const view = guarded(facts, choices);
        const hidden = fieldsHidden(facts, choices, catalogueSet).has('zone');
        expect(zoneFieldVisible(view.facts, view.c)).toBe(!hidden);
      }),
      { numRuns: 1000 },
    );
  });
});

const own = rules('restore-point', [
  {
    id: 'own.note',
    kind: 'info',
    field: null,
    when: () => true,
    say: 'A note.',
    source: [ours('a test')],
  },
]);

test('the rules of a set judge, and no others', () => {
  const replacing = { ...baseline.choices, group: 'replaceExisting', option: null } as const;
  expect(settle(baseline.facts, replacing, catalogueSet).changes).not.toEqual([]);
  const heard = settle(baseline.facts, replacing, ruleSet(own));
  expect(heard.verdicts.map(({ rule }) => rule.id)).toEqual(['own.note']);
  expect([heard.changes, heard.hidden.size]).toEqual([[], 0]);
});

test('a block is found by each of its fields, in the order of the catalogue', () => {
  const blocks = catalogue.filter(({ kind }) => kind === 'block');
  expect(catalogueSet.blocks.get('zone')).toEqual(
    blocks.filter(({ field }) => [field].flat().includes('zone')),
  );
});

test('a rule is found by its id, and one of another set is a mistake', () => {
  expect(ruleNamed(ruleSet(own), 'own.note')).toBe(own[0]);
  expect(() => ruleNamed<string>(ruleSet(own), 'zone.sku')).toThrow('There is no rule zone.sku.');
});
