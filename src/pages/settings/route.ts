import type { ComponentType } from 'react';
import { codeOf, DATASOURCES } from '#src/datasources/registry.ts';

/** How each datasource is reached whose service is not Azure Resource Manager. */
export const settings = {
  path: '/settings',
  load: async (): Promise<ReadonlyMap<string, ComponentType>> => {
    const all = [...DATASOURCES.values()].map(async (entry) => {
      const { id, connection } = entry;
      return connection === undefined ? [] : [[id, await codeOf(entry, connection)] as const];
    });
    return new Map((await Promise.all(all)).flat());
  },
} as const;
