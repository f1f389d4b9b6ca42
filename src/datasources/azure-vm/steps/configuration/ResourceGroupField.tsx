import { makeStyles, tokens } from '@fluentui/react-components';
import { ownGroup, ownGroupText, targetRegion } from '#src/datasources/azure-vm/target.ts';
import { changeChoices } from '#src/datasources/azure-vm/choices.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { goneHint } from '#src/datasources/azure-vm/not-used.tsx';
import type { ConfigurationFieldsProps } from '#src/datasources/azure-vm/steps/configuration/fields.ts';
import { groupOptions } from '#src/datasources/azure-vm/steps/configuration/options.ts';
import { type ResourceGroup, sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { errorWords } from '#src/wizard/explain/findings.ts';
import { known, readHint } from '#src/wizard/reads/read.ts';

const words = wizard.configuration;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  switch: {
    alignSelf: 'flex-start',
    marginInlineStart: '192px',
    '@media (max-width: 639px)': { marginInlineStart: 0 },
  },
});

/** Where the disks go: a group that exists, or a new one by its name. */
export function ResourceGroupField({ view, control }: ConfigurationFieldsProps) {
  const styles = useStyles();
  const { id, choices } = view.draft;
  const shared = {
    control,
    name: 'rg',
    label: words.rg,
    required: true,
    ...errorWords(view),
  } as const;
  const region = targetRegion(view.shown, view.reads) ?? null;
  // Azure's names know no letter case.
  const taken = choices.rgIsNew
    ? known(view.reads.groups)?.find(({ name }) => sameId(name, choices.rg?.trim() ?? null))
    : undefined;
  const newHint = region === null ? undefined : words.newGroupHint(region);
  return (
    <div className={styles.root}>
      {choices.rgIsNew ? (
        <TextField {...shared} hint={taken === undefined ? newHint : takenHint(view, taken)} />
      ) : (
        <SelectField
          {...shared}
          placeholder={wizard.choose}
          hint={readHint(view.reads.groups) ?? goneHint(view, 'rg')}
          options={groupOptions(view)}
        />
      )}
      <LinkButton
        className={styles.switch}
        onClick={() => changeChoices(id, { rgIsNew: !choices.rgIsNew, rg: taken?.name ?? null })}
      >
        {switchLabel(choices.rgIsNew, taken)}
      </LinkButton>
    </div>
  );
}

function takenHint({ reads, draft }: DraftView, { name, region }: ResourceGroup): string {
  const own = ownGroup(draft.choices, reads);
  if (own !== null) return ownGroupText(own);
  const listed = known(reads.regions)?.find((one) => sameRegion(one.name, region));
  return words.groupTaken(name, listed?.displayName ?? region);
}

function switchLabel(isNew: boolean, taken: ResourceGroup | undefined): string {
  if (!isNew) return words.newGroup;
  return taken === undefined ? words.existingGroup : words.useGroup(taken.name);
}
