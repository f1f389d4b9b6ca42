import { makeStyles, tokens } from '@fluentui/react-components';
import { now } from '#src/lib/clock.ts';
import { momentText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { NameLink } from '#src/ui/RouterLink.tsx';

const useStyles = makeStyles({
  saved: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface WizardHeaderProps {
  readonly title: string;
  /** What is being restored, and where it is kept; empty while nobody has chosen it. */
  readonly about: readonly string[];
  /** When the draft was changed last. */
  readonly changedAt: number;
  /** Whether the draft is in the browser's storage, so that the tab may be closed. */
  readonly isStored: boolean;
}

/** What is being restored, and that nothing of it can be lost. */
export function WizardHeader({ title, about, changedAt, isStored }: WizardHeaderProps) {
  const styles = useStyles();
  const saved = wizard.draftStored(momentText(instant(changedAt), now()));
  return (
    <PageHeader
      title={title}
      crumbs={[
        <NameLink key="instances" to="/instances">
          {common.backupInstances}
        </NameLink>,
        wizard.newRestore,
      ]}
      subtitle={about.length === 0 ? undefined : about.join(' · ')}
      actions={isStored ? <span className={styles.saved}>{saved}</span> : undefined}
    />
  );
}
