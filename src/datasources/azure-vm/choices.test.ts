import { describe, expect, test } from 'vitest';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import {
  answerText,
  QUESTIONS,
  questionsOf,
  ruleChoices,
  withChoices,
} from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmChosenLines } from '#src/datasources/azure-vm/plan.tsx';
import { openQuestions } from '#src/datasources/azure-vm/steps/review/Findings.tsx';
import {
  type GroupReads,
  ownGroup,
  ownGroupLine,
  ownGroupText,
} from '#src/datasources/azure-vm/target.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  exampleDraft,
  exampleReads,
  exampleView,
  itemId,
  networkId,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { ResourceGroup } from '#src/model/places.ts';
import { submission } from '#src/strings/submission.ts';
import { faultsOf, claimsBy } from '#src/strings/testing-claims.ts';
import type { MadeGroup } from '#src/wizard/draft/schema.ts';
import {
  findingsOf,
  notesOfAnswers,
  unansweredIn,
  warningCount,
} from '#src/wizard/explain/findings.ts';

describe('choices as the rules read them', () => {
  const unread = { state: 'failed' } as const;
  const made = (choices: Partial<VmChoices>, reads = exampleReads()) =>
    ruleChoices(exampleDraft(choices).choices, reads);

  test('an account is what it is, not its id', () => {
    expect(made({}).staging).toEqual({
      region: 'westus',
      kind: 'StorageV2',
      redundancy: 'LRS',
      tier: 'Standard',
      hasNetworkRules: false,
      allowSharedKey: true,
    });
    expect(made({ staging: null }).staging).toBeNull();
  });

  test('an account that is not in the list is none, of an unread one nothing is known', () => {
    const staging = '/elsewhere';
    expect(made({ staging }).staging).toBeNull();
    expect(made({ staging }, { ...exampleReads(), accounts: unread }).staging).toEqual({});
  });

  test('a group that is not in the list is none, but for a new one and an unread list', () => {
    expect(made({ rg: 'TARGETRG' }).rg).toBe('TARGETRG');
    expect(made({ rg: 'deleted' }).rg).toBeNull();
    expect(made({ rg: 'new', rgIsNew: true }).rg).toBe('new');
    expect(made({ rg: 'deleted' }, { ...exampleReads(), groups: { state: 'loading' } }).rg).toBe(
      'deleted',
    );
  });

  test('the tenant of a subscription is known, unknown, or not asked for', () => {
    expect(made({ subscription: SUB }).subscriptionTenant).toMatch(/^72f988bf/);
    expect(made({ subscription: 'nobody' }).subscriptionTenant).toBeUndefined();
    expect(made({ subscription: null }).subscriptionTenant).toBeNull();
  });

  test('a network is what it is, one that is not in the list is none', () => {
    expect(made({ vnet: networkId.toUpperCase() }).vnet).toEqual({
      region: 'westus',
      subscription: SUB,
      active: true,
      affinityGroup: false,
    });
    expect(made({ vnet: '/elsewhere' }).vnet).toBeNull();
    expect(made({ vnet: null }).vnet).toBeNull();
    expect(made({ vnet: networkId }, { ...exampleReads(), networks: unread }).vnet).toEqual({});
  });

  test('a replacement is confirmed by the machine’s name, letter for letter, once it is known', () => {
    const confirmed = (typed: string | null, reads = exampleReads()) =>
      made({ confirmReplace: typed }, reads).confirmReplace;
    expect(confirmed('testVM')).toBe(true);
    for (const typed of [null, '', 'testvm', 'testVM ', 'otherVM']) {
      expect(confirmed(typed)).toBe(false);
    }
    expect(confirmed('testVM', { ...exampleReads(), instance: unread })).toBe(false);
  });

  test('what only the draft holds is handed on as it is', () => {
    const chosen = {
      ...AS_NEW_VM,
      zone: '2',
      identity: 'user',
      identityId: '/id',
      diskEncryptionSet: '/set',
      restoreAsManaged: true,
      diskAccess: 'private',
      diskAccessId: '/access',
    } as const;
    expect(made(chosen)).toMatchObject({ ...chosen, vnet: { region: 'westus' } });
  });
});

