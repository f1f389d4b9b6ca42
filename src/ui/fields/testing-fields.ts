import type { Explanation } from '#src/ui/explanation.tsx';
import type { Blocked } from '#src/ui/fields/option.ts';

/** An explanation by one rule, with a way out if there is one. */
export const explained = (
  rule: string,
  instead: Explanation['instead'] = null,
): (() => Explanation) => {
  const facts = [{ text: 'The region is down', from: 'Read from Azure, 3 min ago.', way: null }];
  const reason = { id: null, rule, facts, sources: ['Restore Azure VMs, 30 Nov 2024'] };
  return () => ({ reasons: [reason], instead });
};

/** An entry that can't be chosen, by one rule. */
export const blockedBy = (rule: string, instead: Explanation['instead'] = null): Blocked => ({
  short: 'Not supported',
  explain: explained(rule, instead),
});
