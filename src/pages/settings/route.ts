import type { ComponentType } from 'react';
import type { ConfigProblem } from '#src/pages/settings/config-problem.ts';
import { codeOf, DATASOURCES } from '#src/datasources/registry.ts';

export interface SettingsParts {
  /** What is wrong with the deployment's `config.json`. */
  readonly problem: ConfigProblem | null;
  /** How each datasource is reached whose service is not Azure Resource Manager, by its id. */
  readonly connections: readonly (readonly [string, ComponentType])[];
}

/** How each datasource is reached whose service is not Azure Resource Manager. */
export const settings = {
  path: '/settings',
  load: async (problem: ConfigProblem | null): Promise<SettingsParts> => {
    const all = [...DATASOURCES.values()].map(async (entry) => {
      const { id, connection } = entry;
      return connection === undefined ? [] : [[id, await codeOf(entry, connection)] as const];
    });
    return { problem, connections: (await Promise.all(all)).flat() };
  },
} as const;
