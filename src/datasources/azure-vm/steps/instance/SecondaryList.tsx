import { useQuery } from '@tanstack/react-query';
import { type Control, useForm, useWatch } from 'react-hook-form';
import { secondaryInstancesQuery } from '#src/api/recovery-services/items.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { vaultNamesQuery } from '#src/api/recovery-services/vaults.ts';
import { countText } from '#src/lib/format.ts';
import { resourceId, sameId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { known } from '#src/wizard/reads/read.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { machineTable } from '#src/datasources/azure-vm/steps/instance/machine-table.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { InstanceRows } from '#src/wizard/steps/InstanceRows.tsx';
import {
  type ListedVault,
  vaultOptions,
} from '#src/datasources/azure-vm/steps/instance/region-options.ts';

const words = wizard.region;

export interface SecondaryListProps {
  readonly view: DraftView;
  readonly control: Control<DraftChoices>;
}

/** What one vault keeps in its paired region: Azure has no list over all vaults for it. */
export function SecondaryList(props: SecondaryListProps) {
  const vaults = useQuery(vaultNamesQuery());
  return (
    <Loaded query={vaults} problemOf={problemOf} what={words.vaults}>
      {(names) => <ListOfVault vaults={names} {...props} />}
    </Loaded>
  );
}

interface ListOfVaultProps extends SecondaryListProps {
  readonly vaults: readonly ListedVault[];
}

/** First the vault, that of the chosen machine unless another is looked into; then its machines. */
function ListOfVault({ vaults, ...props }: ListOfVaultProps) {
  const own = known(props.view.reads.instance)?.vaultId ?? null;
  const { control } = useForm<{ vault: string | null }>({
    values: { vault: vaults.find(({ id }) => sameId(id, own))?.id ?? null },
  });
  const vault = useWatch({ control, name: 'vault' });
  const items = useQuery({
    ...secondaryInstancesQuery(resourceId(vault ?? '')),
    enabled: vault !== null,
  });
  return (
    <>
      <SelectField
        control={control}
        name="vault"
        label={words.vault}
        placeholder={wizard.choose}
        hint={words.vaultHint}
        errorText={(code) => code}
        {...vaultOptions(vaults)}
      />
      {vault !== null && (
        <Loaded query={items} problemOf={problemOf} what={wizard.instance.what}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={words.none} />
            ) : (
              <>
                <p role="status">{words.shown(rows.length, countText(rows.length))}</p>
                <InstanceRows rows={rows} {...machineTable(props.view)} {...props} />
              </>
            )
          }
        </Loaded>
      )}
    </>
  );
}
