import {
  Button,
  Checkbox,
  Input,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useId, useState } from 'react';
import { textInSentence } from '#src/lib/visible-text.ts';
import type { Retry } from '#src/model/problem.ts';
import { filters } from '#src/strings/filters.ts';
import { useCaveat } from '#src/ui/caveats.ts';
import { Popover } from '#src/ui/Popover.tsx';
import { TryAgain } from '#src/ui/states.tsx';

const useStyles = makeStyles({
  pill: {
    minWidth: 0,
    maxWidth: '340px',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  chosen: { fontWeight: tokens.fontWeightSemibold },
  // Filter and way to remove it look like one pill.
  removable: { display: 'inline-flex', maxWidth: '100%' },
  first: { borderStartEndRadius: 0, borderEndEndRadius: 0 },
  remove: { borderStartStartRadius: 0, borderEndStartRadius: 0, borderInlineStartStyle: 'none' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '50dvh',
    maxWidth: '360px',
    margin: 0,
    padding: 0,
    border: 'none',
    overflowY: 'auto',
  },
  more: {
    padding: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  // Each side by its own name: of two shorthands the one that a page drew first would win.
  dense: { paddingTop: '2px', paddingBottom: '2px' },
  // It starts where the pill does, whatever the pill says, or as far to the right as it has room.
  wide: {
    positionAnchor: 'auto',
    positionArea: 'none',
    top: 'anchor(bottom)',
    left: 'max(16px, min(anchor(left), calc(100vw - 776px)))',
  },
  ignored: { paddingInline: tokens.spacingHorizontalXXL },
});

/** With more options than this, they can be searched; more than this are not drawn at once. */
const MANY = 12;
const MOST_DRAWN = 60;

export interface FilterOption {
  readonly value: string;
  readonly text: string;
  /** Why it cannot be chosen; left out: it can be. */
  readonly blocked?: string;
}

export interface FilterPillProps {
  readonly id?: string | undefined;
  readonly name: string;
  /** What may be chosen; undefined while it is being read. */
  readonly options: readonly FilterOption[] | undefined;
  /** The chosen values; none means all. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Told when the options are looked at, for those that are read only then. */
  readonly onOpen?: () => void;
  /** Given where the options could not be read: the way to them. */
  readonly retry?: Retry | undefined;
  /** One value always holds, so all of them cannot be shown. */
  readonly isOneOf?: boolean | undefined;
  /** What the pill says while nothing is chosen; `all` unless told otherwise. */
  readonly nothing?: string | undefined;
  /** Given where the filter can be removed by a button of its own. */
  readonly onRemove?: (() => void) | undefined;
  /** Told when the choices were closed. */
  readonly onClose?: () => void;
  /** A picture in which the same can be chosen; it stands where it is while the choices change. */
  readonly picture?: ReactNode;
}

/** One filter: what is chosen stands on the pill, what may be chosen opens below it. */
export function FilterPill({ name, options, chosen, onChange, ...more }: FilterPillProps) {
  const styles = useStyles();
  const list = useId();
  const textOf = (value: string) => options?.find((one) => one.value === value)?.text ?? value;
  const summary = filters.summary(chosen.map(textOf), more.nothing);
  return (
    <span className={styles.removable}>
      <Button
        id={more.id}
        shape="circular"
        className={mergeClasses(styles.pill, more.onRemove && styles.first)}
        icon={<ChevronDown16Regular />}
        iconPosition="after"
        aria-label={filters.pill(name, summary)}
        popoverTarget={list}
      >
        {filters.before(name)}
        <span className={styles.chosen}>{summary}</span>
      </Button>
      {more.onRemove && (
        <Button
          shape="circular"
          className={styles.remove}
          icon={<Dismiss16Regular />}
          aria-label={filters.remove(name)}
          onClick={more.onRemove}
        />
      )}
      <Popover
        id={list}
        label={name}
        className={more.picture === undefined ? undefined : styles.wide}
        onOpenChange={(isOpen) => {
          if (isOpen) more.onOpen?.();
          else more.onClose?.();
        }}
      >
        {() => (
          <>
            {more.picture}
            <Choices
              name={name}
              options={options}
              chosen={chosen}
              onChange={onChange}
              isOneOf={more.isOneOf}
              retry={more.retry}
            />
          </>
        )}
      </Popover>
    </span>
  );
}

type ChoicesProps = Pick<
  FilterPillProps,
  'name' | 'options' | 'chosen' | 'onChange' | 'isOneOf' | 'retry'
>;

/** What may be chosen of a filter. */
export function Choices({ name, options, chosen, onChange, isOneOf = false, retry }: ChoicesProps) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<readonly string[] | null>(null);
  // The address takes a moment to follow: a change starts from the latest one instead of the address.
  if (selected !== null && isSameSet(selected, chosen)) setSelected(null);
  const now = selected ?? chosen;
  const change = (values: readonly string[]) => {
    setSelected(values);
    onChange(values);
  };
  if (options === undefined && retry !== undefined) {
    return (
      <>
        {filters.unread(name)}
        <TryAgain size="small" {...retry} />
      </>
    );
  }
  if (options === undefined) return filters.reading(name);
  const wanted = search.trim().toLowerCase();
  const found = options.filter(({ text }) => text.toLowerCase().includes(wanted));
  const toggle = (value: string) => {
    if (isOneOf) change([value]);
    else change(now.includes(value) ? now.filter((one) => one !== value) : [...now, value]);
  };
  return (
    <>
      {options.length > MANY && (
        <Input
          value={search}
          aria-label={filters.searchIn(name)}
          placeholder={filters.searchIn(name)}
          onChange={(_, { value }) => setSearch(value)}
        />
      )}
      <fieldset className={styles.list} aria-label={name}>
        {found.slice(0, MOST_DRAWN).map(({ value, text, blocked }) => (
          <Checkbox
            key={value}
            label={blocked === undefined ? textInSentence(text) : filters.blocked(text, blocked)}
            checked={now.includes(value)}
            aria-disabled={blocked !== undefined}
            onChange={() => {
              if (blocked === undefined) toggle(value);
            }}
          />
        ))}
        {found.length > MOST_DRAWN && (
          <span className={styles.more}>{filters.more(found.length - MOST_DRAWN)}</span>
        )}
        {found.length === 0 && <span className={styles.more}>{filters.none}</span>}
      </fieldset>
      {now.length > 0 && !isOneOf && (
        <Button appearance="subtle" size="small" onClick={() => change([])}>
          {filters.all}
        </Button>
      )}
    </>
  );
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

interface FilterRowProps {
  /** As low as may be. */
  readonly isDense?: boolean;
  readonly children: ReactNode;
}

/** The search box and the pills above a list. */
export function FilterRow({ isDense = false, children }: FilterRowProps) {
  const styles = useStyles();
  return (
    <div
      role="search"
      aria-label={filters.label}
      className={mergeClasses(styles.row, isDense && styles.dense)}
    >
      {children}
    </div>
  );
}

interface IgnoredProps {
  /** Parts of the address that mean nothing here, as `health=fine`. */
  readonly parts: readonly string[];
}

/** Says which filters of an address were left out because they mean nothing. */
export function Ignored({ parts }: IgnoredProps) {
  const styles = useStyles();
  const text = parts.length === 0 ? null : filters.ignored(parts);
  useCaveat(text);
  if (text === null) return null;
  return (
    <div className={styles.ignored}>
      <MessageBar intent="warning">
        <MessageBarBody>{text}</MessageBarBody>
      </MessageBar>
    </div>
  );
}
