import { ruleNamed } from '#src/rules/engine.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import {
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ScenarioId } from '#src/model/restore-option.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';
import { dateTimeText } from '#src/lib/format.ts';
import { wizard } from '#src/strings/wizard.ts';
import { FirstOption } from '#src/datasources/azure-vm/what-happened/FirstOption.tsx';
import type { RestoreOptions } from '#src/datasources/azure-vm/options/restore-options-for.ts';
import {
  type OptionProps,
  RestoreWithOption,
} from '#src/datasources/azure-vm/what-happened/RestoreWithOption.tsx';
import { optionText } from '#src/datasources/azure-vm/what-happened/option-words.ts';
import { Why } from '#src/datasources/azure-vm/what-happened/Why.tsx';

const words = whatHappened.answer;

const useStyles = makeStyles({
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

export interface OptionsViewProps {
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
          <p className={styles.line}>{outage ?? words.noneOf}</p>
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
