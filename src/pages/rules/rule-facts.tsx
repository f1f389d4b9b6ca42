import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { productOf } from '#src/rules/engine.ts';
import type { RuleSource } from '#src/rules/rule.ts';
import { constraints } from '#src/strings/constraints.ts';
import { sourceLine } from '#src/strings/rule-source.ts';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';
import { Status } from '#src/ui/Status.tsx';

const LEARN = 'https://learn.microsoft.com/azure';

/** Where the documents of the edition can be read now; the text there may be newer. */
const DOCUMENTS: Readonly<Partial<Record<RuleSource['document'], string>>> = {
  '000': `${LEARN}/backup/backup-azure-arm-restore-vms`,
  '001': `${LEARN}/backup/about-azure-vm-restore`,
  '002': `${LEARN}/backup/restore-managed-disks`,
  '004': `${LEARN}/backup/backup-azure-arm-userestapi-restoreazurevms`,
};

/** Other pages, by the title that starts a source's heading. */
const PAGES: readonly (readonly [title: string, address: string])[] = [
  [
    'Naming rules and restrictions for Azure resources',
    `${LEARN}/azure-resource-manager/management/resource-name-rules`,
  ],
  [
    'Resolve errors for reserved resource names',
    `${LEARN}/azure-resource-manager/troubleshooting/error-reserved-resource-name`,
  ],
  ['Soft delete for virtual machines', `${LEARN}/backup/soft-delete-virtual-machines`],
  ['Secure by default with soft delete', `${LEARN}/backup/secure-by-default`],
  ['Frequently asked questions: back up Azure VMs', `${LEARN}/backup/backup-azure-vm-backup-faq`],
];

/** The address of a source's document; null where none is known. */
export function addressOf({ document, heading }: RuleSource): string | null {
  return DOCUMENTS[document] ?? PAGES.find(([title]) => heading.startsWith(title))?.[1] ?? null;
}

const useStyles = makeStyles({
  // So far apart, one link is not pressed for the other.
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Each document with heading and date; where its page is known, that is a link. */
function RuleSources({ sources }: { readonly sources: readonly RuleSource[] }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {sources.map((source) => {
        const line = sourceLine(source);
        const address = addressOf(source);
        return (
          <span key={line}>
            {address === null ? line : <OutsideLink href={address}>{line}</OutsideLink>}
          </span>
        );
      })}
    </div>
  );
}

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

/** What a constraint does, in a word; only those that stop or warn have an icon. */
export function KindLabel({ kind }: { readonly kind: RuleEntry['rule']['kind'] }) {
  if (kind === 'block') return <Status tone="impossible">{constraints.kinds[kind]}</Status>;
  if (kind === 'warn') return <Status tone="warning">{constraints.kinds[kind]}</Status>;
  return <span>{constraints.kinds[kind]}</span>;
}
