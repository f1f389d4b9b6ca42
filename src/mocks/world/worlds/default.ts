import type { Seed } from '#src/mocks/world/seed.ts';
import { exampleParts } from '#src/mocks/world/worlds/document.ts';

export const defaultWorld: Seed = {
  name: 'default',
  startsAt: '2025-06-05T02:44:00.000Z',
  frontDoor: 'WESTEUROPE',
  ...exampleParts,
  jobs: [],
};
