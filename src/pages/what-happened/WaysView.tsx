import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { Instant } from '#src/lib/time.ts';
import type { ScenarioId } from '#src/model/scenario.ts';
import { FirstWay } from '#src/pages/what-happened/FirstWay.tsx';
import { OtherWay } from '#src/pages/what-happened/OtherWay.tsx';
import { ruleText } from '#src/strings/rules.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';
import type { Ways } from '#src/wizard/ways/ways-for.ts';

const words = whatHappened.answer;

const useStyles = makeStyles({
  none: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface WaysViewProps {
  readonly ways: Ways;
  readonly scenario: ScenarioId;
  readonly before: Instant | null;
}

/** The first way with all that is to be known of it, and the others with what speaks against them. */
export function WaysView({ ways, scenario, before }: WaysViewProps) {
  const styles = useStyles();
  const { first, others, source, doubt, outage } = ways;
  return (
    <>
      {doubt !== null && (
        <MessageBar>
          <MessageBarBody>{words[doubt](source.name)}</MessageBarBody>
        </MessageBar>
      )}
      {scenario === 'bare-metal' && (
        <MessageBar layout="multiline">
          <MessageBarBody>{ruleText('datasource.bmr').say}</MessageBarBody>
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
          <FirstWay way={first} scenario={scenario} source={source} before={before} />
        </>
      )}
      <SectionHeading level={3}>{words.others}</SectionHeading>
      <ul className={styles.list} aria-label={words.others}>
        {others.map((way) => (
          <OtherWay
            key={way.kind}
            way={way}
            scenario={scenario}
            source={source}
            before={before}
            isOtherPoint={first === null || way.point?.name !== first.point?.name}
          />
        ))}
      </ul>
    </>
  );
}
