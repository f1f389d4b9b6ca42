import { Field, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { scenarioTexts } from '#src/mocks/panel/scenario-text.ts';
import { type Source, useSlice } from '#src/mocks/panel/source.ts';
import type { WorldView } from '#src/mocks/panel/watch-world.ts';
import { type ScenarioId, scenarioIdOf, scenarioIds } from '#src/mocks/scenarios.ts';
import { Select } from '#src/ui/fields/Select.tsx';
import { simulation as strings } from '#src/strings/simulation.ts';

const useStyles = makeStyles({
  hint: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  about: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface ScenarioPickerProps {
  readonly world: Source<WorldView>;
  readonly onOpen: (id: ScenarioId) => void;
}

/** Which world is simulated, and what choosing another one does. */
export function ScenarioPicker({ world, onOpen }: ScenarioPickerProps) {
  const styles = useStyles();
  const selectId = useId();
  const scenario = useSlice(world, (state) => state.scenario);
  const profile = useSlice(world, (state) => state.profile);
  const events = useSlice(world, (state) => state.eventCount);
  return (
    <Field
      label={strings.scenario}
      hint={
        <span className={styles.hint}>
          <span>
            {scenario === null ? strings.notRead : scenarioTexts[scenario].text}{' '}
            {profile !== null && strings.profiles[profile]}
          </span>{' '}
          <span>{strings.scenarioStarts(events)}</span>
        </span>
      }
    >
      {(field) => (
        <Select
          {...field}
          id={selectId}
          chosen={
            scenario === null ? null : { value: scenario, label: scenarioTexts[scenario].name }
          }
          entries={() =>
            scenarioIds.map((id) => ({
              value: id,
              label: scenarioTexts[id].name,
              isRefused: false,
              content: (
                <span className={styles.option}>
                  <span>{scenarioTexts[id].name}</span>
                  <span className={styles.about}>{scenarioTexts[id].text}</span>
                </span>
              ),
            }))
          }
          onChoose={(value) => {
            const wanted = scenarioIdOf(value);
            if (wanted !== null && wanted !== scenario) onOpen(wanted);
          }}
        />
      )}
    </Field>
  );
}
