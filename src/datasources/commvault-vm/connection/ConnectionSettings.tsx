import { makeStyles, tokens } from '@fluentui/react-components';
import { commServes } from '#src/api/commvault/home.ts';
import { chooseHost, useChosenHost } from '#src/datasources/commvault-vm/connection/chosen-host.ts';
import { CommServeForm } from '#src/datasources/commvault-vm/connection/CommServeForm.tsx';
import { connection as words } from '#src/strings/commvault/connection.ts';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import { Select } from '#src/ui/fields/Select.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Name } from '#src/ui/Name.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Which CommServe a person works with, its tokens, and whether it answers. */
export function ConnectionSettings() {
  const styles = useStyles();
  const host = useChosenHost();
  if (host === null) return null;
  return (
    <section aria-label={words.title} className={styles.root}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      {commServes().length === 1 ? (
        <KeyFacts facts={[[words.commServe, host]]} />
      ) : (
        <FieldRow label={words.commServe}>
          {(row) => (
            <Select
              {...row}
              id="commserve"
              chosen={{ value: host, label: host }}
              entries={() =>
                commServes().map((one) => ({
                  value: one.host,
                  label: one.host,
                  isRefused: false,
                  content: <Name>{one.host}</Name>,
                }))
              }
              onChoose={chooseHost}
            />
          )}
        </FieldRow>
      )}
      <CommServeForm key={host} host={host} />
    </section>
  );
}
