import { useState } from 'react';
import { vmOf } from '#src/api/commvault/home.ts';
import { type CommvaultVm, commvaultVmPages } from '#src/api/commvault/vms.ts';
import { searchHere, useListed } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { useChosenHost } from '#src/datasources/commvault-vm/connection/chosen-host.ts';
import { ReadSoFar } from '#src/datasources/commvault-vm/lists/ReadSoFar.tsx';
import { isGuid } from '#src/datasources/commvault-vm/lists/wanted.ts';
import { InstanceRows } from '#src/datasources/commvault-vm/steps/InstanceRows.tsx';
import { commvaultLists } from '#src/strings/commvault/lists.ts';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import type { PanelProps } from '#src/wizard/task.ts';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';

const { source, useReadSoFar } = searchHere<CommvaultVm>(({ name }, text) =>
  name.toLowerCase().includes(text),
);

/** Which VM is restored. A CommServe can't search: what was read of its list is searched. */
export function InstancePanel({ view, formId, onNext }: PanelProps<CommvaultView>) {
  const form = useStepForm('instance', view);
  const [search, setSearch] = useState('');
  const text = search.trim();
  const chosen = useChosenHost();
  const host = vmOf(view.draft.choices.instance ?? '')?.host ?? chosen ?? '';
  const pages = commvaultVmPages(host, isGuid(text) ? { guid: text } : {});
  const list = useListed(source(pages, isGuid(text) ? '' : text), { first: 0, last: 0 });
  const soFar = useReadSoFar(pages);
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
