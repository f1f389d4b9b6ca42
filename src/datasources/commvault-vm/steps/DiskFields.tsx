import { makeStyles, tokens } from '@fluentui/react-components';
import { flow } from '#src/strings/commvault/flow.ts';
import { common } from '#src/strings/common.ts';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import { Select } from '#src/ui/fields/Select.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { chosenTypes, DISK_TYPES, withType } from '#src/datasources/commvault-vm/disk-types.ts';
import { transitions } from '#src/datasources/commvault-vm/schema.ts';
import type { FieldsProps } from '#src/datasources/commvault-vm/steps/fields.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { known } from '#src/wizard/reads/read.ts';

const words = flow.disk;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** The disks of the backup, each with the storage type that it is restored to. */
export function DiskFields({ view }: Pick<FieldsProps, 'view'>) {
  const styles = useStyles();
  const { draft, shown, reads } = view;
  const types = chosenTypes(shown.diskTypes);
  const disks = known(reads.backupDisks) ?? [];
  return (
    <section aria-label={words.title} className={styles.root}>
      <SectionHeading level={3}>{words.title}</SectionHeading>
      {disks.map(({ name, isOsDisk, type }) => {
        const original = {
          value: '',
          label: words.original(type ?? common.notReported),
        };
        const all = [original, ...DISK_TYPES.map((one) => ({ value: one, label: one }))];
        return (
          <FieldRow key={name} label={name} hint={isOsDisk ? words.os : words.data}>
            {(row) => (
              <Select
                {...row}
                id={`disk-${name}`}
                chosen={all.find(({ value }) => value === (types[name] ?? '')) ?? original}
                entries={() => all.map((one) => ({ ...one, isRefused: false, content: one.label }))}
                onChoose={(value) => {
                  const diskTypes = withType(
                    draft.choices.diskTypes,
                    name,
                    value === '' ? null : value,
                  );
                  changeChoices(transitions, draft.id, { diskTypes });
                }}
              />
            )}
          </FieldRow>
        );
      })}
    </section>
  );
}
