import type { Verdict } from './engine.ts';
import type { Kind } from './rule.ts';

/** Under which name a kind is listed, here and in worked examples. */
export const LIST_OF = {
  block: 'blocked',
  warn: 'warned',
  'hide-field': 'hidden',
  'require-field': 'required',
  default: 'defaulted',
  info: 'info',
  checklist: 'checklist',
} as const satisfies Record<Kind, string>;

export type ListName = (typeof LIST_OF)[Kind];

/** Ids of the rules that speak, by what they do; `unknown`: those that a missing fact kept silent. */
export type VerdictLists = Record<ListName | 'unknown', string[]>;

/** Verdicts as lists of ids, each list in the catalogue's order. */
export function verdictLists(verdicts: readonly Verdict[]): VerdictLists {
  const lists: VerdictLists = {
    blocked: [],
    warned: [],
    hidden: [],
    required: [],
    defaulted: [],
    info: [],
    checklist: [],
    unknown: [],
  };
  for (const { rule, state } of verdicts) {
    lists[state === 'speaks' ? LIST_OF[rule.kind] : 'unknown'].push(rule.id);
  }
  return lists;
}
