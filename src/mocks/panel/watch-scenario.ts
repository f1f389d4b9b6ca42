import { createSource, type Source } from '#src/mocks/panel/source.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import type { Simulation } from '#src/mocks/simulation.ts';

/** Which scenario is on, also when another tab opens another one; read before the page is drawn. */
export async function watchScenario(
  simulation: Simulation,
): Promise<Source<{ readonly id: ScenarioId }>> {
  return createSource({ id: await simulation.scenario() }, (show) => {
    const look = (): void => void simulation.scenario().then((id) => show({ id }));
    // It may have changed before there were listeners.
    look();
    return simulation.onRestart(look);
  });
}
