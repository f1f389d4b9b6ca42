import { makeStyles, tokens } from '@fluentui/react-components';
import { timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { known } from '#src/wizard/draft/reads.ts';
import { secondaryText } from '#src/wizard/draft/secondary-text.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

const useStyles = makeStyles({
  saved: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface WizardHeaderProps {
  readonly view: DraftView;
  /** Whether the draft is in the browser's storage, so that the tab may be closed. */
  readonly isStored: boolean;
}

/** What is being restored, and that nothing of it can be lost. */
export function WizardHeader({ view, isStored }: WizardHeaderProps) {
  const styles = useStyles();
  const item = known(view.reads.instance);
  const saved = wizard.draftStored(timeText(instant(view.draft.changedAt)));
  return (
    <PageHeader
      title={wizard.title}
      crumbs={[
        <RouterLink key="instances" to="/instances">
          {common.backupInstances}
        </RouterLink>,
        wizard.newRestore,
      ]}
      subtitle={
        item === undefined
          ? undefined
          : [item.friendlyName, item.resourceGroup, item.vaultName, ...secondaryText(view)].join(
              ' · ',
            )
      }
      actions={isStored ? <span className={styles.saved}>{saved}</span> : undefined}
    />
  );
}
