import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Filter20Regular } from '@fluentui/react-icons/svg/filter';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { isCut } from '#src/lib/list.ts';
import { countText, dayText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { filters } from '#src/strings/filters.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status } from '#src/ui/Status.tsx';
import { DateField } from '#src/ui/fields/DateField.tsx';
import { FilterPill, FilterRow } from '#src/ui/filters/FilterPill.tsx';
import {
  addressWords,
  type ChangePoints,
  CONSISTENCIES,
  isFiltering,
  NO_POINTS_FILTER,
  type PointFilter,
  TIERS,
} from '#src/ui/points/filter.ts';
import { useMedia } from '#src/ui/hooks.ts';
import { EmptyState } from '#src/ui/states.tsx';
import { useTypedTime } from '#src/ui/use-typed-time.ts';

/** How a field among the filters looks. */
const useFilterFieldStyles = makeStyles({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  label: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    '@media (min-width: 360px)': { whiteSpace: 'nowrap' },
  },
  input: { width: '140px', '@media (max-width: 639px)': { width: 'auto', minWidth: 0 } },
  // Under 640 pixels it is as wide as what stands beside it leaves.
  before: {
    '@media (max-width: 639px)': { flex: '1 1 0', flexWrap: 'nowrap', minWidth: 0 },
  },
});

/** In a form Enter would submit it, and filters are no part of what is submitted. True where it was Enter. */
function keepEnter(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter') return false;
  event.preventDefault();
  return true;
}

const words = instance.points;

interface BeforeFieldProps {
  readonly before: Instant | null;
  readonly onChange: (before?: string) => void;
}

/** The moment before which the restore points are wanted: taken on Enter or on leaving the field. */
function BeforeField({ before, onChange }: BeforeFieldProps) {
  const styles = useFilterFieldStyles();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { text, error, both, change, take } = useTypedTime(before, onChange);
  const errorId = `${id}-error`;
  return (
    <span className={mergeClasses(styles.root, styles.before)}>
      <label htmlFor={id} className={styles.label}>
        {words.before}
      </label>
      <Input
        ref={input}
        id={id}
        className={styles.input}
        placeholder={words.beforeExample}
        value={text}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        onChange={(_, { value }) => change(value)}
        onKeyDown={(event) => {
          if (keepEnter(event)) take();
        }}
        onBlur={take}
      />
      <span id={errorId} role="alert">
        {error !== null && <Status tone="failed">{error}</Status>}
      </span>
      {both.map((one) => (
        <Button
          key={one.text}
          size="small"
          onClick={() => {
            one.choose();
            input.current?.focus();
          }}
        >
          {one.text}
        </Button>
      ))}
    </span>
  );
}

const tiers = Object.entries(TIERS).map(([value, tier]) => ({ value, text: wizard.tier[tier] }));
const consistencies = Object.entries(CONSISTENCIES).map(([value, consistency]) => ({
  value,
  text: wizard.consistency[consistency],
}));

interface PointFiltersProps {
  readonly filter: PointFilter;
  readonly onChange: ChangePoints;
  /** The points have tiers and consistencies. */
  readonly hasTiers: boolean;
  readonly isFlush: boolean;
}

/** What narrows the list of points. */
export function PointFilters({ filter, onChange, hasTiers, isFlush }: PointFiltersProps) {
  const styles = useFilterFieldStyles();
  const hasRoom = useMedia('(min-width: 1024px)');
  const [isOpen, setIsOpen] = useState(false);
  const used = [filter.from, filter.to, filter.consistencies[0], filter.tiers[0]].filter(Boolean);
  const fields = (
    <>
      <BeforeField before={filter.before} onChange={(before) => onChange({ before })} />
      {!hasRoom && (
        <Button
          icon={<Filter20Regular />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {used.length === 0 ? words.filters : words.filtersUsed(used.length)}
        </Button>
      )}
      {(hasRoom || isOpen) && <FoldedFilters {...{ filter, onChange, hasTiers }} />}
      {(hasRoom || isOpen) && isFiltering(filter) && (
        <Button appearance="subtle" onClick={() => onChange(NO_POINTS_FILTER)}>
          {filters.clear}
        </Button>
      )}
    </>
  );
  return isFlush ? (
    <div role="search" aria-label={filters.label} className={styles.root}>
      {fields}
    </div>
  ) : (
    <FilterRow>{fields}</FilterRow>
  );
}

/** The filters that stand behind a button where there is little room. */
function FoldedFilters({ filter, onChange, hasTiers }: Omit<PointFiltersProps, 'isFlush'>) {
  return (
    <>
      <DateField
        label={words.from}
        value={filter.from}
        onChange={(day) => onChange({ from: day ?? undefined })}
      />
      <DateField
        label={words.to}
        value={filter.to}
        onChange={(day) => onChange({ to: day ?? undefined })}
      />
      {hasTiers && (
        <>
          <FilterPill
            name={words.consistency}
            options={consistencies}
            chosen={addressWords(CONSISTENCIES, filter.consistencies)}
            onChange={(chosen) => onChange({ consistency: chosen.join(',') || undefined })}
          />
          <FilterPill
            name={words.tier}
            options={tiers}
            chosen={addressWords(TIERS, filter.tiers)}
            onChange={(chosen) => onChange({ tier: chosen.join(',') || undefined })}
          />
        </>
      )}
      {filter.day !== null && (
        <Button
          shape="circular"
          icon={<Dismiss16Regular />}
          iconPosition="after"
          aria-label={words.showAllDays(dayText(filter.day))}
          onClick={() => onChange({ day: undefined })}
        >
          {words.onDay(dayText(filter.day))}
        </Button>
      )}
    </>
  );
}

interface NoPointFitsProps {
  /** All restore points that were read. */
  readonly points: readonly unknown[];
  readonly onChange: ChangePoints;
}

/** There are restore points, and the filters hide all of them. */
export function NoPointFits({ points, onChange }: NoPointFitsProps) {
  return (
    <EmptyState title={words.noneFit}>
      <span>{words.noneFitBody(countText(points.length), isCut(points))}</span>
      <Button onClick={() => onChange(NO_POINTS_FILTER)}>{words.showAll}</Button>
    </EmptyState>
  );
}
