import { makeStyles, tokens } from '@fluentui/react-components';
import { dateTimeText } from '#src/lib/format.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { wizard } from '#src/strings/wizard.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';

const words = pages.instance.facts;

const useStyles = makeStyles({ root: { padding: tokens.spacingHorizontalXXL } });

/** What is protected, where, and how it stands. */
export function InstanceFacts({ item }: { readonly item: ProtectedItem }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <KeyFacts
        facts={[
          [words.vault, item.vaultName],
          [words.group, item.resourceGroup],
          [words.state, item.protectionState],
          [words.health, wizard.health[item.health]],
          [
            words.lastBackup,
            item.lastBackupAt === null ? common.notReported : dateTimeText(item.lastBackupAt),
          ],
          [words.source, item.sourceResourceId],
        ]}
      />
    </div>
  );
}
