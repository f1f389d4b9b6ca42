import { sayOf } from '#src/strings/rule-source.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { useState } from 'react';
import type { Control } from 'react-hook-form';
import { vmOf } from '#src/api/commvault/home.ts';
import { type CommvaultVm, commvaultVmPages } from '#src/api/commvault/vms.ts';
import { type Listed, useListed } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { useChosenHost } from '#src/datasources/commvault-vm/connection.tsx';
import { type CommvaultView, rulesOfCommvault } from '#src/datasources/commvault-vm/model.ts';
import {
  isGuid,
  ReadSoFar,
  useVmsRead,
  vmSource,
} from '#src/datasources/commvault-vm/vm-search.tsx';
import { countText } from '#src/lib/format.ts';
import { sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { commvaultLists } from '#src/strings/commvault.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { Moment } from '#src/ui/text.tsx';
import { PickField } from '#src/ui/fields/PickField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import type { Blocked } from '#src/ui/fields/option.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';
import { EmptyState, Loaded } from '#src/ui/states.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';
import { useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

const words = flow.instance;
const { heads } = commvaultLists.vms;

const columns: readonly Column<CommvaultVm>[] = [
  { head: heads.group, cell: ({ group }) => group?.name ?? common.absence.notReported },
  {
    head: heads.hypervisor,
    cell: ({ hypervisor }) => hypervisor?.name ?? common.absence.notReported,
  },
  {
    head: heads.lastBackup,
    cell: ({ lastBackupAt: at }) => <Moment at={at} />,
  },
];

/** The most VMs on one page: a search finds the others. */
const MOST = 200;

interface InstanceRowsProps {
  readonly view: CommvaultView;
  readonly control: Control<DraftChoices>;
  readonly list: Pick<Listed<CommvaultVm>, 'total' | 'rowAt'>;
}

/** The first VMs of a list, one to select; the selected one is named where the list lacks it. */
function InstanceRows({ view, control, list: { total = 0, rowAt } }: InstanceRowsProps) {
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
  const rule = ruleNamed(rulesOfCommvault, OFF);
  const say = sayOf(rule);
  const reason = { id: OFF, rule: say, facts: [], sources: [] };
  return { short: rule.short ?? say, explain: () => ({ reasons: [reason], instead: null }) };
}

/** Which VM is restored. A CommServe can't search: what was read of its list is searched. */
export function CommvaultInstancePanel({ view, formId, onNext }: PanelProps<CommvaultView>) {
  const form = useStepForm('instance', view);
  const [search, setSearch] = useState('');
  const text = search.trim();
  const chosen = useChosenHost();
  const host = vmOf(view.draft.choices.instance ?? '')?.host ?? chosen ?? '';
  const pages = commvaultVmPages(host, isGuid(text) ? { guid: text } : {});
  const list = useListed(vmSource(pages, isGuid(text) ? '' : text), { first: 0, last: 0 });
  const soFar = useVmsRead(pages);
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <SearchField label={commvaultLists.vms.search} value={search} onSearch={setSearch} />
      <Loaded query={list.read} problemOf={problemOf} what={commvaultLists.vms.what}>
        {() => (
          <>
            <ReadSoFar {...soFar} />
            <InstanceRows view={view} control={form.control} list={list} />
          </>
        )}
      </Loaded>
    </StepForm>
  );
}
