import type { ReactNode } from 'react';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { RuleSources } from '#src/pages/rules/RuleSources.tsx';
import { productOf } from '#src/rules/engine.ts';
import { constraints } from '#src/strings/constraints.ts';

const words = constraints.parts;

/** What to choose instead of what a constraint refuses, who says so, and who enforces it. */
export function ruleFacts({ rule }: RuleEntry): [string, ReactNode][] {
  const facts: [string, ReactNode][] = [];
  if (rule.instead !== undefined) facts.push([words.instead, rule.instead.label]);
  facts.push([words.source, <RuleSources key="sources" sources={rule.source} />]);
  if (rule.by !== undefined) {
    facts.push([words.enforcedBy, constraints.enforced(rule.by, productOf(rule))]);
  }
  return facts;
}
