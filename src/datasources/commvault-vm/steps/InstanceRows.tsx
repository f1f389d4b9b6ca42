import { ruleNamed } from '#src/rules/engine.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import type { Control } from 'react-hook-form';
import type { CommvaultVm } from '#src/api/commvault/vms.ts';
import type { Listed } from '#src/api/queries/paged.ts';
import { countText } from '#src/lib/format.ts';
import { sameId } from '#src/model/resource-id.ts';
import { flow } from '#src/strings/commvault/flow.ts';
import { commvaultLists } from '#src/strings/commvault/lists.ts';
import { common } from '#src/strings/common.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import type { Blocked } from '#src/ui/fields/option.ts';
import { PickField } from '#src/ui/fields/PickField.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { commvaultRules } from '#src/datasources/commvault-vm/rules.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/reads/read.ts';
import { Moment } from '#src/ui/Moment.tsx';

const words = flow.instance;
const { heads } = commvaultLists.vms;

const columns: readonly Column<CommvaultVm>[] = [
  { head: heads.group, cell: ({ group }) => group?.name ?? common.notReported },
  { head: heads.hypervisor, cell: ({ hypervisor }) => hypervisor?.name ?? common.notReported },
  {
    head: heads.lastBackup,
    cell: ({ lastBackupAt: at }) => <Moment at={at} />,
  },
];

/** The most VMs on one page: a search finds the others. */
const MOST = 200;

export interface InstanceRowsProps {
  readonly view: CommvaultView;
  readonly control: Control<DraftChoices>;
  readonly list: Pick<Listed<CommvaultVm>, 'total' | 'rowAt'>;
}

/** The first VMs of a list, one to select; the selected one is named where the list lacks it. */
export function InstanceRows({ view, control, list: { total = 0, rowAt } }: InstanceRowsProps) {
  const rows = Array.from({ length: Math.min(total, MOST) }, (_, at) => rowAt(at)).filter(
    (row) => row !== undefined,
  );
  const chosen = known(view.reads.vm);
  return (
    <>
      {chosen !== undefined && rows.every(({ id }) => !sameId(id, chosen.id)) && (
        <p>{words.chosen(chosen.name)}</p>
      )}
      {rows.length < total && <p>{words.shown(countText(rows.length), countText(total))}</p>}
      {rows.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <PickField
          control={control}
          name="instance"
          label={words.label}
          {...errorWords(view)}
          firstHead={heads.name}
          columns={columns}
          rows={rows}
          valueOf={({ id }) => id}
          nameOf={({ name }) => name}
          blockedOf={blockOf}
        />
      )}
    </>
  );
}

const OFF = 'platform.commvault.restore-disabled';

/** Lists say of a VM that its restores are turned off, and nothing else that refuses it. */
function blockOf({ isRestoreEnabled }: CommvaultVm): Blocked | undefined {
  if (isRestoreEnabled !== false) return undefined;
  const rule = ruleNamed(commvaultRules, OFF);
  const say = sayOf(rule);
  const reason = { id: OFF, rule: say, facts: [], sources: [] };
  return { short: rule.short ?? say, explain: () => ({ reasons: [reason], instead: null }) };
}
