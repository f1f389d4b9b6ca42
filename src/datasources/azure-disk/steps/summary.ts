import { datasources } from '#src/strings/datasources.ts';
import { common } from '#src/strings/common.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { chosenDiskPoint, momentText } from '#src/datasources/azure-disk/point.ts';
import { FIELDS } from '#src/datasources/azure-disk/fields.ts';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { reviewLines } from '#src/wizard/fields/review-lines.ts';
import { known } from '#src/wizard/reads/read.ts';

const words = diskFlow.review;

type Fact = readonly [term: string, value: string];

/** A part of what was chosen, as document 002 parts it. */
export interface SummaryPart {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** Everything chosen, in the words of the fields it was chosen in. */
export function summaryOf(view: DiskView): SummaryPart[] {
  return [
    { title: words.basics, facts: basics(view) },
    { title: words.point, facts: point(view) },
    { title: words.parameters, facts: parameters(view) },
  ];
}

function basics({ reads }: DiskView): Fact[] {
  const instance = known(reads.instance);
  const type: Fact = [wizard.datasource.label, datasources['azure-disk']];
  if (instance === undefined) return [type, [wizard.instance.label, submission.notChosen]];
  const isGone = known(reads.disk) === null;
  return [
    type,
    [wizard.instance.label, instance.friendlyName],
    [
      words.sourceDisk,
      isGone
        ? words.gone
        : [
            textInSentence(instance.friendlyName),
            `(${textInSentence(instance.resourceGroup)})`,
          ].join(' '),
    ],
    [words.vault, instance.vaultName],
    [words.region, instance.region ?? common.notReported],
  ];
}

function point({ reads, draft }: DiskView): Fact[] {
  const chosen = chosenDiskPoint(reads, draft.choices);
  if (chosen === undefined) return [[words.time, submission.notChosen]];
  return [
    [words.time, momentText(chosen.time)],
    [words.kind, chosen.kind ?? common.notReported],
    [words.expires, momentText(chosen.expiresAt)],
  ];
}

function parameters({ reads, draft: { choices } }: DiskView): Fact[] {
  const lines = reviewLines(FIELDS, choices, { choices, reads });
  return [
    ...lines.map(([, line]) => line),
    [diskFlow.step['network-access'], diskFlow.network.notNeeded],
  ];
}
