import { subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import { common } from '#src/strings/common.ts';
import { instances } from '#src/strings/instances.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { factFrom } from '#src/strings/fact-from.ts';
import { deletedBlock } from '#src/wizard/steps/deleted-block.ts';
import type { Blocked } from '#src/ui/fields/option.ts';

const [nameHead, ...heads] = wizard.instance.heads;

/** The columns of a list of machines, and which of them can't be selected. */
export function machineTable({ reads }: DraftView) {
  const cells: ((item: ProtectedItem) => string)[] = [
    (item) => item.resourceGroup,
    (item) => item.vaultName,
    (item) => subscriptionName(reads, item.subscriptionId) ?? item.subscriptionId,
    ({ lastRecoveryPointAt }) =>
      lastRecoveryPointAt === null ? common.notReported : dateTimeText(lastRecoveryPointAt),
    (item) => instances.health[item.health],
  ];
  return {
    firstHead: nameHead,
    columns: heads.map((head, index) => ({ head, cell: cells[index] ?? (() => '') })),
    blockedOf: (item: ProtectedItem) => deletedBlock(item) ?? noPointBlock(item),
  };
}

/** A machine without a restore point keeps its place in the list, and says what it lacks. */
function noPointBlock({ lastRecoveryPointAt }: ProtectedItem): Blocked | undefined {
  if (lastRecoveryPointAt !== null) return undefined;
  const { noPoint } = wizard.instance;
  return {
    short: noPoint.short,
    explain: () => ({
      reasons: [
        {
          id: null,
          rule: noPoint.rule,
          facts: [
            { text: noPoint.fact, from: factFrom.read([wizard.instance.what], null), way: null },
          ],
          sources: [noPoint.source],
        },
      ],
      instead: null,
    }),
  };
}
