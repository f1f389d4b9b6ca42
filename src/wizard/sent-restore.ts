import { askedOf, draftOfJob } from '#src/wizard/draft/drafts.ts';

/** What only the draft of a restore knows of its target; null: not chosen, as for the own subscription. */
export interface SentRestore {
  readonly subscriptionId: string | null;
  readonly subnetId: string | null;
}

/** The restore that became a job, as it was sent; null where another browser began it. */
export function sentRestore(jobId: string): SentRestore | null {
  const draft = draftOfJob(jobId);
  if (draft === null) return null;
  const { subscription, vnet, subnet } = askedOf(draft);
  const subnetId = vnet === null || subnet === null ? null : `${vnet}/subnets/${subnet}`;
  return { subscriptionId: subscription, subnetId };
}
