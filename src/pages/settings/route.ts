import type { ComponentType } from 'react';
import { codeOf, DATASOURCES } from '#src/datasources/registry.ts';

interface SettingsParts {
  /** What is wrong with the deployment's `config.json`. */
  readonly problem: ConfigProblem | null;
  /** How each datasource is reached whose service is not Azure Resource Manager, by its id. */
  readonly connections: readonly (readonly [string, ComponentType])[];
}

/** How each datasource is reached whose service is not Azure Resource Manager. */
export const settingsPage = {
  path: '/settings',
  load: async (problem: ConfigProblem | null): Promise<SettingsParts> => {
    const all = [...DATASOURCES.values()].map(async (entry) => {
      const { id, connection } = entry;
      return connection === undefined ? [] : [[id, await codeOf(entry, connection)] as const];
    });
    return { problem, connections: (await Promise.all(all)).flat() };
  },
} as const;

/** Why a deployment's `config.json` isn't used: it couldn't be read, or these places in it are wrong. */
export type ConfigProblem =
  | { readonly why: 'unread'; readonly detail: string }
  | { readonly why: 'wrong'; readonly places: readonly string[] };
