import { choicesOfJob } from '#src/wizard/draft/store.ts';

/** What only the draft of a restore knows of its target; null: not chosen, as for the own subscription. */
export interface SentRestore {
  readonly subscriptionId: string | null;
  readonly subnetId: string | null;
}

/** The restore that became a job; null where another browser began it. */
export function sentRestore(jobId: string): SentRestore | null {
  const choices = choicesOfJob(jobId);
  if (choices === null) return null;
  const { subscription, vnet, subnet } = choices;
  const subnetId = vnet === null || subnet === null ? null : `${vnet}/subnets/${subnet}`;
  return { subscriptionId: subscription, subnetId };
}