type Choices = Partial<VmChoices>;
const windows = exampleReads();
const linux = exampleReads({ machine: { osType: 'Linux' }, point: { osType: 'Linux' } });
const unread = {
  ...exampleReads({ point: { osType: null } }),
  machine: { state: 'forbidden' } as const,
};
const sql = exampleReads({ machine: { extensions: ['SqlIaasExtension'] } });

const SIBLINGS: Choices = { dc: 'multiple-dc-single-domain' };

describe('asked is what matters, and what Azure has not told', () => {
  const cases: readonly [string, Choices, typeof windows, string[]][] = [
    ['Windows', {}, windows, ['dc', 'domainJoined', 'isSql']],
    ['Linux', {}, linux, ['isSql', 'cloudInit']],
    ['nobody knows which', {}, unread, ['dc', 'domainJoined', 'isSql', 'cloudInit']],
    ['SQL Server by its extension', {}, sql, ['dc', 'domainJoined']],
    ['no controller', { dc: 'none' }, windows, ['dc', 'domainJoined', 'isSql']],
    ['the only controller', { dc: 'single-dc-single-domain' }, windows, ['dc', 'isSql']],
    [
      'one of several controllers',
      SIBLINGS,
      windows,
      ['dc', 'otherDcReachable', 'isolatedNetwork', 'isSql'],
    ],
    [
      'joined to a domain',
      { domainJoined: 'yes' },
      windows,
      ['dc', 'domainJoined', 'domainTrouble', 'isSql'],
    ],
    ['replaced in place', AS_REPLACEMENT, windows, ['dc', 'domainJoined']],
  ];
  test.each(cases)('%s', (_, choices, reads, expected) => {
    expect(questionsOf({ shown: exampleDraft(choices).choices, reads })).toEqual([
      ...expected,
      'outage',
    ]);
  });
});

describe('an answer is a fact', () => {
  const vm = (choices: Choices, reads = windows) => exampleView(choices, reads).facts.vm ?? {};

  test('where it was given, and nothing where it was not', () => {
    const unanswered = vm({});
    const { outage: _, ...ofMachine } = exampleDraft().choices;
    for (const question of QUESTIONS.filter((one) => one in ofMachine))
      expect(new Map(Object.entries(unanswered)).get(question)).toBeUndefined();
    expect(vm({ ...SIBLINGS, otherDcReachable: 'no', isolatedNetwork: 'yes' })).toMatchObject({
      dc: 'multiple-dc-single-domain',
      otherDcReachable: false,
      isolatedNetwork: true,
    });
    expect(vm({ domainJoined: 'yes', domainTrouble: 'yes', isSql: 'no' })).toMatchObject({
      domainJoined: true,
      domainTrouble: true,
      isSql: false,
    });
    expect(vm({ cloudInit: 'yes' }, linux).cloudInit).toBe(true);
  });

  test('only while its question applies', () => {
    const given: Choices = { dc: 'none', otherDcReachable: 'no', isolatedNetwork: 'yes' };
    expect(vm(given).otherDcReachable).toBeUndefined();
    expect(vm(given).isolatedNetwork).toBeUndefined();
    expect(vm({ dc: 'single-dc-single-domain', domainJoined: 'yes' }).domainJoined).toBe(undefined);
    expect(vm({ cloudInit: 'yes' }).cloudInit).toBeUndefined();
  });

  test('that can follow from another: no domain to lose, no controller under Linux, SQL as Azure reports it', () => {
    expect(vm({ domainJoined: 'no', domainTrouble: 'yes' }).domainTrouble).toBe(false);
    expect(vm({ dc: 'multi-domain-forest' }, linux).dc).toBe('none');
    expect(vm({ isSql: 'no' }, sql).isSql).toBe(true);
  });
});

