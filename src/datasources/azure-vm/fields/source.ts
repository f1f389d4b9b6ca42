import { type Choices, DATASOURCES_OF_RULES, labelOf } from '#src/rules/fields.ts';
import { listText } from '#src/lib/wording.ts';
import * as z from 'zod/mini';
import { dateTimeText } from '#src/lib/format.ts';
import { common } from '#src/strings/common.ts';
import { datasources } from '#src/strings/datasources.ts';
import { wizard } from '#src/strings/wizard.ts';
import { chosenRegion, pointOf } from '#src/datasources/azure-vm/choices/target-region.ts';
import { pointCandidates } from '#src/datasources/azure-vm/explain/candidates.ts';
import { field, text, valueText } from '#src/datasources/azure-vm/fields/field.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { always } from '#src/wizard/fields/field.ts';
import { known } from '#src/wizard/reads/read.ts';

/** What is restored, and as of when. */
export const SOURCE_FIELDS = {
  datasource: field(text, null, {
    step: 'datasource',
    label: wizard.datasource.label,
    forRules: (datasource, { choices }) => ({
      datasource: datasourceOf(datasource, choices.instance),
    }),
    fromRules: (settled) => settled.datasource,
    summary: () => datasources['azure-vm'],
  }),
  /** In which of the vault's two regions the machine is looked for, and then restored. */
  regionView: field(z.enum(['primary', 'secondary']), 'primary', {
    step: 'instance',
    label: labelOf('regionView'),
    forRules: (regionView, { choices, reads }) => ({
      secondary: regionView === 'secondary',
      viewRegion: regionView,
      region: chosenRegion(choices, reads),
    }),
    fromRules: (settled) => settled.viewRegion,
  }),
  /** ID of the backup instance. */
  instance: field(text, null, {
    step: 'instance',
    label: wizard.instance.label,
    clearedBy: { datasource: always },
    forRules: (instance, { reads }) => ({
      instance,
      sourceResourceId: known(reads.instance)?.sourceResourceId ?? null,
    }),
    summary: (instance, { reads }) => {
      const item = known(reads.instance);
      return valueText(
        instance,
        item &&
          listText([item.friendlyName, item.resourceGroup, item.vaultName].map(textInSentence)),
      );
    },
  }),
  /** Name of the recovery point. */
  point: field(text, null, {
    step: 'restore-point',
    label: wizard.point.label,
    clearedBy: {
      instance: always,
      // Every point of the secondary region is in the primary one too; not the other way round.
      region: ({ regionView }) => regionView === 'secondary',
      datasource: always,
    },
    forRules: (point, { choices, reads }) => ({
      recoveryPointId: point,
      vmSize: pointOf(choices, reads)?.vmSize ?? null,
    }),
    summary: (point, { choices, reads }) => {
      const chosen = pointOf(choices, reads);
      const time = chosen?.time ?? null;
      return valueText(point, time === null ? chosen && common.notReported : dateTimeText(time));
    },
    candidates: pointCandidates,
  }),
};

/** An instance that is chosen settles the datasource; a draft of another one is judged as what it is. */
function datasourceOf(datasource: string | null, instance: string | null): Choices['datasource'] {
  if (datasource === null) return instance === null ? null : 'azure-vm';
  return DATASOURCES_OF_RULES.find((one) => one === datasource) ?? 'azure-vm';
}
