import {
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { RestoreOptions, OptionVm } from '#src/datasources/azure-vm/options.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import {
  RESTORE_OPTIONS,
  type VmRestoreOption,
} from '#src/datasources/azure-vm/what-happened/scenarios.ts';
import { now } from '#src/lib/clock.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import { type Instant, timeAddress } from '#src/lib/time.ts';
import type { ScenarioId } from '#src/model/restore-option.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { common } from '#src/strings/common.ts';
import { recoverFiles } from '#src/strings/files.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { dataLoss } from '#src/strings/timeline.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { wizard } from '#src/strings/wizard.ts';
import { ExplanationBlock, type Reason } from '#src/ui/explanation.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { RouterButton } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';

const useStyles = makeStyles({
  why: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  lead: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  leastTouch: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  none: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { margin: 0 },
  other: {
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** An option in sentences. */
interface OptionText {
  readonly name: string;
  readonly does: string;
  readonly leaves: string;
  /** Why another option stands before it. */
  readonly less: string;
  /** Why it cannot be taken now; null when it can. */
  readonly state: string | null;
}

/** Says what an option does to a machine, and what it leaves alone. */
export function optionText(
  restoreOption: VmRestoreOption,
  scenario: ScenarioId,
  source: OptionVm,
): OptionText {
  const { less, lessAfter, waits, ofGone, restoreOptions, state } = whatHappened;
  const { kind } = restoreOption;
  const replacesNothing = source.isGone && RESTORE_OPTIONS[kind].touch === 'replaces';
  return {
    name: source.isGone && kind === 'newVm' ? ofGone.newVm : restoreOptions[kind],
    does: doesText(restoreOption, source),
    leaves: leavesText(restoreOption, scenario, source),
    less:
      restoreOption.state === 'waits'
        ? waits(source.region)
        : replacesNothing
          ? ofGone.less
          : (lessAfter(scenario, kind) ?? less[kind]),
    state: {
      open: null,
      blocked: state.blocked(source.name),
      waits: state.waits(source.region),
    }[restoreOption.state],
  };
}

/** What the button says that starts an option: where it leads to and from which point, if it is elsewhere. */
export function startText(restoreOption: VmRestoreOption, source: OptionVm): string {
  const { restore, restoreIn } = whatHappened.answer;
  if (restoreOption.kind === 'files') return recoverFiles.command;
  const time = restoreOption.point?.time ?? null;
  const place = placeOf(restoreOption, source);
  return place === null || time === null ? restore : restoreIn(place, dateTimeText(time));
}

/** The zone or region that an option leads to; null where it stays, or that is not known. */
function placeOf({ kind, choices }: VmRestoreOption, { pair }: OptionVm): string | null {
  const { to } = RESTORE_OPTIONS[kind];
  if (to === 'pairedRegion') return pair;
  const zone = choices.zone ?? null;
  return to === 'otherZone' && zone !== null ? whatHappened.answer.zone(zone) : null;
}

function doesText({ kind, choices }: VmRestoreOption, source: OptionVm): string {
  const { does, health, somePair } = whatHappened;
  const { region, pair } = { ...source, pair: source.pair ?? somePair };
  const zone = choices.zone ?? '';
  switch (kind) {
    case 'zoneVm':
    case 'zoneDisks':
      return `${does[kind](zone)} ${health[source.health.region](region, zone)}`;
    case 'regionVm':
    case 'regionDisks':
      return `${does[kind](pair)} ${health[source.health.pair](pair, null)}`;
    default:
      return does[kind];
  }
}

function leavesText(
  { kind }: VmRestoreOption,
  scenario: ScenarioId,
  { name, isGone }: OptionVm,
): string {
  const { leaves } = whatHappened;
  if (isGone) return leaves.gone;
  if (RESTORE_OPTIONS[kind].touch === 'replaces') return leaves.nothing(name);
  return scenario === 'ransomware' ? leaves.evidence(name) : leaves.machine(name);
}

const restoreWords = whatHappened.answer;

/** A restore option, and the answers that led to it. */
interface OptionProps {
  readonly restoreOption: VmRestoreOption;
  readonly scenario: ScenarioId;
  readonly source: OptionVm;
  readonly before: Instant | null;
}

interface RestoreWithOptionProps extends OptionProps {
  readonly name: string;
  readonly isFirst?: boolean;
}

/**
 * Opens a draft in the wizard with machine, point and all that the option chooses, and with the answers
 * that led to it. Nothing is started.
 */
function RestoreWithOption(props: RestoreWithOptionProps) {
  const { restoreOption, scenario, source, before, name, isFirst = false } = props;
  const { option, zone, outage, regionView } = restoreOption.choices;
  const text = startText(restoreOption, source);
  return (
    <RouterButton
      to="/restore/new"
      search={{
        instance: instanceAddress(source.id),
        point: restoreOption.point?.name,
        option: option ?? undefined,
        task: restoreOption.kind === 'files' ? 'recoverFiles' : undefined,
        zone: zone ?? undefined,
        outage: outage ?? undefined,
        view: regionView,
        what: scenario,
        before: before === null ? undefined : timeAddress(before),
      }}
      preload={false}
      {...(isFirst
        ? { appearance: 'primary' }
        : { size: 'small', 'aria-label': restoreWords.restoreAs(text, name) })}
    >
      {text}
    </RouterButton>
  );
}

const whyWords = wizard.explain;

interface WhyProps {
  /** What the link asks, for who hears it without its line. */
  readonly label: string;
  readonly hideLabel: string;
  readonly reasons: readonly Reason[];
  readonly children: ReactNode;
}

/** That something is not possible, and on request every rule, fact and document that says so. */
function Why({ label, hideLabel, reasons, children }: WhyProps) {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={styles.why}>
        <Status tone="impossible">{children}</Status>
        <LinkButton
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={isOpen ? hideLabel : label}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? whyWords.hideWhy : whyWords.why}
        </LinkButton>
      </div>
      {isOpen && <ExplanationBlock id={id} explanation={{ reasons, instead: null }} />}
    </>
  );
}

const words = whatHappened.answer;

/** The option that touches least: what it does, from which point, what is lost, and the button. */
function FirstOption({ restoreOption, scenario, source, before }: OptionProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const { name, does, leaves } = optionText(restoreOption, scenario, source);
  const { point, passedOver, warnings, afterwards, notChecked } = restoreOption;
  const time = point?.time ?? null;
  const reminder =
    scenario === 'rehearsal' || scenario === 'ransomware' ? whatHappened.reminder[scenario] : null;
  const facts: [string, ReactNode][] = [
    [words.does, does],
    [words.leaves, leaves],
    [words.point, time === null ? common.absence.notReported : dateTimeText(time)],
    [words.consistency, wizard.consistency[point?.consistency ?? 'unknown']],
    [words.tier, wizard.tier[point?.tier ?? 'unknown']],
    [words.lost, time === null ? common.absence.notReported : lostText(time, before)],
    ...listed(words.watchOut, 'warning', reminder === null ? warnings : [...warnings, reminder]),
    ...listed(words.notChecked, 'unknown', notChecked),
    ...listed(words.afterwards, null, afterwards),
  ];
  return (
    <div className={shared.column}>
      <p className={styles.lead} role="status">
        {words.first(name, time === null ? common.absence.notReported : dateTimeText(time))}
        <span className={styles.leastTouch}>{words.leastTouch}</span>
      </p>
      <KeyFacts facts={facts} />
      {passedOver !== null && passedOver.point.time !== null && (
        <Why
          label={words.whyPassedOver}
          hideLabel={words.hideWhyPassedOver}
          reasons={passedOver.reasons}
        >
          {words.passedOver(dateTimeText(passedOver.point.time))}
        </Why>
      )}
      <RestoreWithOption {...{ restoreOption, scenario, source, before, name }} isFirst />
    </div>
  );
}

/** What the point does not have: until now, and of that until the time given. */
function lostText(time: Instant, before: Instant | null): string {
  const untilNow = dataLoss.changes(now() - time);
  return before === null
    ? untilNow
    : `${untilNow}; ${words.lostBefore(durationText(before - time))}`;
}

/** Lines of a term; null: there is nothing to say of each but its words. */
function listed(term: string, tone: Tone | null, lines: readonly string[]): [string, ReactNode][] {
  return lines.length === 0 ? [] : [[term, <Lines key={term} tone={tone} lines={lines} />]];
}

function Lines({ tone, lines }: { readonly tone: Tone | null; readonly lines: readonly string[] }) {
  const shared = useCommonStyles();
  return (
    <ul className={tone === null ? shared.bullets : shared.plainList}>
      {lines.map((line) => (
        <li key={line}>{tone === null ? line : <Status tone={tone}>{line}</Status>}</li>
      ))}
    </ul>
  );
}

interface OptionsViewProps {
  readonly restoreOptions: RestoreOptions;
  readonly scenario: ScenarioId;
  readonly before: Instant | null;
}

/** The first option with all that is to be known of it, and the others with what speaks against them. */
export function OptionsView({ restoreOptions, scenario, before }: OptionsViewProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const { first, others, source, doubt, outage } = restoreOptions;
  return (
    <>
      {doubt !== null && (
        <MessageBar>
          <MessageBarBody>{words[doubt](source.name)}</MessageBarBody>
        </MessageBar>
      )}
      {scenario === 'bare-metal' && (
        <MessageBar layout="multiline">
          <MessageBarBody>{sayOf(ruleNamed(vmRules, 'datasource.bmr'))}</MessageBarBody>
        </MessageBar>
      )}
      {first === null ? (
        <div className={styles.none} role="status">
          <Status tone="impossible">{words.none}</Status>
          {outage !== null && <p className={styles.line}>{outage}</p>}
          <p className={styles.line}>{words.noneOf}</p>
        </div>
      ) : (
        <>
          {outage !== null && <p className={styles.line}>{outage}</p>}
          <FirstOption restoreOption={first} scenario={scenario} source={source} before={before} />
        </>
      )}
      <SectionHeading level={3}>{words.others}</SectionHeading>
      <ul className={shared.plainList} aria-label={words.others}>
        {others.map((restoreOption) => (
          <OtherOption
            key={restoreOption.kind}
            restoreOption={restoreOption}
            scenario={scenario}
            source={source}
            before={before}
            isOtherPoint={first === null || restoreOption.point?.name !== first.point?.name}
          />
        ))}
      </ul>
    </>
  );
}

interface OtherOptionProps extends OptionProps {
  /** Whether it starts from another point than the first option. */
  readonly isOtherPoint: boolean;
}

/** Another option: what it does, why it comes later, and what stands in its way. */
function OtherOption({ restoreOption, scenario, source, before, isOtherPoint }: OtherOptionProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const { name, does, leaves, less, state } = optionText(restoreOption, scenario, source);
  const time = restoreOption.point?.time ?? null;
  return (
    <li className={mergeClasses(shared.column, shared.close, styles.other)}>
      <span className={shared.strong}>{name}</span>
      {state !== null && restoreOption.state !== 'blocked' && (
        <Status tone={restoreOption.state === 'waits' ? 'waiting' : 'impossible'}>{state}</Status>
      )}
      {restoreOption.state === 'blocked' ? (
        <Why
          label={wizard.explain.whyNot(name)}
          hideLabel={wizard.explain.hideWhyNot(name)}
          reasons={restoreOption.reasons}
        >
          {state}
        </Why>
      ) : (
        <span>{less}</span>
      )}
      <span className={styles.second}>{does}</span>
      {restoreOption.state === 'open' && (
        <span className={styles.second}>
          {leaves}
          {isOtherPoint && time !== null && ` ${words.asOf(dateTimeText(time))}`}
        </span>
      )}
      {restoreOption.state !== 'blocked' &&
        restoreOption.notChecked.map((fact) => (
          <span key={fact} className={styles.second}>
            <Status tone="unknown">{fact}</Status>
          </span>
        ))}
      {restoreOption.state === 'open' && (
        <RestoreWithOption {...{ restoreOption, scenario, source, before, name }} />
      )}
    </li>
  );
}
