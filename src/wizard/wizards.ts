import type { Task } from '#src/datasources/datasource.ts';
import { LOADS } from '#src/datasources/loaded.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { loadOnce } from '#src/lib/load-once.ts';
import { FIRST_STEP } from '#src/wizard/steps/task-steps.ts';

/**
 * The task of each datasource, with the code of its first step: where another datasource is chosen there,
 * its wizard is drawn in one go, and the focus finds its field.
 */
export const WIZARDS = loadOnce<Task>((id) => (DATASOURCES.has(id) ? () => load(id) : undefined));

async function load(id: string): Promise<Task> {
  const loaded = await LOADS.load(id);
  if (loaded.state !== 'loaded') throw new Error(`The code of ${id} did not load.`);
  const task = loaded.code.tasks.restore;
  await task.loadStep(FIRST_STEP);
  return task;
}
