import { makeStyles, RadioGroup, tokens } from '@fluentui/react-components';
import { type ScenarioId, scenarioIds } from '#src/model/restore-option.ts';
import { overview } from '#src/strings/overview.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { ChoiceRadio } from '#src/ui/fields/ChoiceRadio.tsx';
import { SCENARIOS } from '#src/datasources/azure-vm/options/scenarios.ts';

const words = whatHappened.scenario;

const useStyles = makeStyles({
  group: {
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
});

export interface ScenarioFieldProps {
  readonly scenario: ScenarioId | null;
  readonly onChoose: (scenario: string) => void;
}

/** What has happened: one of the scenarios, each with the row of document 001 that it belongs to. */
export function ScenarioField({ scenario, onChoose }: ScenarioFieldProps) {
  const styles = useStyles();
  return (
    <>
      <RadioGroup
        className={styles.group}
        aria-label={words.label}
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
                  {overview.scenarios[id].way}{' '}
                  <span className={styles.note}>{words.row(SCENARIOS[id].document)}</span>
                </span>
              </>
            }
          />
        ))}
      </RadioGroup>
      <span className={styles.note}>{words.documentLine}</span>
    </>
  );
}
