import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { readPrerequisitesAgain } from '#src/api/queries/disk-validations.ts';
import { prerequisites as words } from '#src/strings/disk-checks.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { useNow } from '#src/ui/use-now.ts';
import { PrerequisiteLine } from '#src/wizard/azure-disks/checks/PrerequisiteLine.tsx';
import { prerequisitesOf } from '#src/wizard/azure-disks/checks/prerequisites.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** Milliseconds between two looks at how old a role is. */
const EVERY_MS = 1000;

export interface PrerequisitesProps {
  readonly reads: DiskReads;
  readonly choices: DraftChoices;
}

/** What the restore of a disk requires, each line as Azure tells it now (document 002). */
export function Prerequisites({ reads, choices }: PrerequisitesProps) {
  const styles = useStyles();
  const client = useQueryClient();
  const at = useNow(EVERY_MS);
  return (
    <section aria-label={words.title}>
      <div className={styles.head}>
        <SectionHeading level={3}>{words.title}</SectionHeading>
        <Button size="small" onClick={() => void readPrerequisitesAgain(client)}>
          {words.checkAgain}
        </Button>
      </div>
      <ul className={styles.list} aria-label={words.list}>
        {prerequisitesOf({ reads: { ...reads, at }, choices }).map((line) => (
          <PrerequisiteLine key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}
