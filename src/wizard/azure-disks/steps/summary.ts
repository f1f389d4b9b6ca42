import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { chosenDiskPoint } from '#src/wizard/azure-disks/point.ts';
import { diskRestoreOf } from '#src/wizard/azure-disks/restore.ts';
import type { DiskView } from '#src/wizard/azure-disks/view.ts';
import { known } from '#src/wizard/draft/reads.ts';

const words = diskFlow.review;

type Fact = readonly [term: string, value: string];

/** A part of what was chosen, as document 002 parts it. */
export interface SummaryPart {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** Everything chosen, in the words of the fields it was chosen in, and what comes of it. */
export function summaryOf(view: DiskView): SummaryPart[] {
  return [
    { title: words.basics, facts: basics(view) },
    { title: words.point, facts: point(view) },
    { title: words.parameters, facts: parameters(view) },
    { title: words.happens, facts: outcome(view) },
  ];
}

function basics({ reads }: DiskView): Fact[] {
  const instance = known(reads.instance);
  const type: Fact = [wizard.datasource.label, wizard.datasource.disk];
  if (instance === undefined) return [type, [diskFlow.instance.label, submission.notChosen]];
  const isGone = known(reads.disk) === null;
  return [
    type,
    [diskFlow.instance.label, instance.friendlyName],
    [
      words.sourceDisk,
      isGone ? words.gone : `${instance.friendlyName} (${instance.resourceGroup})`,
    ],
    [words.vault, instance.vaultName],
    [words.region, instance.region ?? common.notReported],
  ];
}

function point({ reads, draft }: DiskView): Fact[] {
  const chosen = chosenDiskPoint(reads, draft.choices);
  if (chosen === undefined) return [[words.time, submission.notChosen]];
  return [
    [words.time, moment(chosen.time)],
    [words.kind, chosen.kind ?? common.notReported],
    [words.expires, moment(chosen.expiresAt)],
  ];
}

const moment = (at: Instant | null): string =>
  at === null ? common.notReported : dateTimeText(at);

function parameters({ reads, choices }: DiskView): Fact[] {
  const { subscription, rg, diskName } = choices;
  const name = known(reads.subscriptions)?.find(({ id }) => sameId(id, subscription))?.name;
  const { parameters: labels } = diskFlow;
  return [
    [labels.mode, labels.alternate],
    [labels.subscription, name ?? subscription ?? submission.notChosen],
    [labels.rg, rg ?? submission.notChosen],
    [labels.diskName, diskName ?? submission.notChosen],
    [diskFlow.step['network-access'], diskFlow.network.notNeeded],
  ];
}

function outcome({ reads, draft, choices }: DiskView): Fact[] {
  const restore = diskRestoreOf(draft.choices, reads);
  const source = known(reads.instance)?.friendlyName ?? submission.notChosen;
  return [
    [
      submission.created,
      restore === null
        ? submission.notChosen
        : words.created(nameOf(restore.targetDiskId), choices.rg ?? '', restore.region),
    ],
    [submission.changed, submission.nothingChanged],
    [submission.untouched, words.untouched(source)],
  ];
}
