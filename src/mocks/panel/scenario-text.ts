import type { ScenarioId } from '#src/mocks/scenarios.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

/** What scenarios are called, and a sentence about each. */
export const scenarioTexts: Readonly<
  Record<ScenarioId, { readonly name: string; readonly text: string }>
> = strings.scenarios;
