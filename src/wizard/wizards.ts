import type { Task } from '#src/datasources/datasource.ts';
import { DATASOURCES, LOADS } from '#src/datasources/registry.ts';
import { loadOnce } from '#src/lib/load.ts';
import { wizardParts } from '#src/model/restore-option.ts';
import { FIRST_STEP } from '#src/wizard/steps/task-steps.ts';

/**
 * The task of each wizard, with the code of its first step: where another datasource is chosen there,
 * its wizard is drawn in one go, and the focus finds its field.
 */
export const WIZARDS = loadOnce<Task>((id) => {
  const entry = DATASOURCES.get(wizardParts(id).datasource);
  const isThere = entry !== undefined && (id === entry.id || entry.recoversFiles !== undefined);
  return isThere ? () => load(id) : undefined;
});

async function load(id: string): Promise<Task> {
  const { datasource, task: name } = wizardParts(id);
  const loaded = await LOADS.load(datasource);
  const tasks = loaded.state === 'loaded' ? loaded.code : undefined;
  const task = name === undefined ? tasks?.restore : await tasks?.[name]?.();
  if (task === undefined) throw new Error(`The code of ${id} did not load.`);
  await task.loadStep(FIRST_STEP);
  return task;
}
