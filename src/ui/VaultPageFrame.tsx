import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ClipboardTask20Regular } from '@fluentui/react-icons/svg/clipboard-task';
import { Server20Regular } from '@fluentui/react-icons/svg/server';
import { type ReactNode, useId } from 'react';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { vaults } from '#src/strings/vaults.ts';
import { NameLink, RouterButton } from '#src/ui/links.tsx';
import {
  CommandBar,
  OverviewLink,
  PageHeader,
  ReadAgo,
  RefreshButton,
  SectionHeading,
} from '#src/ui/page.tsx';
import { Loaded, type LoadedProps } from '#src/ui/states.tsx';
import { TIGHT } from '#src/ui/styles.ts';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    [TIGHT]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    minWidth: 0,
  },
});

interface VaultSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the page under its heading, which also names it for readers. */
export function VaultSection({ title, children }: VaultSectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div id={id}>
        <SectionHeading level={2}>{title}</SectionHeading>
      </div>
      {children}
    </section>
  );
}

/** Which entries of a list are of the vault. */
interface OfVault {
  readonly vault: string;
  readonly datasource?: string;
  readonly range?: '7d';
}

interface VaultPageProps<Vault> extends Pick<
  LoadedProps<Vault>,
  'query' | 'problemOf' | 'isHeld' | 'children'
> {
  readonly name: string;
  /** What kind of vault it is, in words. */
  readonly kind: string;
  /** The kind in the address of the list of vaults; left out: the list shows it by itself. */
  readonly type?: 'backup';
  readonly readAt: Instant | null;
  readonly onRefresh: () => void;
  /** The first of its commands. */
  readonly command?: ReactNode;
  readonly instances: OfVault;
  readonly jobs: OfVault;
}

/** The page of a vault: where one is, what can be done, its states of being read, and its parts. */
export function VaultPageFrame<Vault>(props: VaultPageProps<Vault>) {
  const { name, kind, type, readAt, onRefresh, command, instances, jobs, ...read } = props;
  return (
    <>
      <PageHeader
        title={name}
        subtitle={kind}
        crumbs={[
          <OverviewLink key="overview" />,
          <NameLink key="vaults" to="/vaults" search={{ type }}>
            {vaults.title}
          </NameLink>,
        ]}
      />
      <CommandBar label={vaults.commands} trailing={<ReadAgo at={readAt} />}>
        {command}
        <RefreshButton onRefresh={onRefresh} />
        <RouterButton
          appearance="subtle"
          icon={<Server20Regular />}
          to="/instances"
          search={instances}
        >
          {common.backupInstances}
        </RouterButton>
        <RouterButton
          appearance="subtle"
          icon={<ClipboardTask20Regular />}
          to="/jobs"
          search={jobs}
        >
          {common.backupJobs}
        </RouterButton>
      </CommandBar>
      <Loaded
        {...read}
        what={vaults.one.what}
        wayOn={<RouterButton to="/vaults">{vaults.title}</RouterButton>}
      />
    </>
  );
}

interface VaultColumnsProps {
  readonly left: ReactNode;
  readonly right: ReactNode;
  /** A class that both columns have besides. */
  readonly className?: string;
}

/** The parts of a vault in two columns, one where there is little room. */
export function VaultColumns({ left, right, className }: VaultColumnsProps) {
  const styles = useStyles();
  const column = mergeClasses(styles.column, className);
  return (
    <div className={styles.columns}>
      <div className={column}>{left}</div>
      <div className={column}>{right}</div>
    </div>
  );
}
