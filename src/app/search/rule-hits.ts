import { linkOptions } from '@tanstack/react-router';
import { type Group, localGroup } from '#src/app/search/group.ts';
import type { Hit } from '#src/app/search/hit.ts';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { findRules } from '#src/pages/rules/find.ts';
import { constraints } from '#src/strings/constraints.ts';
import { sourceLine } from '#src/strings/rule-source.ts';
import { searchResults as words } from '#src/strings/search.ts';

/** Constraints shown among other results. */
const MOST = 5;

/** The constraints that have what was typed, and the way to all of them. */
export function ruleGroup(typed: string): Group {
  const found = findRules(typed);
  const hits = found.slice(0, MOST).map(ruleHit);
  const all: Hit = {
    key: 'all rules',
    title: words.allRules(found.length),
    remark: '',
    link: linkOptions({ to: '/rules', search: { q: typed.trim() } }),
  };
  const total = found.length;
  return localGroup('rules', hits, { total, more: total > MOST ? all : null });
}

function ruleHit({ rule, say }: RuleEntry): Hit {
  const [source] = rule.source;
  return {
    key: `rule ${rule.id}`,
    title: say,
    remark: words.line([rule.id, constraints.kinds[rule.kind], sourceLine(source)]),
    link: linkOptions({ to: '/rules', search: { rule: rule.id } }),
  };
}
