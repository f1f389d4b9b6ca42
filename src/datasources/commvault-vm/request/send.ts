import {
  type CommvaultRestore,
  proveCommServe,
  restoresNow,
  startCommvaultRestore,
} from '#src/api/commvault/restores.ts';
import { targetOf } from '#src/datasources/commvault-vm/target.ts';
import { commvaultChoices } from '#src/datasources/commvault-vm/schema.ts';
import { type HowToSend, type Sending, sendOnce, type Start } from '#src/wizard/submit/send.ts';

/** A restore by Commvault as it was confirmed. */
export interface ConfirmedCommvaultRestore extends Pick<
  Sending,
  'confirmedChoices' | 'nextSteps' | 'reviewed' | 'target'
> {
  /** Of the CommServe. */
  readonly host: string;
  readonly restore: CommvaultRestore;
}

/** Sends the one request of a draft: `CreateTask` with our ID as its description, which nothing repeats. */
export async function sendCommvaultRestore(
  draftId: string,
  { host, restore, ...confirmed }: ConfirmedCommvaultRestore,
  { isStillSo, begunSince, decided }: HowToSend,
): Promise<void> {
  const start: Start = async (mark) => {
    const operation = await startCommvaultRestore(host, restore, mark);
    return operation && { kind: 'accepted', operation };
  };
  const sending: Sending = {
    ...confirmed,
    name: restore.vm.name,
    targetOf: (choices) => targetOf(commvaultChoices(choices)),
    jobsNow: (signal) => restoresNow(host, signal),
    isStillSo,
    begunSince,
    makeGroup: null,
    prepare: async () => {
      await proveCommServe(host);
      return start;
    },
  };
  await sendOnce(draftId, sending, decided);
}
