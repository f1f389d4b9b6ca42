import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { text } from '#src/api/commvault/values.ts';

/** GET of `/V4/Hypervisor` (commvault.md §2.2, S). */
export const hypervisorsWire = z.object({
  Hypervisors: maybe(
    z.array(
      z.object({
        id: text,
        name: text,
        displayName: text,
        HypervisorType: text,
        instance: maybe(z.object({ id: text })),
      }),
    ),
  ),
});

/** GET of `/VSAClientAndClientGroupList` (C). */
export const accessNodesWire = z.object({
  clients: maybe(z.array(z.object({ clientId: text, clientName: text, displayName: text }))),
});
