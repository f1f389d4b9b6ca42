import { expect, test } from 'vitest';
import { isChoiceField } from '#src/rules/fields.ts';
import type { Rule } from '#src/rules/rule.ts';
import { ruleInputs } from '#src/rules/testing.ts';
import { settle } from '#src/rules/settle.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import {
  AS_NEW_VM,
  exampleReads,
  exampleView,
  networkId,
} from '#src/datasources/azure-vm/testing.ts';
import { known } from '#src/wizard/reads/read.ts';
import { lineFor, read, usage } from '#src/datasources/azure-vm/checks/testing.ts';
import { canRefuse } from '#src/wizard/explain/findings.ts';
import { fixedBy } from '#src/wizard/explain/view.ts';
import { wayToRule } from '#src/wizard/explain/unknown.ts';
import { stepWith } from '#src/wizard/steps/task-steps.ts';

/** A finding leads to a field only where that field is shown and can be changed; else it has no link. */

type Refused = readonly [rule: Rule, view: DraftView];

/** Every rule that refuses a restore of a VM, in each example in which it does. */
const refused: readonly Refused[] = ruleInputs.flatMap(({ facts, choices }) => {
  const settled = settle(facts, choices, vmRules);
  const view = { ...exampleView(), facts, choices, settled, hidden: settled.hidden };
  return settled.verdicts.flatMap(({ rule, state }): Refused[] =>
    state === 'speaks' && canRefuse(rule) ? [[rule, view]] : [],
  );
});

test('each rule that refuses leads to a field that is shown and not fixed, or nowhere', () => {
  const rules = new Set(refused.map(([{ id }]) => id));
  expect(rules.size).toBeGreaterThanOrEqual(80);
  const wrong = refused.flatMap(([rule, view]) => {
    const place = wayToRule(view)(rule);
    if (place === null) return [];
    const { field, step } = place;
    const isThere =
      stepWith(view.model.steps, field) === step && ![...view.hidden].some((one) => one === field);
    const isFixed = isChoiceField(field) && fixedBy(view, field) !== undefined;
    return isThere && !isFixed ? [] : [[rule.id, field]];
  });
  expect(wrong).toEqual([]);
  const nowhere = new Set(
    refused.flatMap(([rule, view]) => (wayToRule(view)(rule) === null ? [rule.id] : [])),
  );
  console.info(`rules that refuse: ${String(rules.size)}, without a way: ${String(nowhere.size)}`);
});

const [network] = known(exampleReads().networks) ?? [];
const oneFullSubnet = read(
  network === undefined
    ? []
    : [
        {
          ...network,
          subnets: network.subnets
            .filter(({ name }) => name === AS_NEW_VM.subnet)
            .map((one) => ({ ...one, usedAddresses: 251 })),
        },
      ],
);

test.each([
  [
    'the only subnet of the only network is full',
    'addresses',
    { choices: AS_NEW_VM, reads: { networks: oneFullSubnet } },
    [],
  ],
  [
    'another subnet is there',
    'addresses',
    { choices: { ...AS_NEW_VM, vnet: networkId, subnet: 'gone' } },
    ['subnet'],
  ],
  [
    'too few cores',
    'cores',
    { choices: AS_NEW_VM, checkReads: { usages: read([usage('cores', 10, 10)]) } },
    ['option'],
  ],
  [
    'a restore point that is gone, and no other',
    'point',
    { reads: { points: read([]) } },
    ['point'],
  ],
] as const)('%s: the line %s leads to %j', (...[, id, wanted, fields]) => {
  const remedies = lineFor(id, wanted)?.remedies ?? [];
  expect(remedies.flatMap((one) => (one.kind === 'field' ? [one.field] : []))).toEqual(fields);
});
