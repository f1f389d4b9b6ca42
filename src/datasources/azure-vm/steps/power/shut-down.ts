import type { GuardedAction } from '#src/actions/action.ts';
import { stopStep, telling } from '#src/actions/steps.ts';
import type { Machine } from '#src/model/machines.ts';
import { preflight } from '#src/strings/preflight.ts';

const words = preflight.power;

/** The machine whose disks a draft replaces, and what becomes of its shutting down. */
export interface ShutDown {
  readonly draftId: string;
  readonly machine: Pick<Machine, 'id' | 'name'>;
}

/** The action's id: each draft has one of its own for its machine. */
export const shutDownId = ({ draftId, machine }: ShutDown): string =>
  `shut-down.${draftId}.${machine.id.toLowerCase()}`;

/**
 * Shuts a machine down before its disks are replaced, which Azure does of no other. `onDone`: called whenever
 * it was read as shut down.
 */
export function shutDownAction(wanted: ShutDown, onDone: () => void): GuardedAction {
  const { id, name } = wanted.machine;
  const sentence = words.shutDown(name);
  return {
    id: shutDownId(wanted),
    sentence,
    plan: {
      created: [],
      changed: [words.changed(name)],
      untouched: [words.untouched(name)],
      lost: [words.memory(name), words.address(name)],
    },
    confirmName: name,
    steps: [{ id: 'stop', title: sentence, ...telling(stopStep(id), onDone) }],
  };
}
