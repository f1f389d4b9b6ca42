import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { productOf } from '#src/rules/engine.ts';
import type { RuleSource } from '#src/rules/rule.ts';
import { constraints } from '#src/strings/constraints.ts';
import { sourceLine } from '#src/strings/rule-source.ts';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';
import { Status } from '#src/ui/Status.tsx';
import { TIGHT_ONLY } from '#src/ui/styles.ts';

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
  // Those of one kind stand below each other, where there is room for all.
  kinds: {
    display: 'grid',
    gridTemplateColumns: 'repeat(7, minmax(0, 128px))',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    [TIGHT_ONLY]: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: tokens.spacingHorizontalL,
      paddingBlock: tokens.spacingVerticalXS,
      '& > :empty': { display: 'none' },
    },
    '@media (max-width: 639px)': {
      display: 'flex',
      flexWrap: 'wrap',
      '& > :empty': { display: 'none' },
      columnGap: tokens.spacingHorizontalL,
      paddingInlineStart: tokens.spacingHorizontalXXL,
    },
  },
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

type Kind = RuleEntry['rule']['kind'];

/** What a constraint does, in a word; only those that stop or warn have an icon. */
export function KindLabel({ kind }: { readonly kind: Kind }) {
  return <OfKind kind={kind}>{constraints.kinds[kind]}</OfKind>;
}

function OfKind({ kind, children }: { readonly kind: Kind; readonly children: string }) {
  if (kind === 'block') return <Status tone="impossible">{children}</Status>;
  if (kind === 'warn') return <Status tone="warning">{children}</Status>;
  return <span>{children}</span>;
}

/** The kinds in the order in which they are counted. */
const KINDS = [
  'block',
  'warn',
  'require-field',
  'hide-field',
  'default',
  'info',
  'checklist',
] as const satisfies Kind[];

/** How many constraints are of each kind, those of a kind in a column of their own. */
export function KindCounts({
  id,
  rules,
}: {
  readonly id: string;
  readonly rules: readonly RuleEntry[];
}) {
  const styles = useStyles();
  const counts = Map.groupBy(rules, ({ rule }) => rule.kind);
  return (
    <div id={id} className={styles.kinds}>
      {KINDS.map((kind) => (
        <span key={kind}>
          {counts.has(kind) && (
            <OfKind kind={kind}>{constraints.ofKind(kind, counts.get(kind)?.length ?? 0)}</OfKind>
          )}
        </span>
      ))}
    </div>
  );
}
