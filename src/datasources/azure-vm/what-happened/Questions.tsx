import { Button, Field, Input, makeStyles, RadioGroup, tokens } from '@fluentui/react-components';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import { type SourceMachines, sourceMachinesQuery } from '#src/api/compute/machines.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { type ConcernedMachines, machinesNamedQuery } from '#src/api/queries/search.ts';
import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { vaultNamesQuery } from '#src/api/recovery-services/vaults.ts';
import { serviceIssuesQuery } from '#src/api/resource-graph/service-health.ts';
import { subscriptionsQuery } from '#src/api/resources/places.ts';
import {
  type IgnoredPart,
  readAddress,
  type Scenario,
  SCENARIOS,
} from '#src/datasources/azure-vm/what-happened/scenarios.ts';
import type { QuestionsProps } from '#src/datasources/datasource.ts';
import { now } from '#src/lib/clock.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import { type Instant, timeAddress } from '#src/lib/time.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import { regionName, type ServiceIssue } from '#src/model/places.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import { type ScenarioId, scenarioIds } from '#src/model/restore-option.ts';
import { common } from '#src/strings/common.ts';
import { overview } from '#src/strings/overview.ts';
import { regionText } from '#src/strings/regions.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { ChoiceRadio } from '#src/ui/fields/ChoiceRadio.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';
import { EmptyState, Loaded } from '#src/ui/states.tsx';
import { useTypedTime } from '#src/ui/use-typed-time.ts';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    '& + &': {
      paddingTop: tokens.spacingVerticalXL,
      borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  search: { display: 'grid', width: '100%', maxWidth: '340px' },
  scenarios: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalL,
  },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  second: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  note: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  time: { width: '100%' },
  input: { width: '100%', maxWidth: '340px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const machineWords = whatHappened.machine;

/** Machines that are shown at once: who looks for another types more of its name. */
const MOST = 6;

interface MachineFieldProps {
  /** Null: not answered yet. */
  readonly scenario: ScenarioId | null;
  readonly chosen: ResourceId | null;
  readonly onChoose: (address: string) => void;
}

/** Which machine. One that the address names is shown alone until another is wanted. */
function MachineField({ scenario, chosen, onChoose }: MachineFieldProps) {
  const shared = useCommonStyles();
  // Where nothing was chosen at first the list is in view, and stays there: focus is in it.
  const [wasEmpty] = useState(chosen === null);
  const [isSearching, setSearching] = useState(false);
  return (
    <div className={shared.column}>
      {chosen !== null && <ChosenMachine id={chosen} />}
      {chosen !== null && !wasEmpty && (
        <Button aria-expanded={isSearching} onClick={() => setSearching(!isSearching)}>
          {machineWords.another}
        </Button>
      )}
      {(wasEmpty || isSearching) && <MachineSearch {...{ scenario, chosen, onChoose }} />}
    </div>
  );
}

/** Which machines an answer concerns; null: it doesn’t say, or the regions of Azure Service Health aren’t read. */
function concernedBy(
  scenario: ScenarioId | null,
  issues: readonly ServiceIssue[] | undefined,
): ConcernedMachines | null {
  const { isOfGone, down } = scenario === null ? NO_SCENARIO : SCENARIOS[scenario];
  if (isOfGone === true) return { sources: ['deleted'] };
  const reported = (issues ?? []).filter(({ isZonal }) => isZonal === (down === 'zone'));
  const regions = reported.flatMap((issue) => issue.regions.map(regionName));
  return down === undefined || regions.length === 0 ? null : { regions: [...new Set(regions)] };
}

const NO_SCENARIO: Partial<Scenario> = {};

/** Machines found by words in their name through Resource Graph, over all vaults; those that the answer concerns first. */
function MachineSearch({ scenario, chosen, onChoose }: MachineFieldProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const [text, setText] = useState('');
  const { isOfGone, down } = scenario === null ? NO_SCENARIO : SCENARIOS[scenario];
  const issues = useQuery({ ...serviceIssuesQuery(), enabled: down !== undefined });
  const concerned = concernedBy(scenario, issues.data);
  const found = useQuery({
    ...machinesNamedQuery(text, concerned, MOST),
    enabled: !issues.isLoading,
  });
  return (
    <>
      <div className={styles.search}>
        <SearchField label={machineWords.search} value={text} onSearch={setText} />
      </div>
      {issues.isLoadingError && <span>{machineWords.concerned.unread}</span>}
      <Loaded query={found} problemOf={problemOf} what={machineWords.what}>
        {({ rows, total, concerned: { ids, total: many } }) =>
          rows.length === 0 ? (
            <EmptyState title={machineWords.none(text)} />
          ) : (
            <>
              {many > 0 && concerned !== null && !found.isPlaceholderData && (
                <ConcernedLine {...{ concerned, many, text }} isZonal={down === 'zone'} />
              )}
              <MachineList
                machines={rows}
                gone={isOfGone === true && !found.isPlaceholderData ? ids : null}
                isDown={down !== undefined}
                chosen={chosen}
                onChoose={({ id }) => onChoose(instanceAddress(id))}
              />
              {total > rows.length && (
                <span className={shared.second}>{machineWords.more(rows.length)}</span>
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}

interface ConcernedLineProps {
  readonly concerned: ConcernedMachines;
  readonly many: number;
  /** What is searched for. */
  readonly text: string;
  readonly isZonal: boolean;
}

/** How many machines the answer concerns, with the way to all of them. */
function ConcernedLine({ concerned, many, text, isZonal }: ConcernedLineProps) {
  const words = machineWords.concerned;
  const { regions } = concerned;
  const search = {
    datasource: 'vm',
    ...(text !== '' && { search: text }),
    ...(regions === undefined ? { source: 'deleted' } : { region: regions.join(',') }),
  };
  return (
    <span>
      {words.before}
      <RouterLink to="/instances" search={search}>
        {words.count(many, countText(many))}
      </RouterLink>
      {regions === undefined
        ? words.gone
        : words[isZonal ? 'zone' : 'region'](regions.map(regionText))}
    </span>
  );
}

/** The machine of the address, also when the list does not show it. */
function ChosenMachine({ id }: { readonly id: ResourceId }) {
  const machine = useQuery(instanceQuery(id));
  return (
    <Loaded query={machine} problemOf={problemOf} what={machineWords.chosenWhat}>
      {({ friendlyName, resourceGroup, vaultName }) => (
        <KeyFacts
          facts={[
            [machineWords.chosen, machineWords.chosenIn(friendlyName, resourceGroup, vaultName)],
          ]}
        />
      )}
    </Loaded>
  );
}

interface MachineListProps {
  readonly machines: readonly ProtectedItem[];
  /** Ids of those whose VM wasn’t found; null: nothing looked for them. */
  readonly gone: ReadonlySet<string> | null;
  /** A zone or a region is down: it matters where they are, and what their vaults keep elsewhere. */
  readonly isDown: boolean;
  readonly chosen: ResourceId | null;
  readonly onChoose: (machine: ProtectedItem) => void;
}

/** The machines found, one to be chosen; group, subscription and vault tell those of one name apart. */
function MachineList(props: MachineListProps) {
  const { machines, isDown } = props;
  const subscriptions = useQuery(subscriptionsQuery()).data;
  const ids = machines.map(({ id }) => id);
  const sources = useQuery({
    ...sourceMachinesQuery(['what happened', ...ids], machines),
    enabled: isDown,
  });
  const vaults = useQuery({ ...vaultNamesQuery(), enabled: isDown });
  return (
    <div role="radiogroup" aria-label={machineWords.label}>
      <DataTable
        label={machineWords.label}
        columns={columns(props, {
          subscriptionName: (id) => subscriptions?.find((one) => sameId(one.id, id))?.name ?? id,
          zoneOf: (machine) => zoneText(machine, sources),
          redundancyOf: ({ vaultId }) => {
            if (vaults.isLoadingError) return common.absence.notRead;
            const vault = vaults.data?.find(({ id }) => sameId(id, vaultId));
            return vault && (vault.redundancy ?? common.absence.notReported);
          },
        })}
        rows={props.machines}
        rowKey={({ id }) => id}
        choice={{
          nameOf: ({ friendlyName }) => friendlyName,
          isChosen: ({ id }) => sameId(id, props.chosen),
        }}
      />
    </div>
  );
}

/** Where a machine is: its region, and its zone once that is read. */
function zoneText(
  { region, sourceResourceId }: ProtectedItem,
  { data, isLoadingError }: UseQueryResult<SourceMachines>,
): string {
  const { place } = machineWords;
  const there = region === null ? common.absence.notReported : regionText(region);
  const source = data?.[sourceResourceId.toLowerCase()];
  if (source === null) return place.gone(there);
  if (source === undefined) return data || isLoadingError ? place.unread(there) : there;
  return source.zone === null ? place.noZone(there) : place.zone(there, source.zone);
}

/** What rows show that the list itself doesn’t hold. */
interface BesideList {
  readonly subscriptionName: (id: string) => string;
  readonly zoneOf: (machine: ProtectedItem) => string;
  readonly redundancyOf: (machine: ProtectedItem) => string | undefined;
}

function columns(
  { chosen, gone, isDown, onChoose }: MachineListProps,
  { subscriptionName, zoneOf, redundancyOf }: BesideList,
): Column<ProtectedItem>[] {
  const { heads } = machineWords;
  return [
    {
      head: heads.name,
      cell: (machine) => <MachineRadio machine={machine} chosen={chosen} onChoose={onChoose} />,
    },
    { head: heads.group, cell: ({ resourceGroup }) => resourceGroup },
    ...(isDown
      ? [{ head: heads.zone, cell: zoneOf }]
      : [
          {
            head: heads.subscription,
            cell: ({ subscriptionId }: ProtectedItem) => subscriptionName(subscriptionId),
          },
        ]),
    { head: heads.vault, cell: ({ vaultName }) => vaultName },
    ...(isDown ? [{ head: heads.redundancy, cell: redundancyOf }] : []),
    ...(gone === null
      ? []
      : [
          {
            head: heads.machine,
            cell: ({ id }: ProtectedItem) =>
              gone.has(id) ? machineWords.isGone : machineWords.isThere,
          },
        ]),
    {
      head: heads.lastPoint,
      isNumber: true,
      cell: ({ lastRecoveryPointAt }) =>
        lastRecoveryPointAt === null ? machineWords.noPoint : dateTimeText(lastRecoveryPointAt),
    },
  ];
}

interface MachineRadioProps extends Pick<MachineListProps, 'chosen' | 'onChoose'> {
  readonly machine: ProtectedItem;
}

function MachineRadio({ machine, chosen, onChoose }: MachineRadioProps) {
  return (
    <ChoiceRadio
      name="machine"
      value={machine.id}
      label={machine.friendlyName}
      checked={sameId(machine.id, chosen)}
      onChange={() => onChoose(machine)}
    />
  );
}

const scenarioWords = whatHappened.scenario;

interface ScenarioFieldProps {
  readonly scenario: ScenarioId | null;
  readonly onChoose: (scenario: string) => void;
}

/** What has happened: one of the scenarios, each with the row of document 001 that it belongs to. */
function ScenarioField({ scenario, onChoose }: ScenarioFieldProps) {
  const styles = useStyles();
  return (
    <>
      <RadioGroup
        className={styles.scenarios}
        aria-label={scenarioWords.label}
        value={scenario ?? ''}
        onChange={(_, { value }) => onChoose(value)}
      >
        {scenarioIds.map((id) => (
          <ChoiceRadio
            key={id}
            value={id}
            label={
              <>
                <span className={styles.name}>{overview.scenarios[id].name}</span>
                <span className={styles.second}>
                  {scenarioWords.way[id]}{' '}
                  <span className={styles.note}>{scenarioWords.row(SCENARIOS[id].document)}</span>
                </span>
              </>
            }
          />
        ))}
      </RadioGroup>
      <span className={styles.note}>{scenarioWords.documentLine}</span>
    </>
  );
}

const timeWords = whatHappened.time;

/** The id of the field for the time, where the answer leads that waits for it. */
export const TIME_FIELD = 'good-until';

interface TimeFieldProps {
  readonly before: Instant | null;
  /** Whether this scenario needs a time. */
  readonly isRequired: boolean;
  readonly onChoose: (address?: string) => void;
}

/** Until when the machine was good: typed in any of a few ways, and taken on Enter or on leaving the field. */
function TimeField({ before, isRequired, onChoose }: TimeFieldProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const input = useRef<HTMLInputElement>(null);
  const { text, error, both, change, take } = useTypedTime(before, onChoose);
  return (
    <form
      className={shared.column}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Field
        className={styles.time}
        label={timeWords.label}
        required={isRequired}
        hint={isRequired ? timeWords.hint : timeWords.optionalHint}
        validationState={error === null ? 'none' : 'error'}
        validationMessage={error}
      >
        <Input
          ref={input}
          id={TIME_FIELD}
          className={styles.input}
          value={text}
          onChange={(_, { value }) => change(value)}
          onBlur={take}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit">{timeWords.use}</Button>
        {both.map((one) => (
          <Button
            key={one.text}
            onClick={() => {
              one.choose();
              input.current?.focus();
            }}
          >
            {one.text}
          </Button>
        ))}
        {isRequired && before === null && (
          <Button appearance="subtle" onClick={() => onChoose(timeAddress(now()))}>
            {timeWords.newest}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What happened, to which VM, and when it was last good. */
export function Questions({ address, onAnswer }: QuestionsProps) {
  const styles = useStyles();
  const { scenario, instance, before, ignored } = readAddress(address, now());
  return (
    <>
      {ignored.length > 0 && <IgnoredBar ignored={ignored} />}
      <section className={styles.part}>
        <SectionHeading level={2}>{whatHappened.scenario.title}</SectionHeading>
        <ScenarioField scenario={scenario} onChoose={(what) => onAnswer({ what })} />
      </section>
      <section className={styles.part}>
        <SectionHeading level={2}>{whatHappened.machine.title}</SectionHeading>
        <MachineField
          scenario={scenario}
          chosen={instance}
          onChoose={(chosen) => onAnswer({ instance: chosen })}
        />
      </section>
      <section className={styles.part}>
        <SectionHeading level={2}>{whatHappened.time.title}</SectionHeading>
        <TimeField
          before={before}
          isRequired={scenario === null || SCENARIOS[scenario].asksTime}
          onChoose={(time) => onAnswer({ before: time })}
        />
      </section>
    </>
  );
}

const unknownWords = whatHappened.unknown;

/** Says which parts of the address mean nothing. */
function IgnoredBar({ ignored }: { readonly ignored: readonly IgnoredPart[] }) {
  return (
    <Notice intent="warning" title={unknownWords.title}>
      {ignored.map(({ what, text }) => (
        <div key={what}>{unknownWords[what](text)}</div>
      ))}
    </Notice>
  );
}
