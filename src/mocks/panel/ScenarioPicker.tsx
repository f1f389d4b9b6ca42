import { Dropdown, Field, Option } from '@fluentui/react-components';
import { scenarioIdOf, type ScenarioId, scenarioIds } from '#src/mocks/scenarios.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const texts: Readonly<Record<ScenarioId, { readonly name: string; readonly text: string }>> =
  strings.scenarios;

export interface ScenarioPickerProps {
  /** Null until it is read. */
  readonly scenario: ScenarioId | null;
  readonly onOpen: (id: ScenarioId) => void;
}

/** Which world is simulated. */
export function ScenarioPicker({ scenario, onOpen }: ScenarioPickerProps) {
  return (
    <Field label={strings.scenario} hint={scenario === null ? undefined : texts[scenario].text}>
      <Dropdown
        selectedOptions={scenario === null ? [] : [scenario]}
        value={scenario === null ? '' : texts[scenario].name}
        onOptionSelect={(_, { optionValue }) => {
          const chosen = scenarioIdOf(optionValue);
          if (chosen !== null) onOpen(chosen);
        }}
      >
        {scenarioIds.map((id) => (
          <Option key={id} value={id} text={texts[id].name}>
            {texts[id].name}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
