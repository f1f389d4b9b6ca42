import { type CommvaultVm, commvaultVmPages, VM_STATUSES } from '#src/api/commvault/vms.ts';
import { searchHere } from '#src/api/queries/paged.ts';
import { chosenHost } from '#src/datasources/commvault-vm/connection/chosen-host.ts';
import { ReadSoFar } from '#src/datasources/commvault-vm/lists/ReadSoFar.tsx';
import { vmColumns } from '#src/datasources/commvault-vm/lists/vm-columns.tsx';
import { vmSearch } from '#src/datasources/commvault-vm/lists/wanted.ts';
import { withNote } from '#src/datasources/commvault-vm/lists/with-note.tsx';
import type { ListFile, ListSpec } from '#src/datasources/list.ts';
import { countText } from '#src/lib/format.ts';
import { isoOrNull } from '#src/lib/time.ts';
import { commvaultLists } from '#src/strings/commvault/lists.ts';
import { optionsOf } from '#src/ui/filters/ListFilters.tsx';

const { vms: words, readSoFar } = commvaultLists;

const statuses = [{ value: 'all', text: words.all }, ...optionsOf(VM_STATUSES, words.statuses)];

const { source, useReadSoFar } = searchHere<CommvaultVm>(({ name }, text) =>
  name.toLowerCase().includes(text),
);

/** How much of the list was searched. */
function Searched({ pages }: { readonly pages: Parameters<typeof source>[0] }) {
  return <ReadSoFar {...useReadSoFar(pages)} />;
}

const csv: ListFile<CommvaultVm> = {
  ...words.csv,
  cells: (vm) => [
    vm.name,
    vm.guid,
    words.statuses[vm.status],
    vm.group?.name ?? null,
    vm.planName,
    vm.hypervisor?.name ?? null,
    isoOrNull(vm.lastBackupAt),
    vm.sizeBytes,
  ],
};

/** The VMs of the CommServe that a person works with. */
export const instances: ListSpec<CommvaultVm> = {
  what: words.what,
  rowName: ({ name }) => name,
  listOf: (address) => {
    const { search, text, status, filter, ignored } = vmSearch(address);
    const pages = commvaultVmPages(chosenHost() ?? '', filter);
    return {
      search: { label: words.search, value: search },
      scope: {},
      filters: () => [
        {
          part: 'health',
          label: words.status,
          options: statuses,
          chosen: [status ?? 'all'],
          isOneOf: true,
        },
      ],
      ignored,
      source: source(pages, text),
      empty: () => ({
        title: search === '' && status === undefined ? words.none : words.noneFit,
        children: text !== '' && readSoFar.hint,
      }),
      count: (total) => words.count(total, countText(total)),
      footer: text !== '' && <Searched pages={pages} />,
      csv,
    };
  },
  WithColumns: withNote(vmColumns),
};
