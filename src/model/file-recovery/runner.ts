/** Systems on which the script of a file recovery runs, or that a backed-up machine has. */
export const RUNNER_SYSTEMS = {
  ws2022: 'Windows Server 2022',
} as const;

export type RunnerSystem = keyof typeof RUNNER_SYSTEMS;

/** Whether a stored text is one of the systems. */
export const isRunnerSystem = (id: string): id is RunnerSystem => Object.hasOwn(RUNNER_SYSTEMS, id);

/** A system as its maker names it. */
export const systemName = (id: RunnerSystem): string => RUNNER_SYSTEMS[id];
