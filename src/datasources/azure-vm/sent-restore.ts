import * as z from 'zod/mini';
import {
  answerText,
  QUESTIONS,
  vmChoices,
  type VmDraft,
} from '#src/datasources/azure-vm/choices.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { isVmRule, type VmRuleId } from '#src/datasources/azure-vm/rules.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { hasAddresses } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { aboutMachine } from '#src/strings/vm-restore.ts';
import { overview } from '#src/strings/overview.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { sentChoicesOf } from '#src/wizard/draft/sent.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { known } from '#src/wizard/read.ts';

const id = z.pipe(z.string(), z.transform(resourceId));

const source = z.object({
  osType: z.nullable(z.enum(['Windows', 'Linux'])),
  availabilitySet: z.nullable(z.string()),
  hybridBenefit: z.boolean(),
  extensions: z.nullable(z.array(z.string())),
  nicCount: z.nullable(z.number()),
  /** Its static addresses; null: not all of its NICs were read. */
  addresses: z.nullable(z.array(z.string())),
  disks: z.array(id),
  /** Of the vault that it was restored from. */
  policyName: z.nullable(z.string()),
});
/** The settings of a VM as they were when its restore was sent: later they may be gone with the VM. */
export type SourceAtPress = z.infer<typeof source>;

/** The settings of the source as a draft keeps them; undefined: the VM wasn't read, or is gone. */
export function sourceText(reads: Reads): string | undefined {
  const machine = known(reads.machine);
  if (!machine) return undefined;
  const nics = reads.interfaces.flatMap((read) => known(read) ?? []);
  const { osType, availabilitySet, hybridBenefit, extensions, nicCount, disks } = machine;
  const settings = {
    osType,
    availabilitySet,
    hybridBenefit,
    extensions: extensions && [...extensions],
    nicCount,
    addresses:
      nics.length === nicCount && nics.every(hasAddresses)
        ? nics.flatMap(({ addresses }) =>
            addresses.flatMap(({ address, isStatic }) => (isStatic ? [address ?? ''] : [])),
          )
        : null,
    disks: disks.flatMap(({ managedDiskId }) => managedDiskId ?? []),
    policyName: known(reads.instance)?.policyName ?? null,
  } satisfies SourceAtPress;
  return JSON.stringify(settings);
}

/** What a draft kept of the source; null: nothing, or it can't be read. */
export function readSource(text: string | undefined): SourceAtPress | null {
  try {
    return source.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    return null;
  }
}

/** What no rule says: the roles that the vault's identity was given for a restore can be revoked after it. */
export const ROLES_STEP = 'own.roles';

/** The id of a next step: of its rule, or of a step that no rule has. */
export type VmStepId = VmRuleId | typeof ROLES_STEP;

/** Whether a name is the id of a next step. */
export const isStepId = (name: string): name is VmStepId => name === ROLES_STEP || isVmRule(name);

/** What only the draft of a restore knows of its target; null: not chosen, as for the own subscription. */
export interface SentRestore {
  readonly subscriptionId: string | null;
  /** It was sent with an identity of the vault’s. */
  readonly hasIdentity: boolean;
  /** By which Azure support finds the request; null in drafts of before. */
  readonly requestId: string | null;
  /** Ids of the steps that were left to do at the press; those of rules that are gone are left out. */
  readonly nextSteps: readonly VmStepId[];
  /** The restore as commands need it; null in drafts of before. */
  readonly plan: string | null;
  /** The source as it was at the press; null: not known here. */
  readonly source: SourceAtPress | null;
}

/** The restore that became a job, as it was sent; null if another browser started it. */
export function sentRestore(jobId: string): SentRestore | null {
  const draft = draftOfJob(jobId);
  if (draft === null) return null;
  const { subscription, identity } = vmChoices(sentChoicesOf(draft));
  return {
    subscriptionId: subscription,
    requestId: attemptOf(draft.submission)?.clientRequestId ?? null,
    nextSteps: (draft.nextSteps ?? []).filter(isStepId),
    hasIdentity: identity !== 'none',
    plan: draft.plan ?? null,
    source: readSource(draft.source),
  };
}

/**
 * The answers given before the restore that became a job was sent, each with its question; empty if another
 * browser started it.
 */
export function sentAnswers(jobId: string): [question: string, answer: string][] {
  const draft = draftOfJob(jobId);
  if (draft === null) return [];
  const sent = vmChoices(sentChoicesOf(draft));
  return [
    ...causeFacts(draft),
    ...QUESTIONS.flatMap((question): [string, string][] => {
      const answer = answerText(question, sent);
      return answer === null ? [] : [[aboutMachine.questions[question], answer]];
    }),
  ];
}

/** Why a restore was started, as the person reported; empty without an answer. */
export function causeFacts({ cause }: Pick<VmDraft, 'cause'>): [label: string, value: string][] {
  if (cause === undefined) return [];
  const { scenario, before } = cause;
  return [
    [overview.whatHappened.title, overview.scenarios[scenario].name],
    ...(before === null
      ? []
      : [
          [overview.whatHappened.goodUntil, dateTimeText(instant(before))] satisfies [
            string,
            string,
          ],
        ]),
  ];
}
