import { expect, test } from 'vitest';
import { known } from '#src/wizard/draft/reads.ts';
import { errorWords, sayRule } from '#src/wizard/draft/rule-words.ts';
import { AS_NEW_VM, exampleDraft, exampleReads } from '#src/wizard/draft/testing.ts';
import { viewOf } from '#src/wizard/draft/view.ts';

test('a refused field names every rule that refuses it', () => {
  const reads = exampleReads();
  const [account] = known(reads.accounts) ?? [];
  if (account === undefined) throw new Error('the example has one');
  const wrong = { ...account, region: 'eastus', redundancy: 'ZRS' } as const;
  const view = viewOf(exampleDraft({ ...AS_NEW_VM, staging: account.id }), {
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
