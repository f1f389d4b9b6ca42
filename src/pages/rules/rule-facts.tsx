import type { ReactNode } from 'react';
import { addressOf } from '#src/pages/rules/documents.ts';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { constraints } from '#src/strings/constraints.ts';
import { sourceLine } from '#src/strings/rules.ts';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';

const words = constraints.parts;

/** What to choose instead of what a constraint refuses, who says so, and who enforces it. */
export function ruleFacts({ rule, text }: RuleEntry): [string, ReactNode][] {
  const facts: [string, ReactNode][] = [];
  if (text.instead !== undefined) facts.push([words.instead, text.instead]);
  facts.push([words.source, <Sources key="sources" source={rule.source} />]);
  if ('enforcedBy' in rule) {
    const { by, why } = rule.enforcedBy;
    facts.push([words.enforcedBy, constraints.enforced(constraints.enforcers[by], why)]);
  }
  return facts;
}

/** Each document with heading and date; where its page is known, that is a link. */
function Sources({ source }: Pick<RuleEntry['rule'], 'source'>) {
  return source.map((one) => {
    const line = sourceLine(one);
    const address = addressOf(one);
    return (
      <div key={line}>
        {address === null ? line : <OutsideLink href={address}>{line}</OutsideLink>}
      </div>
    );
  });
}