describe('Review', () => {
  const found = (choices: Choices, reads = windows) => {
    const view = exampleView({ warningsRead: false, ...choices }, reads);
    const findings = findingsOf(view.settled);
    return {
      warned: findings.warned.map(({ rule }) => rule.id),
      unanswered: unansweredIn(view).map(({ rule }) => rule.id),
      notes: notesOfAnswers(view).map(({ id }) => id),
      toTick: warningCount(findings),
    };
  };

  test('names the warnings that wait for an answer and requires no confirmation of them', () => {
    expect(found({})).toEqual({
      warned: [],
      unanswered: ['special.dc.multiple.last', 'special.dc.forest'],
      notes: [],
      toTick: 0,
    });
    expect(found({}, linux).unanswered).toEqual([]);
    expect(found({ dc: 'none' }).unanswered).toEqual([]);
  });

  test('what waits for one answer is one question, however many warnings there are', () => {
    const view = exampleView({}, windows);
    const unanswered = unansweredIn(view);
    expect(unanswered.map(({ fact }) => fact).length).toBeGreaterThan(1);
    expect(openQuestions(unanswered)).toEqual([{ question: 'dc', warnings: unanswered.length }]);
  });

  test('says what follows from the answers', () => {
    expect(found({ dc: 'single-dc-single-domain', isSql: 'yes' }).notes).toEqual([
      'special.sql',
      'special.dc.single',
      'special.dc.guide',
    ]);
    expect(found({ ...SIBLINGS, otherDcReachable: 'no' })).toMatchObject({
      warned: ['special.dc.multiple.last'],
      toTick: 1,
    });
    const trouble = found({ domainJoined: 'yes', domainTrouble: 'yes' }).notes;
    expect(trouble.filter((id) => id.startsWith('after.domain'))).toHaveLength(8);
  });

  test('says each answer in the words that it was given in', () => {
    const lines = vmChosenLines(exampleView({ ...SIBLINGS, isolatedNetwork: 'no', isSql: null }));
    expect(lines.slice(-2)).toEqual([
      ['Is it a domain controller?', 'One of several domain controllers of a single domain'],
      ['Will its network be isolated?', 'No'],
    ]);
    expect(answerText('isSql', exampleDraft().choices)).toBeNull();
  });
});

test('another VM clears every answer; another network clears only the answers about the network', () => {
  const given: Choices = {
    ...SIBLINGS,
    isolatedNetwork: 'yes',
    isSql: 'no',
    vnet: '/a',
    subnet: 's',
  };
  const draft = exampleDraft(given);
  const other = withChoices(draft, { instance: itemId('otherVM') }, 1);
  expect(QUESTIONS.map((question) => other.choices[question])).toEqual(QUESTIONS.map(() => null));
  const moved = withChoices(draft, { vnet: '/b' }, 1);
  expect(moved.choices).toMatchObject({ ...SIBLINGS, isSql: 'no', isolatedNetwork: null });
  expect(moved.takenBack).toContainEqual(
    expect.objectContaining({ field: 'isolatedNetwork', because: 'network' }),
  );
});

/** Which facts the sentences need that say that the draft itself created a resource group. */

const { groupMade } = submission;
const AT = 1_749_000_000_000;
const time = dateTimeText(instant(AT));
const made: MadeGroup = { subscriptionId: 's', name: 'rg', at: AT, isSure: true };

interface OwnKnown {
  readonly groups: GroupReads['groups'];
  readonly made: readonly MadeGroup[];
  readonly rgIsNew: boolean;
}
function ownSays({ groups, made: known, rgIsNew }: OwnKnown): readonly string[] {
  const own = ownGroup({ rg: 'rg', rgIsNew }, { groups, made: known });
  return own === null ? [] : [ownGroupText(own), ownGroupLine(own)];
}
const there: ResourceGroup = { id: resourceGroupId('s', 'rg'), name: 'rg', region: 'westeurope' };
const ownKnown: OwnKnown = {
  groups: { state: 'known', value: [there] },
  made: [made],
  rgIsNew: true,
};
const ownRow = claimsBy<OwnKnown>(ownSays);
const rows = (['exists', 'line'] as const).flatMap((key) =>
  [true, false].map((isSure) =>
    ownRow(
      `groupMade.${key}.${isSure ? 'created' : 'requested'}`,
      { ...ownKnown, made: [{ ...made, isSure }] },
      groupMade[key]('rg', isSure, time),
      {
        'a read': { groups: { state: 'loading' } },
        'that it is there': { groups: { state: 'known', value: [] } },
        'a request of this draft': { made: [] },
        'of this name': { made: [{ ...made, isSure, name: 'other' }] },
        'what the answer was': { made: [{ ...made, isSure: !isSure }] },
        'a new group': { rgIsNew: false },
      },
    ),
  ),
);

test.each(rows)('$key needs its facts', (row) => expect(faultsOf(row)).toEqual([]));

test(`${String(rows.length)} sentences about the draft’s own resource group are in the table`, () => {
  expect(rows).toHaveLength(4);
});
