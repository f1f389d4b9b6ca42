import type { Answer } from '#src/mocks/service.ts';
import { refuse } from '#src/mocks/writes/judge.ts';

/** 400 for a NIC that another resource has (general knowledge of Microsoft.Network, G). */
export const nicInUse = (id: string, holderId: string): Answer =>
  refuse(
    400,
    'NicInUse',
    `Network Interface ${id} is used by existing resource ${holderId}. In order to delete the network interface, it must be dissociated from the resource. To learn more, see aka.ms/deletenic.`,
  );
