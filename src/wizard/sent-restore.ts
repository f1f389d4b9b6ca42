import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { isRuleText, type RuleTextId } from '#src/strings/rules.ts';
import { askedOf, draftOfJob } from '#src/wizard/draft/drafts.ts';
import { attemptOf } from '#src/wizard/draft/submission.ts';

/** What only the draft of a restore knows of its target; null: not chosen, as for the own subscription. */
export interface SentRestore {
  readonly subscriptionId: string | null;
  readonly subnetId: string | null;
  readonly zone: string | null;
  /** It was sent with an identity of the vault’s. */
  readonly hasIdentity: boolean;
  /** By which Azure support finds the request; null in drafts of before. */
  readonly requestId: string | null;
  /** The rules that said at the press what to do after the restore. */
  readonly nextSteps: readonly RuleTextId[];
  /** The restore point; null where the draft names none that can be read. */
  readonly point: SentPoint | null;
}

export interface SentPoint {
  readonly itemId: ResourceId;
  readonly name: string;
  readonly isSecondary: boolean;
}

/** The restore that became a job, as it was sent; null where another browser began it. */
export function sentRestore(jobId: string): SentRestore | null {
  const draft = draftOfJob(jobId);
  if (draft === null) return null;
  const { subscription, vnet, subnet, zone, instance, point, regionView, identity } =
    askedOf(draft);
  return {
    subscriptionId: subscription,
    subnetId: vnet === null || subnet === null ? null : `${vnet}/subnets/${subnet}`,
    zone,
    requestId: attemptOf(draft.submission)?.clientRequestId ?? null,
    nextSteps: (draft.nextSteps ?? []).filter(isRuleText),
    hasIdentity: identity !== 'none',
    point:
      instance === null || point === null
        ? null
        : { itemId: resourceId(instance), name: point, isSecondary: regionView === 'secondary' },
  };
}
