import { vaultAddress } from '#src/api/arm/address.ts';
import type { CrossSubscriptionState, Vault } from '#src/model/recovery-services.ts';
import { common } from '#src/strings/common.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { LabelWhenNarrow } from '#src/ui/grid/LabelWhenNarrow.tsx';
import { Marked } from '#src/ui/Marked.tsx';
import { NameLink } from '#src/ui/RouterLink.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';

export interface ColumnsContext {
  readonly search: string;
  /** Names of subscriptions by lower-case id; ids stand where they are not read. */
  readonly subscriptions: Readonly<Record<string, string>>;
  readonly regions: Readonly<Record<string, string>>;
}

/** The columns of the list of vaults. */
export function vaultColumns(context: ColumnsContext): GridColumn<Vault>[] {
  const { heads } = words;
  const subscription = (id: string): string => context.subscriptions[id.toLowerCase()] ?? id;
  return [
    {
      head: heads.name,
      width: { least: 96, share: 1.25 },
      sortBy: 'name',
      place: 'name',
      cell: (vault) => <NameCell vault={vault} search={context.search} />,
    },
    {
      head: heads.subscription,
      width: { least: 96, share: 1.35 },
      leaves: 2,
      sortBy: 'subscription',
      place: 'line',
      cell: ({ subscriptionId }) => subscription(subscriptionId),
    },
    {
      head: heads.region,
      width: { least: 96, share: 0.95 },
      leaves: 3,
      sortBy: 'region',
      place: 'line',
      cell: ({ region }) => context.regions[region.toLowerCase()] ?? region,
    },
    {
      head: heads.redundancy,
      width: { least: 96, share: 1.2 },
      leaves: 4,
      sortBy: 'redundancy',
      place: 'line',
      cell: ({ redundancy }) =>
        redundancy === null ? <NotReported /> : words.redundancy[redundancy],
    },
    {
      head: heads.crossRegion,
      width: { least: 96, share: 1.35 },
      sortBy: 'crossRegion',
      place: 'line',
      cell: ({ crossRegionRestore }) => (
        <LabelWhenNarrow label={heads.crossRegion}>
          <CrossRegionCell isOn={crossRegionRestore} />
        </LabelWhenNarrow>
      ),
    },
    {
      head: heads.crossSubscription,
      width: { least: 96, share: 1.7 },
      sortBy: 'crossSubscription',
      place: 'line',
      cell: ({ crossSubscriptionRestore }) => (
        <LabelWhenNarrow label={heads.crossSubscription}>
          <CrossSubscriptionCell state={crossSubscriptionRestore} />
        </LabelWhenNarrow>
      ),
    },
    {
      head: heads.movedFrom,
      width: { least: 96, share: 1.1 },
      leaves: 1,
      place: 'line',
      cell: ({ movedFrom }) =>
        movedFrom === null ? null : (
          <LabelWhenNarrow label={heads.movedFrom}>{subscription(movedFrom)}</LabelWhenNarrow>
        ),
    },
  ];
}

interface NameCellProps {
  readonly vault: Vault;
  readonly search: string;
}

function NameCell({ vault: { id, name, resourceGroup }, search }: NameCellProps) {
  return (
    <TwoLines
      first={
        // Enter on the row opens it: the link is for the mouse, and for those who read by links.
        <NameLink to="/vaults/$vaultId" params={{ vaultId: vaultAddress(id) }} tabIndex={-1}>
          <Marked text={name} search={search} />
        </NameLink>
      }
      second={resourceGroup}
    />
  );
}

/** That a vault says nothing is not the same as Disabled. */
function NotReported() {
  return <Status tone="unknown">{common.notReported}</Status>;
}

function CrossRegionCell({ isOn }: { readonly isOn: boolean | null }) {
  if (isOn === null) return <NotReported />;
  const { on, off } = words.crossRegion;
  return <Status tone={isOn ? 'done' : 'cancelled'}>{isOn ? on : off}</Status>;
}

const TONES: Readonly<Record<CrossSubscriptionState, Tone>> = {
  enabled: 'done',
  disabled: 'cancelled',
  permanentlyDisabled: 'impossible',
};

function CrossSubscriptionCell({ state }: { readonly state: CrossSubscriptionState | null }) {
  return state === null ? (
    <NotReported />
  ) : (
    <Status tone={TONES[state]}>{words.state[state]}</Status>
  );
}
