import { Button, Field, Input, makeStyles, RadioGroup, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { machinesNamedQuery } from '#src/api/queries/search.ts';
import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { subscriptionsQuery } from '#src/api/resources/places.ts';
import {
  type IgnoredPart,
  readAddress,
  SCENARIOS,
} from '#src/datasources/azure-vm/what-happened/scenarios.ts';
import type { QuestionsProps } from '#src/datasources/datasource.ts';
import { now } from '#src/lib/clock.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { type Instant, timeAddress } from '#src/lib/time.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import { type ScenarioId, scenarioIds } from '#src/model/restore-option.ts';
import { overview } from '#src/strings/overview.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
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
  readonly chosen: ResourceId | null;
  readonly onChoose: (address: string) => void;
}

/** Which machine. One that the address names is shown alone until another is wanted. */
function MachineField({ chosen, onChoose }: MachineFieldProps) {
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
      {(wasEmpty || isSearching) && <MachineSearch chosen={chosen} onChoose={onChoose} />}
    </div>
  );
}

/** Machines found by words in their name through Resource Graph, over all vaults. */
function MachineSearch({ chosen, onChoose }: MachineFieldProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const [text, setText] = useState('');
  const found = useQuery(machinesNamedQuery(text, MOST));
  return (
    <>
      <div className={styles.search}>
        <SearchField label={machineWords.search} value={text} onSearch={setText} />
      </div>
      <Loaded query={found} problemOf={problemOf} what={machineWords.what}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <EmptyState title={machineWords.none(text)} />
          ) : (
            <>
              <MachineList
                machines={rows}
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
  readonly chosen: ResourceId | null;
  readonly onChoose: (machine: ProtectedItem) => void;
}

/** The machines found, one to be chosen; group, subscription and vault tell those of one name apart. */
function MachineList(props: MachineListProps) {
  const subscriptions = useQuery(subscriptionsQuery()).data;
  const subscriptionName = (id: string) =>
    subscriptions?.find((one) => sameId(one.id, id))?.name ?? id;
  return (
    <div role="radiogroup" aria-label={machineWords.label}>
      <DataTable
        label={machineWords.label}
        columns={columns(props, subscriptionName)}
        rows={props.machines}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

function columns(
  { chosen, onChoose }: MachineListProps,
  subscriptionName: (id: string) => string,
): Column<ProtectedItem>[] {
  return [
    {
      head: machineWords.heads.name,
      cell: (machine) => <MachineRadio machine={machine} chosen={chosen} onChoose={onChoose} />,
    },
    { head: machineWords.heads.group, cell: ({ resourceGroup }) => resourceGroup },
    {
      head: machineWords.heads.subscription,
      cell: ({ subscriptionId }) => subscriptionName(subscriptionId),
    },
    { head: machineWords.heads.vault, cell: ({ vaultName }) => vaultName },
    {
      head: machineWords.heads.lastPoint,
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
        <MachineField chosen={instance} onChoose={(chosen) => onAnswer({ instance: chosen })} />
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
