import { describe, expect, test } from 'vitest';
import { diskModel } from '#src/datasources/azure-disk/model.ts';
import { CHECKS } from '#src/datasources/azure-vm/checks/lines.ts';
import { lineFor } from '#src/datasources/azure-vm/checks/testing.ts';
import { fileModel } from '#src/datasources/azure-vm/files/model.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { pinnedLines } from '#src/datasources/azure-vm/steps/review/VmReviewPanel.tsx';
import { heldLines } from '#src/datasources/azure-vm/steps/review/use-review.tsx';
import { AS_REPLACEMENT } from '#src/datasources/azure-vm/testing.ts';
import { commvaultModel } from '#src/datasources/commvault-vm/model.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { canRefuse } from '#src/wizard/explain/findings.ts';
import { heldNeeds } from '#src/wizard/review/check.ts';
import { fieldPlaceOf, type TaskSteps } from '#src/wizard/steps/task-steps.ts';

/** Where an error of Review stands: the part of the picture of a VM; else the list of checks alone. */
type Where = 'point' | 'nic' | 'result' | 'list';
/** What mends it: a field of a step, an action, what is typed or selected beside Restore; none of the wizard. */
type Mends = 'field' | 'action' | 'beside' | 'none';

/** Each kind of fact that blocks, the first that fits a rule, by the rule's id: where it stands for a VM, and what mends it. */
const KINDS: readonly (readonly [kind: string, ids: RegExp, at: readonly Where[], by: Mends])[] = [
  ['power state', /^platform\.replace\.running$/, ['result'], 'action'],
  ['name of what is replaced', /^replace\.destructive\.confirm$/, ['result'], 'beside'],
  ['what can’t be undone', /no-cancel-read$|overwrite\.confirm$/, ['result'], 'beside'],
  ['warnings', /^review\.warnings/, ['result'], 'beside'],
  ['template', /^template\./, ['result'], 'none'],
  ['Cross Subscription Restore for good', /^csr\.permanent\.no/, ['result'], 'none'],
  ['what files can be of', /^files\./, ['result'], 'field'],
  ['files of a backup', /files/, ['result'], 'none'],
  ['steps as a whole', /^review\./, ['result'], 'none'],
  [
    'permission',
    /rbac|^identity\.permissions$|^disk\.role|^disk\.des/,
    ['result', 'point'],
    'field',
  ],
  [
    'redundancy',
    /redundan|grs-only|staging\.zrs|crr\.enabled|secondary-data-to/,
    ['result', 'point'],
    'field',
  ],
  ['encryption', /encrypt|\.ade|commvault\.kv|passkey/, ['result', 'point'], 'field'],
  ['tier', /^point\.|outage\.snapshot|point\.expired|snapshots/, ['point'], 'field'],
  ['zone', /^czr\./, ['result'], 'field'],
  [
    'region',
    /secondary|same-as-source|paired-only|crr\.ultra|outage\.|^crr\.disaster/,
    ['result', 'point', 'nic'],
    'field',
  ],
  ['network', /vnet|subnet|^network\.|disk-access/, ['nic', 'result'], 'field'],
  ['identity', /identity/, ['point'], 'field'],
  ['account', /staging|^commvault\.classic\.premium$/, ['point'], 'field'],
  ['subscription', /^csr\.|subscription/, ['result'], 'field'],
  ['name', /name|\.rg/, ['result'], 'field'],
  ['kind of backup', /^datasource\.(?!files)/, ['result'], 'field'],
  [
    'machine',
    /instance|^replace\.|^unmanaged|^commvault\.disk|os-disk|restore-disabled/,
    ['result'],
    'field',
  ],
  ['kind of restore', /^config\.|no-olr|out-of-place|in-place\.confirm/, ['result'], 'field'],
  ['destination', /^platform\.commvault/, ['result'], 'field'],
];

const MODELS = {
  'Azure Virtual machines': vmModel,
  'Azure Disks': diskModel,
  Commvault: commvaultModel,
  Files: fileModel,
} as const;

const kindOf = ({ id }: Pick<Rule, 'id'>) => KINDS.find(([, ids]) => ids.test(id));

/** What the product does of a rule that refuses: a field of a step, an action, or what stands beside Restore. */
function mendsOf(steps: TaskSteps, rule: Rule): Mends {
  if (fieldPlaceOf(steps, rule) !== null) return 'field';
  const own = fieldsOf(rule);
  if (own.includes('powerState')) return 'action';
  const review = steps.find(({ id }) => id === 'review')?.fields ?? [];
  return own.some((field) => review.includes(field)) ? 'beside' : 'none';
}

/** The part of the picture that a rule of a VM is at, by the check that tells it. */
function partOfRule(rule: Rule): Where {
  const check = CHECKS.find(({ claims }) => claims?.(rule) === true);
  const line = lineFor('azure', {});
  if (check === undefined || line === undefined) throw new Error(`nothing tells ${rule.id}`);
  const part = pinnedLines([{ ...line, id: check.id }])[0]?.part;
  return part === 'point' || part === 'nic' ? part : 'result';
}

const rows = Object.entries(MODELS).flatMap(([datasource, { rules, steps }]) =>
  rules.all.filter(canRefuse).map((rule) => ({
    datasource,
    rule,
    kind: kindOf(rule),
    at: datasource === 'Azure Virtual machines' ? partOfRule(rule) : ('list' as const),
    by: mendsOf(steps, rule),
  })),
);

describe('a fact that blocks', () => {
  const seen = Map.groupBy(rows, ({ kind, at, by }) => `${kind?.[0] ?? 'no kind'} × ${at} × ${by}`);
  const ids = new Set(rows.map(({ rule }) => rule.id));
  test(`${String(ids.size)} rules of ${String(Object.keys(MODELS).length)} datasources are of ${String(KINDS.length)} kinds, in ${String(seen.size)} rows of kind × part × action`, () => {
    console.info([...seen].map(([row, all]) => `${row}: ${String(all.length)}`).join('\n'));
    expect(ids.size).toBeGreaterThan(100);
    expect(rows.filter(({ kind }) => kind === undefined).map(({ rule }) => rule.id)).toEqual([]);
    // No kind is without a rule.
    const met = new Set(rows.map(({ kind }) => kind?.[0]));
    expect(KINDS.map(([kind]) => kind).filter((kind) => !met.has(kind))).toEqual([]);
  });

  test.each(rows.map((row) => [row.datasource, row.rule.id, row] as const))(
    '%s: %s stands at its part, with what mends it',
    (_, id, { kind, at, by }) => {
      const [, , parts = [], mends] = kind ?? [];
      expect([id, at === 'list' || parts.includes(at)]).toEqual([id, true]);
      expect([id, by]).toEqual([id, mends]);
    },
  );
});

test('the action that shuts a machine down stands at its check and beside Restore, once each', () => {
  const line = lineFor('power', {
    choices: AS_REPLACEMENT,
    different: { machine: { isRunning: true } },
  });
  const actions = line?.remedies.filter(({ kind }) => kind === 'action') ?? [];
  expect(actions).toHaveLength(1);
  const needs = heldNeeds(line === undefined ? [] : heldLines([line]), false);
  expect(needs.map(({ action }) => action?.label)).toEqual(['Shut down testVM']);
  expect(needs.map(({ place }) => place)).toEqual([{ id: 'check-power' }]);
});
