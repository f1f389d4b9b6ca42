import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons/svg/filter';
import { type ReactNode, useId, useState } from 'react';
import { countText } from '#src/lib/format.ts';
import { filters as filterWords } from '#src/strings/filters.ts';
import { instances } from '#src/strings/instances.ts';
import { focusField } from '#src/ui/dom.ts';
import { useMedia } from '#src/ui/hooks.ts';
import { Popover } from '#src/ui/Popover.tsx';
import {
  Choices,
  type FilterOption,
  FilterPill,
  type FilterPillProps,
  FilterRow,
} from '#src/ui/filters/FilterPill.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';
import type { EmptyStateProps } from '#src/ui/states.tsx';

/** A filter of a list: a part of the address, and the pill that sets it. */
export interface ListFilter extends Omit<
  FilterPillProps,
  'name' | 'onChange' | 'onClose' | 'onRemove' | 'picture'
> {
  /** Its name in the address. */
  readonly part: string;
  readonly label: string;
}

export interface ListFiltersProps {
  readonly search: { readonly part: string; readonly label: string; readonly value: string };
  readonly filters: readonly ListFilter[];
  /** A part of the address that narrows the list and has no pill; cleared with the others. */
  readonly pinned?: { readonly part: string; readonly isSet: boolean };
  /** A picture in which the same can be chosen, by the part of a filter. */
  readonly pictures?: Readonly<Record<string, ReactNode>> | undefined;
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void;
  /** One line, as low as may be; where the screen is narrow, a button opens the rest. */
  readonly isDense?: boolean | undefined;
  /** In front of the search. */
  readonly heading?: ReactNode;
  /** Behind the filters that are in use: one that grows by its words moves no filter that is open. */
  readonly toggles?: ReactNode;
  readonly children?: ReactNode;
}

/** What narrows a list; all of it stands in the address, several values with commas between. */
export function ListFilters({
  search,
  filters,
  pinned,
  pictures,
  onChange,
  isDense = false,
  heading,
  toggles,
  children,
}: ListFiltersProps) {
  const add = useId();
  const clearable = filters.filter(({ isOneOf }) => isOneOf !== true);
  const isFiltered =
    search.value !== '' ||
    pinned?.isSet === true ||
    clearable.some(({ chosen }) => chosen.length > 0);
  const clear = () => {
    const parts = [
      search.part,
      ...clearable.map(({ part }) => part),
      ...(pinned ? [pinned.part] : []),
    ];
    onChange(Object.fromEntries(parts.map((part) => [part, undefined])));
  };
  // One that is open stays, though its last value was just cleared.
  const [open, setOpen] = useState<string | null>(null);
  const isInUse = ({ part, chosen, nothing, isOneOf }: ListFilter): boolean =>
    part === open || chosen.length > 0 || nothing !== undefined || isOneOf === true;
  const set = ({ part, isOneOf }: ListFilter, values: readonly string[]) =>
    onChange({ [part]: isOneOf === true ? values.at(-1) : values.join(',') || undefined });
  const idOf = ({ id, part }: ListFilter): string => id ?? `${add}-${part}`;
  const addable = filters.filter((one) => !isInUse(one));
  const isNarrow = !useMedia('(min-width: 640px)') && isDense;
  const [isShown, setIsShown] = useState(false);
  // What narrows the list is always in sight.
  const isHidden = isNarrow && !isShown && !isFiltered;
  return (
    <FilterRow isDense={isDense}>
      {heading}
      {!isHidden && (
        <SearchField
          label={search.label}
          value={search.value}
          onSearch={(text) => onChange({ [search.part]: text || undefined })}
        />
      )}
      {isNarrow && toggles}
      {isNarrow && (
        <Button shape="circular" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {filterWords.label}
        </Button>
      )}
      {!isHidden &&
        filters.filter(isInUse).map((one) => (
          <FilterPill
            key={one.part}
            {...one}
            id={idOf(one)}
            name={one.label}
            picture={pictures?.[one.part]}
            onChange={(values) => set(one, values)}
            onOpen={() => {
              setOpen(one.part);
              one.onOpen?.();
            }}
            onClose={() => {
              // A pill that goes leaves the focus to what would bring it back.
              if (one.chosen.length === 0 && document.activeElement?.id === idOf(one))
                focusField(add);
              setOpen(null);
            }}
            {...(one.isOneOf !== true &&
              one.chosen.length > 0 && {
                onRemove: () => {
                  set(one, []);
                  focusField(add);
                },
              })}
          />
        ))}
      {!isNarrow && toggles}
      {!isHidden && filters.length > 0 && (
        <AddFilter id={add} filters={addable} all={filters} onChange={set} />
      )}
      {isFiltered && (
        <Button appearance="subtle" onClick={clear}>
          {filterWords.clear}
        </Button>
      )}
      {children}
    </FilterRow>
  );
}

const useAddStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    minWidth: '160px',
  },
  one: { justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular },
});

interface AddFilterProps {
  readonly id: string;
  /** Those that are not in use. */
  readonly filters: readonly ListFilter[];
  readonly all: readonly ListFilter[];
  readonly onChange: (filter: ListFilter, values: readonly string[]) => void;
}

/** The filters that are not in use, by their names; pressed, one shows its choices in the same place. */
function AddFilter({ id, filters, all, onChange }: AddFilterProps) {
  const styles = useAddStyles();
  const menu = useId();
  const [part, setPart] = useState<string | null>(null);
  const added = all.find((one) => one.part === part);
  return (
    <>
      <Button
        id={id}
        appearance="subtle"
        icon={<Filter20Regular />}
        popoverTarget={menu}
        disabledFocusable={filters.length === 0 && added === undefined}
      >
        {filterWords.add}
      </Button>
      <Popover
        id={menu}
        label={added?.label ?? filterWords.add}
        onOpenChange={(isOpen) => {
          if (!isOpen) setPart(null);
        }}
      >
        {() =>
          added === undefined ? (
            <div className={styles.list}>
              {filters.map((one) => (
                <Button
                  key={one.part}
                  appearance="subtle"
                  className={styles.one}
                  onClick={() => {
                    one.onOpen?.();
                    setPart(one.part);
                  }}
                >
                  {one.label}
                </Button>
              ))}
            </div>
          ) : (
            <div ref={focusFirst} key={added.part} tabIndex={-1}>
              <Choices
                name={added.label}
                options={added.options}
                chosen={added.chosen}
                onChange={(values) => onChange(added, values)}
                isOneOf={added.isOneOf}
                retry={added.retry}
              />
            </div>
          )
        }
      </Popover>
    </>
  );
}

/** What was pressed is gone with the menu: its choices have the focus, or their place while they are being read. */
function focusFirst(choices: HTMLElement | null): void {
  (choices?.querySelector<HTMLElement>('input, button') ?? choices)?.focus();
}

/** The options of a filter whose values have fixed words. */
export function optionsOf<Value extends string>(
  values: readonly Value[],
  texts: Readonly<Record<Value, string>>,
): FilterOption[] {
  return values.map((value) => ({ value, text: texts[value] }));
}

interface Words {
  readonly search: string;
  readonly none: string;
  readonly noneFit: string;
  readonly noneFitSearched: (search: string, isOfAll: boolean) => string;
  readonly count: (total: number, text: string, search: string) => string;
}

/** A text or a list of values; an empty one narrows nothing. */
interface Sized {
  readonly length: number;
}

/** What a list says of its filter: how many rows fit, or that none does. */
export function listWords<Filter extends { readonly search: string }>(
  words: Words,
  filter: Filter & Readonly<Partial<Record<keyof Filter | 'vaults' | 'subscriptions', Sized>>>,
) {
  const { search } = filter;
  const values = Object.values<Sized | undefined>(filter);
  const isFiltered = values.some((one) => one !== undefined && one.length > 0);
  const isOfAll = (filter.vaults?.length ?? 0) + (filter.subscriptions?.length ?? 0) === 0;
  return {
    search: { label: words.search, value: search },
    empty: (): EmptyStateProps =>
      isFiltered
        ? { title: words.noneFit, children: words.noneFitSearched(search, isOfAll) }
        : { title: words.none },
    count: (total: number) => words.count(total, countText(total), search),
  };
}

/** As much of a vault as is known of it in a list. Null: it does not say. */
interface ListedVault {
  readonly id: string;
  readonly name: string;
  readonly hasCrossRegionRestore: boolean | null;
}

interface SecondaryVault {
  /** Undefined: being read. */
  readonly vaults: readonly ListedVault[] | undefined;
  readonly chosen: string | undefined;
  readonly words: { readonly vault: string; readonly nothing: string };
}

/** The filter that says which vault is looked into in its second region; those that cannot be say why. */
export function secondaryVaultFilter({ vaults, chosen, words }: SecondaryVault): ListFilter {
  return {
    part: 'vault',
    label: words.vault,
    options: vaults
      ?.map(({ id, name, hasCrossRegionRestore }) => ({
        value: id,
        text: name,
        ...(hasCrossRegionRestore === false && { blocked: instances.secondary.off }),
      }))
      .toSorted((a, b) => Number('blocked' in a) - Number('blocked' in b)),
    chosen: chosen === undefined ? [] : [chosen],
    nothing: words.nothing,
    isOneOf: true,
  };
}
