import { machineFromAddress } from '#src/api/arm/address.ts';
import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { recoveryPointsQuery } from '#src/api/recovery-services/points.ts';
import { warm } from '#src/api/queries/query.ts';
import { Answer } from '#src/datasources/azure-vm/what-happened/Answer.tsx';
import { Questions } from '#src/datasources/azure-vm/what-happened/Questions.tsx';
import type { WhatHappened } from '#src/datasources/what-happened.ts';

/** From what happened to a VM to its restore options. */
export const whatHappened: WhatHappened = {
  warm: (queries, { instance }) => {
    const id = instance === undefined ? null : machineFromAddress(instance);
    if (id === null) return;
    warm(queries, instanceQuery(id));
    warm(queries, recoveryPointsQuery(id));
  },
  Questions,
  Answer,
};
