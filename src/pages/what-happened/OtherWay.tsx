import { makeStyles, tokens } from '@fluentui/react-components';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ScenarioId } from '#src/model/scenario.ts';
import { RestoreThisWay } from '#src/pages/what-happened/RestoreThisWay.tsx';
import { wayText } from '#src/pages/what-happened/way-words.ts';
import { Why } from '#src/pages/what-happened/Why.tsx';
import { whatHappened } from '#src/strings/what-happened.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status } from '#src/ui/Status.tsx';
import type { Source } from '#src/wizard/ways/source.ts';
import type { Way } from '#src/wizard/ways/way.ts';

const words = whatHappened.answer;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export interface OtherWayProps {
  readonly way: Way;
  readonly scenario: ScenarioId;
  readonly source: Source;
  readonly before: Instant | null;
  /** Whether it starts from another point than the first way. */
  readonly isOtherPoint: boolean;
}

/** Another way: what it does, why it comes later, and what stands in its way. */
export function OtherWay({ way, scenario, source, before, isOtherPoint }: OtherWayProps) {
  const styles = useStyles();
  const { name, does, leaves, less, state } = wayText(way, scenario, source);
  const time = way.point?.time ?? null;
  return (
    <li className={styles.root}>
      <span className={styles.name}>{name}</span>
      {state !== null && way.state !== 'blocked' && (
        <Status tone={way.state === 'waits' ? 'waiting' : 'impossible'}>{state}</Status>
      )}
      {way.state === 'blocked' ? (
        <Why
          label={wizard.explain.whyNot(name)}
          hideLabel={wizard.explain.hideWhyNot(name)}
          reasons={way.reasons}
        >
          {state}
        </Why>
      ) : (
        <span>{less}</span>
      )}
      <span className={styles.second}>{does}</span>
      {way.state === 'open' && (
        <span className={styles.second}>
          {leaves}
          {isOtherPoint && time !== null && ` ${words.asOf(dateTimeText(time))}`}
        </span>
      )}
      {way.state !== 'blocked' &&
        way.notChecked.map((fact) => (
          <span key={fact} className={styles.second}>
            <Status tone="unknown">{fact}</Status>
          </span>
        ))}
      {way.state === 'open' && <RestoreThisWay {...{ way, scenario, source, before, name }} />}
    </li>
  );
}
