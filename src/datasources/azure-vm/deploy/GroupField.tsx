import { Input } from '@fluentui/react-components';
import { GROUP_ID } from '#src/datasources/azure-vm/deploy/field-ids.ts';
import { ListRow, plainOption } from '#src/datasources/azure-vm/deploy/ListRow.tsx';
import { sameId } from '#src/model/resource-id.ts';
import type { ResourceGroup } from '#src/model/places.ts';
import { deploy } from '#src/strings/deploy.ts';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';

const words = deploy.parameters;

export interface GroupFieldProps {
  /** Null: they can’t be listed. */
  readonly groups: readonly ResourceGroup[] | null;
  /** Its name; empty: none. */
  readonly group: string;
  readonly isMissing: boolean;
  readonly onGroup: (group: string) => void;
}

/** The resource group that the template is deployed to. */
export function GroupField({ groups, group, isMissing, onGroup }: GroupFieldProps) {
  const row = {
    label: words.group,
    hint: words.groupHint,
    required: true,
    error: isMissing ? words.required : undefined,
  };
  return groups === null ? (
    <FieldRow {...row}>
      <Input id={GROUP_ID} value={group} onChange={(_, { value }) => onGroup(value)} />
    </FieldRow>
  ) : (
    <ListRow
      {...row}
      id={GROUP_ID}
      placeholder={words.required}
      chosen={group === '' ? null : plainOption(nameIn(groups, group))}
      options={groups.map(({ name, region }) => ({ value: name, label: name, remark: region }))}
      onChoose={onGroup}
    />
  );
}

/** As Azure spells it; one that is gone keeps its name, and validation says so. */
const nameIn = (groups: readonly ResourceGroup[], group: string): string =>
  groups.find(({ name }) => sameId(name, group))?.name ?? group;
