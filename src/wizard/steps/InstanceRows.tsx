import type { Blocked } from '#src/ui/fields/option.tsx';
import { deletionText } from '#src/ui/Status.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Control } from 'react-hook-form';
import { pageQuery, type Pages } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { now } from '#src/lib/clock.ts';
import { countText } from '#src/lib/format.ts';
import type { SoftDeletion } from '#src/model/instances.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import { softDeleteRules } from '#src/rules/catalogue/soft-delete.ts';
import { factFrom } from '#src/strings/not-known.ts';
import { sayOf, sourceLine } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import { PickField, type PickFieldProps } from '#src/ui/fields/PickField.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';
import { Loaded } from '#src/ui/states.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { known, type Read } from '#src/wizard/read.ts';

const words = wizard.instance;

/** A backup instance as the step for it lists it. */
interface Instance {
  readonly id: ResourceId;
  readonly friendlyName: string;
  readonly resourceGroup: string;
}

type OfTable<Row> = Pick<
  PickFieldProps<DraftChoices, Row>,
  'rows' | 'firstHead' | 'columns' | 'blockedOf'
>;

/** Reads that have the selected instance. */
interface HasInstance<Row> {
  readonly instance: Read<Row>;
}

interface InstanceRowsProps<
  Reads extends HasInstance<Row>,
  Row extends Instance,
> extends OfTable<Row> {
  readonly view: View<Reads>;
  readonly control: Control<DraftChoices>;
}

/** The backup instances of a list, one to select; the selected one is named where the list lacks it. */
export function InstanceRows<Reads extends HasInstance<Row>, Row extends Instance>(
  props: InstanceRowsProps<Reads, Row>,
) {
  const { view, control, ...table } = props;
  const chosen = known(view.reads.instance);
  return (
    <>
      {chosen !== undefined && table.rows.every(({ id }) => !sameId(id, chosen.id)) && (
        <p>{words.chosenElsewhere(chosen.friendlyName, chosen.resourceGroup)}</p>
      )}
      {table.rows.length > 0 && (
        <PickField
          control={control}
          name="instance"
          label={words.label}
          {...errorWords(view)}
          {...table}
          valueOf={({ id }) => id}
          nameOf={({ friendlyName }) => friendlyName}
        />
      )}
    </>
  );
}

interface SearchedInstancesProps<Reads extends HasInstance<Row>, Row extends Instance> extends Omit<
  InstanceRowsProps<Reads, Row>,
  'rows'
> {
  /** The instances with a text in the name. */
  readonly pages: (search: string) => Pages<Row>;
  readonly words: {
    readonly search: string;
    readonly what: string;
    readonly shown: (shown: number, total: string, search: string) => string;
  };
}

/** The backup instances over all vaults. The service searches: there may be a hundred thousand. */
export function SearchedInstances<Reads extends HasInstance<Row>, Row extends Instance>({
  pages,
  words: { search: label, what, shown },
  ...props
}: SearchedInstancesProps<Reads, Row>) {
  const [search, setSearch] = useState('');
  const instances = useQuery({
    ...pageQuery(pages(search), 0),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <SearchField label={label} value={search} onSearch={setSearch} />
      <Loaded query={instances} problemOf={problemOf} what={what}>
        {({ rows, total }) => (
          <>
            <p role="status">{shown(rows.length, countText(total), search)}</p>
            <InstanceRows {...props} rows={rows} />
          </>
        )}
      </Loaded>
    </>
  );
}

const ID = 'platform.instance.soft-deleted';

/** A backup instance that is deleted softly keeps its place in the list, with the days left. */
export function deletedBlock({
  deletion,
}: {
  readonly deletion: SoftDeletion | null;
}): Blocked | undefined {
  if (deletion === null) return undefined;
  const text = deletionText(deletion, now());
  const rules = softDeleteRules.filter(({ id }) => id === ID);
  return {
    short: text,
    explain: () => ({
      reasons: rules.map((rule) => ({
        id: ID,
        rule: sayOf(rule),
        facts: [{ text, from: factFrom.read([wizard.instance.what], null), way: null }],
        sources: rule.source.map(sourceLine),
      })),
      instead: null,
    }),
  };
}
