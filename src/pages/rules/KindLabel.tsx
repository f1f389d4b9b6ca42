import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { constraints as words } from '#src/strings/constraints.ts';
import { Status } from '#src/ui/Status.tsx';

/** What a constraint does, in a word; only those that stop or warn have an icon. */
export function KindLabel({ kind }: { readonly kind: RuleEntry['rule']['kind'] }) {
  if (kind === 'block') return <Status tone="impossible">{words.kinds[kind]}</Status>;
  if (kind === 'warn') return <Status tone="warning">{words.kinds[kind]}</Status>;
  return <span>{words.kinds[kind]}</span>;
}
