import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { draftOfJob, sentText } from '#src/wizard/draft/drafts.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

/** Where a restore was sent to, and from which point; null: not chosen, as for the own subscription. */
export interface SentPlace {
  readonly subscriptionId: string | null;
  readonly subnetId: string | null;
  /** The restore point; null where the draft names none that can be read. */
  readonly point: SentPoint | null;
}

export interface SentPoint {
  readonly itemId: ResourceId;
  readonly recoveryPointId: string;
  readonly isSecondary: boolean;
}

/** The place of the restore that became a job; null where another browser started it. */
export function sentPlace(jobId: string): SentPlace | null {
  const draft = draftOfJob(jobId);
  return draft === null ? null : placeOf(draft);
}

/** By the names of the fields alone: what the fields are besides is the wizard's, and heavy. */
export function placeOf(draft: Draft): SentPlace {
  const [vnet, subnet] = [sentText(draft, 'vnet'), sentText(draft, 'subnet')];
  const [instance, point] = [sentText(draft, 'instance'), sentText(draft, 'point')];
  return {
    subscriptionId: sentText(draft, 'subscription'),
    subnetId: vnet === null || subnet === null ? null : `${vnet}/subnets/${subnet}`,
    point:
      instance === null || point === null
        ? null
        : {
            itemId: resourceId(instance),
            recoveryPointId: point,
            isSecondary: sentText(draft, 'regionView') === 'secondary',
          },
  };
}
