import { expect, test } from 'vitest';
import { known } from '#src/wizard/reads/read.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import {
  AS_NEW_VM,
  exampleDraft,
  exampleReads,
  sayRule,
} from '#src/datasources/azure-vm/testing.ts';
import { vmViewOf } from '#src/datasources/azure-vm/model.ts';

test('a refused field names every rule that refuses it', () => {
  const reads = exampleReads();
  const [account] = known(reads.accounts) ?? [];
  if (account === undefined) throw new Error('the example has one');
  const wrong = { ...account, region: 'eastus', redundancy: 'ZRS' } as const;
  const view = vmViewOf(exampleDraft({ ...AS_NEW_VM, staging: account.id }), {
    ...reads,
    accounts: { state: 'known', value: [wrong] },
  });
  const rules = ['staging.zrs', 'staging.region'] as const;
  const { errorText, explainError } = errorWords(view);
  for (const rule of rules) {
    expect(errorText('staging.zrs')).toContain(sayRule(rule));
    expect(explainError('staging.zrs')?.().reasons.map(({ id }) => id)).toContain(rule);
  }
});

test('an empty field is refused without reasons', () => {
  const view = vmViewOf(exampleDraft({ ...AS_NEW_VM, vmName: '' }), exampleReads());
  expect(errorWords(view).explainError('create-vm.name.required')?.().reasons).toEqual([]);
});
